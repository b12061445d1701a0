-- The store's two calls for commands, one statement each. The tenant is set inside: a statement of
-- its own for that costs a fifth of the throughput. Plans are generic from the first call on, and
-- so may be made while the tables are empty, when every index looks alike: hence each statement
-- below finds its row by the whole of a unique key, which no other index can seem as good for.

-- Every call's first step: sets the tenant for this transaction and tells its present instant.
CREATE FUNCTION enter_tenant(p_tenant text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_test_now bigint;
BEGIN
  PERFORM set_config('shaoying.tenant', coalesce(p_tenant, ''), true);
  SELECT test_now INTO v_test_now FROM tenant WHERE tenant_id = p_tenant;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such tenant' USING ERRCODE = 'SY404';
  END IF;
  IF v_test_now IS NULL THEN
    RETURN floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint;
  END IF;
  IF current_setting('shaoying.test_clock', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'this tenant runs on a test clock; this server was not started for one'
      USING ERRCODE = 'SY409';
  END IF;
  RETURN v_test_now;
END $$;

-- One row for each stream asked for, at least one in all; the first four columns repeat. STABLE,
-- so that all of it is seen through one snapshot.
CREATE FUNCTION read(
  p_tenant text, p_streams text[], p_actor text, p_key text, p_text_streams text[], p_text_refs text[]
) RETURNS TABLE (
  now bigint, institution integer, kept jsonb, texts jsonb,
  stream text, process text, version integer, state text, state_version integer, hash text,
  alg text, wrapped bytea, destroyed boolean
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_now bigint := enter_tenant(p_tenant);
  v_institution integer;
  v_kept jsonb;
  v_texts jsonb;
BEGIN
  SELECT s.version INTO v_institution FROM stream_state s
  WHERE s.tenant_id = p_tenant AND s.stream = 'institution';
  IF p_key IS NOT NULL THEN
    SELECT to_jsonb(c) INTO v_kept FROM command c
    WHERE c.tenant_id = p_tenant AND c.actor = p_actor AND c.key = p_key;
  END IF;
  IF cardinality(p_text_refs) > 0 THEN
    SELECT jsonb_agg(given.body) INTO v_texts
    FROM unnest(p_text_streams, p_text_refs) AS t (stream, ref)
    CROSS JOIN LATERAL (
      SELECT to_jsonb(v) || jsonb_build_object('ciphertext', encode(v.ciphertext, 'base64'))
      FROM vault v WHERE v.tenant_id = p_tenant AND v.stream = t.stream AND v.ref = t.ref OFFSET 0
    ) AS given (body);
  END IF;
  now := v_now;
  institution := coalesce(v_institution, 0);
  kept := v_kept;
  texts := v_texts;
  FOREACH stream IN ARRAY CASE cardinality(p_streams) WHEN 0 THEN ARRAY[NULL] ELSE p_streams END LOOP
    SELECT s.process, s.version, s.state, s.state_version, s.hash
    INTO process, version, state, state_version, hash
    FROM stream_state s WHERE s.tenant_id = p_tenant AND s.stream = read.stream;
    SELECT k.alg, k.wrapped INTO alg, wrapped
    FROM vault_key k WHERE k.tenant_id = p_tenant AND k.stream = read.stream;
    destroyed := alg IS NULL AND EXISTS (
      SELECT FROM erasure e WHERE e.tenant_id = p_tenant AND e.stream = read.stream);
    RETURN NEXT;
  END LOOP;
END $$;

-- Raises on any mismatch, so that nothing is partly applied. Rows are locked in one order (key,
-- institution, streams, aliases, claims, each by name), so that writers wait instead of deadlock.
CREATE FUNCTION write(p_tenant text, p jsonb) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  c record;
  s record;
BEGIN
  PERFORM enter_tenant(p_tenant);

  SELECT * INTO c FROM jsonb_to_record(p -> 'command') AS given (
    id text, actor text, key text, request_hash text, process text, stream text, type text,
    body text, recorded_at bigint, institution_version integer, saw text, outcome text);
  INSERT INTO command VALUES (p_tenant, c.id, c.actor, c.key, c.request_hash, c.process, c.stream,
    c.type, c.body, c.recorded_at, c.institution_version, c.saw, c.outcome)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'key used before' USING ERRCODE = 'SY001';
  END IF;

  PERFORM check_institution(p_tenant, (p ->> 'institution_version')::integer,
    p @> '{"streams": [{"stream": "institution"}]}');

  FOR s IN
    SELECT * FROM jsonb_to_recordset(p -> 'streams') AS given (
      stream text, process text, expected integer, version integer, state text,
      state_version integer, hash text, events jsonb, list jsonb, acts jsonb, clocks jsonb)
    ORDER BY given.stream COLLATE "C"
  LOOP
    IF s.version = s.expected THEN
      -- Only seen, not written: it must stay as it was seen until this commits.
      PERFORM FROM stream_state t
      WHERE t.tenant_id = p_tenant AND t.stream = s.stream AND t.version = s.expected FOR SHARE;
    ELSIF s.expected = 0 THEN
      INSERT INTO stream_state
      VALUES (p_tenant, s.stream, s.process, s.version, s.state, s.state_version, s.hash)
      ON CONFLICT DO NOTHING;
    ELSE
      UPDATE stream_state t SET version = s.version, state = s.state,
        state_version = s.state_version, hash = s.hash
      WHERE t.tenant_id = p_tenant AND t.stream = s.stream AND t.version = s.expected;
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'stale' USING ERRCODE = 'SY003', DETAIL = jsonb_build_object(
        'stream', s.stream,
        'version', coalesce((SELECT t.version FROM stream_state t
          WHERE t.tenant_id = p_tenant AND t.stream = s.stream), 0));
    END IF;
    CONTINUE WHEN s.version = s.expected;
    INSERT INTO event
    SELECT p_tenant, s.stream, e.version, s.process, e.type, e.v, e.bytes, e.hash, e.occurred_at, e.recorded_at
    FROM jsonb_to_recordset(s.events) AS e (version integer, type text, v integer, bytes text,
      hash text, occurred_at bigint, recorded_at bigint);
    PERFORM keep_list_row(p_tenant, s.stream, s.process, s.list);
    PERFORM keep_acts(p_tenant, s.stream, s.process, s.acts);
    PERFORM keep_clocks(p_tenant, s.stream, s.process, s.clocks);
  END LOOP;

  -- In the order the engine gave: what was caused comes after its cause.
  INSERT INTO unsequenced (tenant_id, stream, version)
  SELECT p_tenant, w ->> 'stream', version
  FROM jsonb_array_elements(p -> 'streams') WITH ORDINALITY AS given (w, n),
    generate_series((w ->> 'expected')::integer + 1, (w ->> 'version')::integer) AS version
  ORDER BY n, version;

  IF p ? 'aliases' THEN PERFORM keep_aliases(p_tenant, p -> 'aliases'); END IF;
  IF p ? 'claims' THEN PERFORM keep_claims(p_tenant, p -> 'claims'); END IF;
  IF p ? 'reactions' THEN
    INSERT INTO reaction (tenant_id, id, body)
    SELECT p_tenant, r ->> 'id', r ->> 'body'
    FROM jsonb_array_elements(p -> 'reactions') WITH ORDINALITY AS e (r, n) ORDER BY n;
  END IF;
  IF p ? 'keys' THEN
    INSERT INTO vault_key
    SELECT p_tenant, k.stream, k.alg, decode(k.wrapped, 'base64')
    FROM jsonb_to_recordset(p -> 'keys') AS k (stream text, alg text, wrapped text);
  END IF;
  IF p ? 'vault' THEN
    INSERT INTO vault
    SELECT p_tenant, v.stream, v.ref, v.field, v.alg, decode(v.ciphertext, 'base64')
    FROM jsonb_to_recordset(p -> 'vault') AS v (stream text, ref text, field text, alg text, ciphertext text);
  END IF;
  IF p ? 'documents' THEN
    INSERT INTO document
    SELECT p_tenant, d.hash, d.kind, d.body
    FROM jsonb_to_recordset(p -> 'documents') AS d (hash text, kind text, body text)
    ON CONFLICT DO NOTHING;
  END IF;
  IF p ? 'settles' THEN
    UPDATE reaction SET
      status = CASE WHEN p ->> 'parked' IS NULL THEN 'done' ELSE 'parked' END,
      refusal = p ->> 'parked'
    WHERE tenant_id = p_tenant AND id = p ->> 'settles';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no such reaction to settle';
    END IF;
  END IF;
END $$;

-- Shared among writers, exclusive for the institution's own write: once a revocation is
-- acknowledged, nothing decided before it can still commit.
CREATE FUNCTION check_institution(p_tenant text, p_expected integer, p_writes_it boolean) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_lock bigint := hashtextextended('shaoying.institution ' || p_tenant, 0);
  v_version integer;
BEGIN
  IF p_writes_it THEN
    PERFORM pg_advisory_xact_lock(v_lock);
  ELSE
    PERFORM pg_advisory_xact_lock_shared(v_lock);
  END IF;
  SELECT version INTO v_version FROM stream_state
  WHERE tenant_id = p_tenant AND stream = 'institution';
  IF coalesce(v_version, 0) <> p_expected THEN
    RAISE EXCEPTION 'institution moved' USING ERRCODE = 'SY002';
  END IF;
END $$;

-- Unchanged rows are left alone: most acts touch neither title nor due instant.
CREATE FUNCTION keep_list_row(p_tenant text, p_stream text, p_process text, p_list jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_old list_row;
  v_new list_row;
  v_unit text;
BEGIN
  SELECT * INTO v_old FROM list_row WHERE tenant_id = p_tenant AND stream = p_stream;
  v_new := jsonb_populate_record(NULL::list_row, p_list || jsonb_build_object(
    'tenant_id', p_tenant, 'stream', p_stream, 'process', p_process));
  IF v_old IS NOT DISTINCT FROM v_new THEN
    RETURN;
  ELSIF v_new.stream IS NULL THEN
    DELETE FROM list_row WHERE tenant_id = p_tenant AND stream = p_stream;
  ELSIF v_old.stream IS NULL THEN
    INSERT INTO list_row VALUES (v_new.*);
  ELSE
    UPDATE list_row SET status = v_new.status, outcome = v_new.outcome, bucket = v_new.bucket,
      category = v_new.category, title = v_new.title, place = v_new.place, holder = v_new.holder,
      received_by = v_new.received_by,
      lead = v_new.lead, assisting = v_new.assisting, opened_at = v_new.opened_at,
      ended_at = v_new.ended_at, due_at = v_new.due_at, first = v_new.first,
      imported = v_new.imported, breaches = v_new.breaches
    WHERE tenant_id = p_tenant AND stream = p_stream;
  END IF;

  FOREACH v_unit IN ARRAY ARRAY[v_old.holder, v_old.received_by, v_old.lead] || v_old.assisting LOOP
    CONTINUE WHEN v_unit IS NULL OR v_unit = ANY (ARRAY[v_new.holder, v_new.received_by, v_new.lead] || v_new.assisting);
    DELETE FROM list_unit WHERE tenant_id = p_tenant AND stream = p_stream AND unit = v_unit;
  END LOOP;
  FOREACH v_unit IN ARRAY ARRAY[v_new.holder, v_new.received_by, v_new.lead] || v_new.assisting LOOP
    CONTINUE WHEN v_unit IS NULL;
    INSERT INTO list_unit AS u
    VALUES (p_tenant, p_stream, v_unit, v_new.bucket, v_new.opened_at, v_new.due_at, v_new.first)
    ON CONFLICT (tenant_id, stream, unit) DO UPDATE SET bucket = v_new.bucket,
      opened_at = v_new.opened_at, due_at = v_new.due_at, first = v_new.first
    WHERE (u.bucket, u.opened_at, u.due_at, u.first)
      IS DISTINCT FROM (v_new.bucket, v_new.opened_at, v_new.due_at, v_new.first);
  END LOOP;

  IF v_new.title IS DISTINCT FROM v_old.title THEN
    DELETE FROM search_token
    WHERE tenant_id = p_tenant AND token = ANY (title_tokens(v_old.title)) AND stream = p_stream;
    INSERT INTO search_token SELECT p_tenant, token, p_stream FROM unnest(title_tokens(v_new.title)) AS token;
  END IF;
END $$;

-- Each pair of neighbouring characters, and the last one of each word alone, so that a single
-- character is found as the start of a token. Chinese has no spaces to part words by.
CREATE FUNCTION title_tokens(p_title text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(DISTINCT substr(word, i, 2))
  FROM regexp_split_to_table(lower(p_title), '\s+') AS word, generate_series(1, length(word)) AS i
$$;

-- Acts are numbered without gaps, so that those left over are found one by one.
CREATE FUNCTION keep_acts(p_tenant text, p_stream text, p_process text, p_acts jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_n integer := 0;
  a record;
BEGIN
  FOR a IN
    SELECT * FROM jsonb_to_recordset(p_acts) AS given (act text, unit text, role text, clock text,
      started_at bigint, due_at bigint, first boolean)
  LOOP
    INSERT INTO act_row AS t VALUES (p_tenant, p_stream, v_n, p_process, a.act, a.unit, a.role,
      a.clock, a.started_at, a.due_at, a.first)
    ON CONFLICT (tenant_id, stream, n) DO UPDATE SET act = a.act, unit = a.unit, role = a.role,
      clock = a.clock, started_at = a.started_at, due_at = a.due_at, first = a.first
    WHERE (t.act, t.unit, t.role, t.clock, t.started_at, t.due_at, t.first)
      IS DISTINCT FROM (a.act, a.unit, a.role, a.clock, a.started_at, a.due_at, a.first);
    v_n := v_n + 1;
  END LOOP;
  LOOP
    DELETE FROM act_row WHERE tenant_id = p_tenant AND stream = p_stream AND n = v_n;
    EXIT WHEN NOT FOUND;
    v_n := v_n + 1;
  END LOOP;
END $$;

CREATE FUNCTION keep_clocks(p_tenant text, p_stream text, p_process text, p_clocks jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_n integer := 0;
  c record;
BEGIN
  FOR c IN
    SELECT * FROM jsonb_to_recordset(p_clocks) AS given (clock text, kind text, unit text,
      status text, revision integer, started_at bigint, due_at bigint, legal_due_at bigint,
      provisional boolean, breached_at bigint, ended_at bigint)
  LOOP
    INSERT INTO clock_row AS t VALUES (p_tenant, p_stream, c.clock, v_n, p_process, c.kind, c.unit,
      c.status, c.revision, c.started_at, c.due_at, c.legal_due_at, c.provisional, c.breached_at,
      c.ended_at)
    ON CONFLICT (tenant_id, stream, clock) DO UPDATE SET n = v_n, kind = c.kind, unit = c.unit,
      status = c.status, revision = c.revision, started_at = c.started_at, due_at = c.due_at,
      legal_due_at = c.legal_due_at, provisional = c.provisional, breached_at = c.breached_at,
      ended_at = c.ended_at
    WHERE (t.n, t.kind, t.unit, t.status, t.revision, t.started_at, t.due_at, t.legal_due_at,
        t.provisional, t.breached_at, t.ended_at)
      IS DISTINCT FROM (v_n, c.kind, c.unit, c.status, c.revision, c.started_at, c.due_at,
        c.legal_due_at, c.provisional, c.breached_at, c.ended_at);
    v_n := v_n + 1;
  END LOOP;
  -- No other index than the key's can serve this; a clock hardly ever goes.
  DELETE FROM clock_row WHERE tenant_id = p_tenant AND stream = p_stream
    AND clock <> ALL (ARRAY(SELECT given ->> 'clock' FROM jsonb_array_elements(p_clocks) AS given));
END $$;

CREATE FUNCTION keep_aliases(p_tenant text, p_aliases jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  a record;
  v_holder text;
BEGIN
  FOR a IN
    SELECT * FROM jsonb_to_recordset(p_aliases) AS given (kind text, key text, stream text)
    ORDER BY given.kind COLLATE "C", given.key COLLATE "C"
  LOOP
    INSERT INTO alias VALUES (p_tenant, a.kind, a.key, a.stream) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      SELECT stream INTO v_holder FROM alias
      WHERE tenant_id = p_tenant AND kind = a.kind AND key = a.key;
      IF v_holder <> a.stream THEN
        RAISE EXCEPTION 'alias taken' USING ERRCODE = 'SY004',
          DETAIL = jsonb_build_object('kind', a.kind, 'key', a.key, 'stream', v_holder);
      END IF;
    END IF;
  END LOOP;
END $$;

-- A conditional counter: counting rows first lets racers through. Released places are free for those
-- taken in the same write (`release` sorts before `take`); taking what one holds is nothing.
CREATE FUNCTION keep_claims(p_tenant text, p_claims jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  a record;
BEGIN
  FOR a IN
    SELECT * FROM jsonb_to_recordset(p_claims) AS given (op text, name text, "limit" integer, holder text)
    ORDER BY given.name COLLATE "C", given.op COLLATE "C", given.holder COLLATE "C"
  LOOP
    IF a.op = 'release' THEN
      DELETE FROM claim_holder WHERE tenant_id = p_tenant AND name = a.name AND holder = a.holder;
      IF FOUND THEN
        UPDATE claim_counter SET used = used - 1 WHERE tenant_id = p_tenant AND name = a.name;
      END IF;
      CONTINUE;
    END IF;
    INSERT INTO claim_holder VALUES (p_tenant, a.name, a.holder) ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;
    INSERT INTO claim_counter AS c SELECT p_tenant, a.name, 1 WHERE a.limit > 0
    ON CONFLICT (tenant_id, name) DO UPDATE SET used = c.used + 1 WHERE c.used < a.limit;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'claim full' USING ERRCODE = 'SY005', DETAIL = jsonb_build_object('name', a.name);
    END IF;
  END LOOP;
END $$;

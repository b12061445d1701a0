-- The store's two calls for commands, one statement each. The tenant is set inside: a statement of
-- its own for that costs a fifth of the throughput. Plans are generic from the first call on,
-- because parsing a payload's shape anew each time costs more than any plan could win.

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
    SELECT jsonb_agg(to_jsonb(v) - 'ciphertext' || jsonb_build_object('ciphertext', encode(v.ciphertext, 'base64')))
    INTO v_texts
    FROM unnest(p_text_streams, p_text_refs) AS t (stream, ref)
    JOIN vault v ON v.tenant_id = p_tenant AND v.stream = t.stream AND v.ref = t.ref;
  END IF;
  RETURN QUERY
    SELECT v_now, coalesce(v_institution, 0), v_kept, v_texts,
      asked.stream, s.process, s.version, s.state, s.state_version, s.hash,
      k.alg, k.wrapped,
      EXISTS (SELECT FROM erasure e WHERE e.tenant_id = p_tenant AND e.stream = asked.stream)
    FROM (SELECT) AS once
    LEFT JOIN unnest(p_streams) AS asked (stream) ON true
    LEFT JOIN stream_state s ON s.tenant_id = p_tenant AND s.stream = asked.stream
    LEFT JOIN vault_key k ON k.tenant_id = p_tenant AND k.stream = asked.stream;
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
      state_version integer, hash text, events jsonb, list jsonb, tokens jsonb, acts jsonb,
      clocks jsonb)
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
    INSERT INTO unsequenced (tenant_id, stream, version)
    SELECT p_tenant, s.stream, n FROM generate_series(s.expected + 1, s.version) AS n;
    PERFORM keep_list_row(p_tenant, s.stream, s.process, s.list, s.tokens);
    PERFORM keep_acts(p_tenant, s.stream, s.process, s.acts);
    PERFORM keep_clocks(p_tenant, s.stream, s.process, s.clocks);
  END LOOP;

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
CREATE FUNCTION keep_list_row(p_tenant text, p_stream text, p_process text, p_list jsonb, p_tokens jsonb)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  n record;
  v_units text[];
  v_title text;
  v_changed integer;
BEGIN
  IF p_list IS NULL THEN
    DELETE FROM list_row WHERE tenant_id = p_tenant AND stream = p_stream;
    IF FOUND THEN
      DELETE FROM list_unit WHERE tenant_id = p_tenant AND stream = p_stream;
      DELETE FROM search_token WHERE tenant_id = p_tenant AND stream = p_stream;
    END IF;
    RETURN;
  END IF;
  SELECT * INTO n FROM jsonb_to_record(p_list) AS given (
    status text, outcome text, bucket text, category text, title text, place text, holder text,
    lead text, assisting text[], opened_at bigint, ended_at bigint, due_at bigint, first boolean,
    imported boolean, breaches integer);
  SELECT title INTO v_title FROM list_row WHERE tenant_id = p_tenant AND stream = p_stream;
  IF FOUND THEN
    UPDATE list_row r SET status = n.status, outcome = n.outcome, bucket = n.bucket,
      category = n.category, title = n.title, place = n.place, holder = n.holder, lead = n.lead,
      assisting = n.assisting, opened_at = n.opened_at, ended_at = n.ended_at, due_at = n.due_at,
      first = n.first, imported = n.imported, breaches = n.breaches
    WHERE r.tenant_id = p_tenant AND r.stream = p_stream
      AND (r.status, r.outcome, r.bucket, r.category, r.title, r.place, r.holder, r.lead,
        r.assisting, r.opened_at, r.ended_at, r.due_at, r.first, r.imported, r.breaches)
      IS DISTINCT FROM (n.status, n.outcome, n.bucket, n.category, n.title, n.place, n.holder,
        n.lead, n.assisting, n.opened_at, n.ended_at, n.due_at, n.first, n.imported, n.breaches);
  ELSE
    INSERT INTO list_row VALUES (p_tenant, p_stream, p_process, n.status, n.outcome, n.bucket,
      n.category, n.title, n.place, n.holder, n.lead, n.assisting, n.opened_at, n.ended_at,
      n.due_at, n.first, n.imported, n.breaches);
  END IF;
  GET DIAGNOSTICS v_changed = ROW_COUNT;
  IF v_changed = 0 THEN RETURN; END IF;

  v_units := ARRAY[n.holder, n.lead] || n.assisting;
  DELETE FROM list_unit u WHERE u.tenant_id = p_tenant AND u.stream = p_stream
    AND ((u.unit = ANY (v_units)) IS NOT TRUE
      OR (u.bucket, u.first, u.due_at, u.opened_at)
        IS DISTINCT FROM (n.bucket, n.first, n.due_at, n.opened_at));
  INSERT INTO list_unit
  SELECT p_tenant, p_stream, unit, n.bucket, n.opened_at, n.due_at, n.first FROM unnest(v_units) AS unit
  WHERE unit IS NOT NULL
  ON CONFLICT DO NOTHING;

  IF n.title IS DISTINCT FROM v_title THEN
    DELETE FROM search_token WHERE tenant_id = p_tenant AND stream = p_stream;
    INSERT INTO search_token
    SELECT p_tenant, token, p_stream FROM jsonb_array_elements_text(p_tokens) AS token;
  END IF;
END $$;

CREATE FUNCTION keep_acts(p_tenant text, p_stream text, p_process text, p_acts jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  MERGE INTO act_row t
  USING jsonb_to_recordset(p_acts) AS a (n integer, act text, unit text, role text, clock text,
    started_at bigint, due_at bigint, first boolean)
  ON t.tenant_id = p_tenant AND t.stream = p_stream AND t.n = a.n
  WHEN MATCHED AND (t.act, t.unit, t.role, t.clock, t.started_at, t.due_at, t.first)
      IS DISTINCT FROM (a.act, a.unit, a.role, a.clock, a.started_at, a.due_at, a.first)
    THEN UPDATE SET act = a.act, unit = a.unit, role = a.role, clock = a.clock,
      started_at = a.started_at, due_at = a.due_at, first = a.first
  WHEN NOT MATCHED THEN INSERT VALUES (p_tenant, p_stream, a.n, p_process, a.act, a.unit, a.role,
    a.clock, a.started_at, a.due_at, a.first);
  DELETE FROM act_row
  WHERE tenant_id = p_tenant AND stream = p_stream AND n >= jsonb_array_length(p_acts);
END $$;

CREATE FUNCTION keep_clocks(p_tenant text, p_stream text, p_process text, p_clocks jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  MERGE INTO clock_row t
  USING jsonb_to_recordset(p_clocks) AS c (clock text, n integer, kind text, unit text, status text,
    revision integer, started_at bigint, due_at bigint, legal_due_at bigint, provisional boolean,
    breached_at bigint, ended_at bigint)
  ON t.tenant_id = p_tenant AND t.stream = p_stream AND t.clock = c.clock
  WHEN MATCHED AND (t.n, t.kind, t.unit, t.status, t.revision, t.started_at, t.due_at, t.legal_due_at,
      t.provisional, t.breached_at, t.ended_at)
    IS DISTINCT FROM (c.n, c.kind, c.unit, c.status, c.revision, c.started_at, c.due_at,
      c.legal_due_at, c.provisional, c.breached_at, c.ended_at)
    THEN UPDATE SET n = c.n, kind = c.kind, unit = c.unit, status = c.status, revision = c.revision,
      started_at = c.started_at, due_at = c.due_at, legal_due_at = c.legal_due_at,
      provisional = c.provisional, breached_at = c.breached_at, ended_at = c.ended_at
  WHEN NOT MATCHED THEN INSERT VALUES (p_tenant, p_stream, c.clock, c.n, p_process, c.kind, c.unit,
    c.status, c.revision, c.started_at, c.due_at, c.legal_due_at, c.provisional, c.breached_at,
    c.ended_at);
  DELETE FROM clock_row
  WHERE tenant_id = p_tenant AND stream = p_stream
    AND NOT p_clocks @> jsonb_build_array(jsonb_build_object('clock', clock));
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

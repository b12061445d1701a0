-- Who reads a matter by a seat in it, whatever their unit has to do with it: a leader who sponsors, a
-- liaison. A seat stands beside the units a row is found by; no unit is called as an account is.
ALTER TABLE list_row
  ADD COLUMN seats text[] COLLATE "C" NOT NULL DEFAULT '{}';

-- As in 0005; what a program of the release before sends has no seats.
CREATE OR REPLACE FUNCTION keep_list_row(p_tenant text, p_stream text, p_process text, p_list jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_old list_row;
  v_new list_row;
  v_unit text;
BEGIN
  SELECT * INTO v_old FROM list_row WHERE tenant_id = p_tenant AND stream = p_stream;
  v_new := jsonb_populate_record(NULL::list_row, '{"seats": []}'::jsonb || p_list || jsonb_build_object(
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
      imported = v_new.imported, breaches = v_new.breaches, called = v_new.called, about = v_new.about,
      seats = v_new.seats
    WHERE tenant_id = p_tenant AND stream = p_stream;
  END IF;

  FOREACH v_unit IN ARRAY ARRAY[v_old.holder, v_old.received_by, v_old.lead] || v_old.assisting || v_old.called || v_old.seats LOOP
    CONTINUE WHEN v_unit IS NULL OR v_unit = ANY (ARRAY[v_new.holder, v_new.received_by, v_new.lead] || v_new.assisting || v_new.called || v_new.seats);
    DELETE FROM list_unit WHERE tenant_id = p_tenant AND stream = p_stream AND unit = v_unit;
  END LOOP;
  FOREACH v_unit IN ARRAY ARRAY[v_new.holder, v_new.received_by, v_new.lead] || v_new.assisting || v_new.called || v_new.seats LOOP
    CONTINUE WHEN v_unit IS NULL;
    INSERT INTO list_unit AS u
    VALUES (p_tenant, p_stream, v_unit, v_new.bucket, v_new.opened_at, v_new.due_at, v_new.first, p_process)
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
END $function$;

-- As in 0008, with seats.
CREATE OR REPLACE FUNCTION write_all(p_tenant text, p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  s record;
  g record;
  v_done integer;
BEGIN
  PERFORM enter_tenant(p_tenant);

  INSERT INTO command
  SELECT p_tenant, c.id, c.actor, c.key, c.request_hash, c.process, c.stream, c.type, c.body,
    c.recorded_at, c.institution_version, c.saw, c.outcome
  FROM jsonb_to_recordset(p -> 'commands') AS c (id text, actor text, key text, request_hash text,
    process text, stream text, type text, body text, recorded_at bigint,
    institution_version integer, saw text, outcome text)
  ORDER BY c.actor COLLATE "C", c.key COLLATE "C"
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_done = ROW_COUNT;
  IF v_done < jsonb_array_length(p -> 'commands') THEN
    RAISE EXCEPTION 'key used before' USING ERRCODE = 'SY001';
  END IF;

  PERFORM check_institution(p_tenant, (p ->> 'institution_version')::integer, p ? 'institution');

  FOR s IN
    SELECT * FROM jsonb_to_recordset(p -> 'streams') AS given (
      stream text, process text, expected integer, version integer, state text,
      state_version integer, hash text, before text, whole jsonb)
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
      WHERE t.tenant_id = p_tenant AND t.stream = s.stream AND t.version = s.expected
        AND (s.before IS NULL OR t.hash = s.before);
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'stale' USING ERRCODE = 'SY003', DETAIL = jsonb_build_object(
        'stream', s.stream,
        'version', coalesce((SELECT t.version FROM stream_state t
          WHERE t.tenant_id = p_tenant AND t.stream = s.stream), 0));
    END IF;
    CONTINUE WHEN s.whole IS NULL;
    PERFORM keep_list_row(p_tenant, s.stream, s.process, nullif(s.whole -> 'list', 'null'));
    PERFORM keep_acts(p_tenant, s.stream, s.process, s.whole -> 'acts');
    PERFORM keep_clocks(p_tenant, s.stream, s.process, s.whole -> 'clocks');
  END LOOP;

  IF p ? 'events' THEN
    INSERT INTO event
    SELECT p_tenant, e.stream, e.version, e.process, e.type, e.v, e.bytes, e.hash, e.occurred_at, e.recorded_at
    FROM jsonb_to_recordset(p -> 'events') AS e (stream text, version integer, process text,
      type text, v integer, bytes text, hash text, occurred_at bigint, recorded_at bigint);
    -- In the order given: what was caused comes after its cause.
    INSERT INTO unsequenced (tenant_id, stream, version)
    SELECT p_tenant, e.stream, e.version
    FROM ROWS FROM (jsonb_to_recordset(p -> 'events') AS (stream text, version integer))
      WITH ORDINALITY AS e (stream, version, n)
    ORDER BY e.n;
  END IF;

  IF p ? 'lists' THEN
    INSERT INTO list_row AS t
    SELECT p_tenant, l.stream, l.process, l.status, l.outcome, l.bucket, l.category, l.title,
      l.place, l.holder, l.received_by, l.lead, l.assisting, l.opened_at, l.ended_at, l.due_at,
      l.first, l.imported, l.breaches, l.called, l.about, l.seats
    FROM jsonb_to_recordset(p -> 'lists') AS l (stream text, process text, status text,
      outcome text, bucket text, category text, title text, place text, holder text,
      received_by text, lead text, assisting text[], opened_at bigint, ended_at bigint,
      due_at bigint, first boolean, imported boolean, breaches integer, called text[], about text,
      seats text[])
    ON CONFLICT (tenant_id, stream) DO UPDATE SET process = excluded.process,
      status = excluded.status, outcome = excluded.outcome, bucket = excluded.bucket,
      category = excluded.category, title = excluded.title, place = excluded.place,
      holder = excluded.holder, received_by = excluded.received_by, lead = excluded.lead,
      assisting = excluded.assisting, opened_at = excluded.opened_at, ended_at = excluded.ended_at,
      due_at = excluded.due_at, first = excluded.first, imported = excluded.imported,
      breaches = excluded.breaches, called = excluded.called, about = excluded.about,
      seats = excluded.seats;
  END IF;
  IF p ? 'units' THEN
    INSERT INTO list_unit
    SELECT p_tenant, u.stream, u.unit, u.bucket, u.opened_at, u.due_at, u.first, u.process
    FROM jsonb_to_recordset(p -> 'units') AS u (stream text, unit text, bucket text,
      opened_at bigint, due_at bigint, first boolean, process text)
    ON CONFLICT (tenant_id, stream, unit) DO UPDATE SET bucket = excluded.bucket,
      opened_at = excluded.opened_at, due_at = excluded.due_at, first = excluded.first;
  END IF;
  IF p ? 'titles' THEN
    FOR g IN SELECT * FROM jsonb_to_recordset(p -> 'titles') AS given (stream text, old text, new text) LOOP
      DELETE FROM search_token
      WHERE tenant_id = p_tenant AND token = ANY (title_tokens(g.old)) AND stream = g.stream;
      INSERT INTO search_token SELECT p_tenant, token, g.stream FROM unnest(title_tokens(g.new)) AS token;
    END LOOP;
  END IF;
  IF p ? 'acts' THEN
    INSERT INTO act_row
    SELECT p_tenant, a.stream, a.n, a.process, a.act, a.unit, a.role, a.clock, a.started_at,
      a.due_at, a.first, a.office, a.account
    FROM jsonb_to_recordset(p -> 'acts') AS a (stream text, n integer, process text, act text,
      unit text, role text, clock text, started_at bigint, due_at bigint, first boolean,
      office text, account text)
    ON CONFLICT (tenant_id, stream, n) DO UPDATE SET act = excluded.act, unit = excluded.unit,
      role = excluded.role, clock = excluded.clock, started_at = excluded.started_at,
      due_at = excluded.due_at, first = excluded.first, office = excluded.office,
      account = excluded.account;
  END IF;
  IF p ? 'clocks' THEN
    INSERT INTO clock_row
    SELECT p_tenant, c.stream, c.clock, c.n, c.process, c.kind, c.unit, c.status, c.revision,
      c.started_at, c.due_at, c.legal_due_at, c.provisional, c.breached_at, c.ended_at
    FROM jsonb_to_recordset(p -> 'clocks') AS c (stream text, clock text, n integer, process text,
      kind text, unit text, status text, revision integer, started_at bigint, due_at bigint,
      legal_due_at bigint, provisional boolean, breached_at bigint, ended_at bigint)
    ON CONFLICT (tenant_id, stream, clock) DO UPDATE SET n = excluded.n, kind = excluded.kind,
      unit = excluded.unit, status = excluded.status, revision = excluded.revision,
      started_at = excluded.started_at, due_at = excluded.due_at,
      legal_due_at = excluded.legal_due_at, provisional = excluded.provisional,
      breached_at = excluded.breached_at, ended_at = excluded.ended_at;
  END IF;
  -- Each by its whole key. A unit or an act that goes is no rare thing; a clock that goes comes whole.
  IF p ? 'gone' THEN
    FOR g IN SELECT * FROM jsonb_to_recordset(p -> 'gone') AS given (stream text, unit text, n integer) LOOP
      IF g.unit IS NULL THEN
        DELETE FROM act_row WHERE tenant_id = p_tenant AND stream = g.stream AND n = g.n;
      ELSE
        DELETE FROM list_unit WHERE tenant_id = p_tenant AND stream = g.stream AND unit = g.unit;
      END IF;
    END LOOP;
  END IF;

  IF p ? 'aliases' THEN PERFORM keep_aliases(p_tenant, p -> 'aliases'); END IF;
  IF p ? 'claims' THEN PERFORM keep_claims(p_tenant, p -> 'claims'); END IF;
  IF p ? 'reactions' THEN
    INSERT INTO reaction (tenant_id, id, body)
    SELECT p_tenant, r.id, r.body
    FROM ROWS FROM (jsonb_to_recordset(p -> 'reactions') AS (id text, body text))
      WITH ORDINALITY AS r (id, body, n)
    ORDER BY r.n;
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
    FOR g IN SELECT * FROM jsonb_to_recordset(p -> 'settles') AS given (reaction text, parked text) LOOP
      UPDATE reaction SET status = CASE WHEN g.parked IS NULL THEN 'done' ELSE 'parked' END,
        refusal = g.parked
      WHERE tenant_id = p_tenant AND id = g.reaction;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'no such reaction to settle';
      END IF;
    END LOOP;
  END IF;
END $function$;

-- What machines ask across tenants. They enter one tenant after the other inside one statement.

-- In order of name. `p_served`: only those whose present instant this server may tell, which leaves
-- out those on a test clock unless the server was started for it.
CREATE FUNCTION tenants(p_served boolean) RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
BEGIN
  PERFORM set_config('shaoying.directory', 'on', true);
  RETURN QUERY SELECT tenant_id FROM tenant
    WHERE NOT p_served OR test_now IS NULL OR current_setting('shaoying.test_clock', true) = 'on'
    ORDER BY tenant_id;
  PERFORM set_config('shaoying.directory', '', true);
END $$;

CREATE FUNCTION create_tenant(p_tenant text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('shaoying.tenant', p_tenant, true);
  INSERT INTO tenant VALUES (p_tenant, floor(extract(epoch FROM clock_timestamp()) * 1000))
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- Only on a server started for it, and only for a tenant that has never lived by the real clock.
CREATE FUNCTION set_test_clock(p_tenant text, p_now bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('shaoying.tenant', p_tenant, true);
  IF current_setting('shaoying.test_clock', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'this server was not started for a test clock' USING ERRCODE = 'SY409';
  END IF;
  IF EXISTS (SELECT FROM tenant WHERE tenant_id = p_tenant AND test_now IS NULL)
    AND EXISTS (SELECT FROM command WHERE tenant_id = p_tenant) THEN
    RAISE EXCEPTION 'this tenant lives by the real clock' USING ERRCODE = 'SY409';
  END IF;
  UPDATE tenant SET test_now = p_now WHERE tenant_id = p_tenant;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such tenant' USING ERRCODE = 'SY404';
  END IF;
END $$;

-- OFFSET 0 keeps the look-up of a fired clock by its key a look-up: joined instead, it would read
-- every firing there ever was.
--
-- No row is locked: firing is a command under the key (clock, revision), so that two workers who
-- both see a clock due do one of the works twice and none of the effects.
CREATE FUNCTION due_clocks(p_limit integer) RETURNS TABLE (
  tenant text, stream text, process text, clock text, revision integer, due_at bigint
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_tenant text;
  v_now bigint;
BEGIN
  FOR v_tenant IN SELECT tenants(true) LOOP
    v_now := enter_tenant(v_tenant);
    RETURN QUERY
      SELECT v_tenant, c.stream, c.process, c.clock, c.revision, c.due_at FROM clock_row c
      WHERE c.tenant_id = v_tenant AND c.status = 'running' AND c.breached_at IS NULL
        AND c.due_at <= v_now
        AND NOT EXISTS (SELECT FROM command f WHERE f.tenant_id = v_tenant
          AND f.actor = 'machine:tick' AND f.key = c.stream || '/' || c.clock || '/' || c.revision OFFSET 0)
      ORDER BY c.due_at, c.stream, c.clock LIMIT p_limit;
  END LOOP;
END $$;

CREATE FUNCTION next_due() RETURNS bigint LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_tenant text;
  v_due bigint;
  v_next bigint;
BEGIN
  FOR v_tenant IN SELECT tenants(true) LOOP
    PERFORM enter_tenant(v_tenant);
    SELECT c.due_at INTO v_due FROM clock_row c
    WHERE c.tenant_id = v_tenant AND c.status = 'running' AND c.breached_at IS NULL
      AND NOT EXISTS (SELECT FROM command f WHERE f.tenant_id = v_tenant
        AND f.actor = 'machine:tick' AND f.key = c.stream || '/' || c.clock || '/' || c.revision OFFSET 0)
    ORDER BY c.due_at LIMIT 1;
    v_next := least(v_next, v_due);
  END LOOP;
  RETURN v_next;
END $$;

CREATE FUNCTION pending_reactions(p_limit integer) RETURNS TABLE (
  tenant text, queued bigint, id text, body text
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_tenant text;
BEGIN
  FOR v_tenant IN SELECT tenants(true) LOOP
    PERFORM enter_tenant(v_tenant);
    RETURN QUERY
      SELECT v_tenant, r.queued, r.id, r.body FROM reaction r
      WHERE r.tenant_id = v_tenant AND r.status = 'pending'
      ORDER BY r.queued LIMIT p_limit;
  END LOOP;
END $$;

-- One at a time per tenant. A stream's events queue in their order, because each is written under
-- the lock on its stream's row; across streams, a position only says which came to the queue first.
CREATE FUNCTION sequence_events(p_tenant text, p_limit integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_done integer;
BEGIN
  PERFORM enter_tenant(p_tenant);
  PERFORM pg_advisory_xact_lock(hashtextextended('shaoying.sequence ' || p_tenant, 0));
  -- By a bound and not by a list: a plan made while the queue was empty would compare each with each.
  WITH next AS (
    SELECT queued FROM unsequenced WHERE tenant_id = p_tenant ORDER BY queued LIMIT p_limit
  ), taken AS (
    DELETE FROM unsequenced
    WHERE tenant_id = p_tenant AND queued <= (SELECT max(queued) FROM next)
    RETURNING queued, stream, version
  )
  INSERT INTO event_position
  SELECT p_tenant,
    coalesce((SELECT max(position) FROM event_position WHERE tenant_id = p_tenant), 0)
      + row_number() OVER (ORDER BY queued),
    stream, version
  FROM taken;
  GET DIAGNOSTICS v_done = ROW_COUNT;
  RETURN v_done;
END $$;

-- The key goes, its texts with it (foreign key); what is left is the list that a restore replays.
CREATE FUNCTION destroy_key(p_tenant text, p_stream text, p_reason text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_now bigint := enter_tenant(p_tenant);
BEGIN
  INSERT INTO erasure VALUES (p_tenant, p_stream, p_reason, v_now) ON CONFLICT DO NOTHING;
  DELETE FROM vault_key WHERE tenant_id = p_tenant AND stream = p_stream;
END $$;

-- Looks are logged by the statement that hands out the ciphertext: none without the other.
CREATE FUNCTION open_vault(p_tenant text, p_streams text[], p_refs text[], p_looks jsonb) RETURNS TABLE (
  stream text, ref text, field text, alg text, ciphertext bytea, key_alg text, wrapped bytea
) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_tenant(p_tenant);
  INSERT INTO look (tenant_id, stream, ref, field, actor, on_behalf_of, purpose, at)
  SELECT p_tenant, l.stream, l.ref, l.field, l.actor, l.on_behalf_of, l.purpose, l.at
  FROM jsonb_to_recordset(p_looks) AS l (stream text, ref text, field text, actor text,
    on_behalf_of text, purpose text, at bigint);
  RETURN QUERY
    SELECT v.stream, v.ref, v.field, v.alg, v.ciphertext, k.alg, k.wrapped
    FROM unnest(p_streams, p_refs) WITH ORDINALITY AS asked (stream, ref, n)
    JOIN vault v ON v.tenant_id = p_tenant AND v.stream = asked.stream AND v.ref = asked.ref
    JOIN vault_key k ON k.tenant_id = p_tenant AND k.stream = asked.stream
    ORDER BY asked.n;
END $$;

CREATE FUNCTION park_reaction(p_tenant text, p_id text, p_refusal text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_tenant(p_tenant);
  UPDATE reaction SET status = 'parked', refusal = p_refusal
  WHERE tenant_id = p_tenant AND id = p_id AND status = 'pending';
END $$;

CREATE FUNCTION keep_checkpoint(
  p_tenant text, p_from bigint, p_position bigint, p_hash text, p_at bigint
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_tenant(p_tenant);
  INSERT INTO checkpoint (tenant_id, from_position, position, hash, at)
  SELECT p_tenant, p_from, p_position, p_hash, p_at
  WHERE p_from = coalesce((SELECT max(position) FROM checkpoint WHERE tenant_id = p_tenant), 0)
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

CREATE FUNCTION add_to_tally(p_tenant text, p_name text, p_month text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_tenant(p_tenant);
  INSERT INTO tally AS t VALUES (p_tenant, p_name, p_month, 1)
  ON CONFLICT (tenant_id, name, month) DO UPDATE SET n = t.n + 1;
END $$;

-- Asked with every request of a signed-in browser, hence one statement like a command's own. Not
-- NoSuchTenant but nothing for an unknown tenant: a cookie may say anything.
CREATE FUNCTION find_session(p_tenant text, p_token_hash text, p_now bigint) RETURNS TABLE (
  id text, login text, password text, disabled boolean, units text[], roles text[],
  unit text, role text, opened_at bigint, idle_until bigint, until bigint
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM set_config('shaoying.tenant', p_tenant, true);
  SELECT s.account, s.unit, s.role, s.opened_at, s.idle_until, s.until
  INTO id, unit, role, opened_at, idle_until, until
  FROM session s WHERE s.tenant_id = p_tenant AND s.token_hash = p_token_hash;
  IF id IS NULL OR idle_until <= p_now OR until <= p_now THEN
    RETURN;
  END IF;
  SELECT a.login, a.password, a.disabled INTO login, password, disabled
  FROM account a WHERE a.tenant_id = p_tenant AND a.id = find_session.id;
  SELECT array_agg(p.unit ORDER BY p.n), array_agg(p.role ORDER BY p.n) INTO units, roles
  FROM account_post p WHERE p.tenant_id = p_tenant AND p.account = find_session.id;
  IF NOT disabled AND (unit, role) IN (SELECT * FROM unnest(units, roles)) THEN
    RETURN NEXT;
  END IF;
END $$;

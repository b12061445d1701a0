-- 科室: a seat may be in an office of its unit, and inside a unit an act lies with one of its offices
-- or accounts. Nothing outside the unit changes.
ALTER TABLE account_post ADD COLUMN office text COLLATE "C";
ALTER TABLE session ADD COLUMN office text COLLATE "C";
ALTER TABLE act_row ADD COLUMN office text COLLATE "C", ADD COLUMN account text COLLATE "C";

-- As before, with who in the unit has it.
CREATE OR REPLACE FUNCTION keep_acts(p_tenant text, p_stream text, p_process text, p_acts jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_n integer := 0;
  a record;
BEGIN
  FOR a IN
    SELECT * FROM jsonb_to_recordset(p_acts) AS given (act text, unit text, role text, clock text,
      started_at bigint, due_at bigint, first boolean, office text, account text)
  LOOP
    INSERT INTO act_row AS t VALUES (p_tenant, p_stream, v_n, p_process, a.act, a.unit, a.role,
      a.clock, a.started_at, a.due_at, a.first, a.office, a.account)
    ON CONFLICT (tenant_id, stream, n) DO UPDATE SET act = a.act, unit = a.unit, role = a.role,
      clock = a.clock, started_at = a.started_at, due_at = a.due_at, first = a.first,
      office = a.office, account = a.account
    WHERE (t.act, t.unit, t.role, t.clock, t.started_at, t.due_at, t.first, t.office, t.account)
      IS DISTINCT FROM (a.act, a.unit, a.role, a.clock, a.started_at, a.due_at, a.first, a.office,
        a.account);
    v_n := v_n + 1;
  END LOOP;
  LOOP
    DELETE FROM act_row WHERE tenant_id = p_tenant AND stream = p_stream AND n = v_n;
    EXIT WHEN NOT FOUND;
    v_n := v_n + 1;
  END LOOP;
END $$;

-- As before, with the office of each seat.
DROP FUNCTION find_session(text, text, bigint);
CREATE FUNCTION find_session(p_tenant text, p_token_hash text, p_now bigint) RETURNS TABLE (
  id text, login text, password text, disabled boolean, temporary boolean,
  units text[], roles text[], offices text[],
  unit text, role text, office text, opened_at bigint, idle_until bigint, until bigint
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM set_config('shaoying.tenant', p_tenant, true);
  SELECT s.account, s.unit, s.role, s.office, s.opened_at, s.idle_until, s.until
  INTO id, unit, role, office, opened_at, idle_until, until
  FROM session s WHERE s.tenant_id = p_tenant AND s.token_hash = p_token_hash;
  IF id IS NULL OR idle_until <= p_now OR until <= p_now THEN
    RETURN;
  END IF;
  SELECT a.login, a.password, a.disabled, a.temporary INTO login, password, disabled, temporary
  FROM account a WHERE a.tenant_id = p_tenant AND a.id = find_session.id;
  SELECT array_agg(p.unit ORDER BY p.n), array_agg(p.role ORDER BY p.n), array_agg(p.office ORDER BY p.n)
  INTO units, roles, offices
  FROM account_post p WHERE p.tenant_id = p_tenant AND p.account = find_session.id;
  IF NOT disabled AND EXISTS (
    SELECT FROM unnest(units, roles, offices) AS own (unit, role, office)
    WHERE (own.unit, own.role) = (find_session.unit, find_session.role)
      AND own.office IS NOT DISTINCT FROM find_session.office
  ) THEN
    RETURN NEXT;
  END IF;
END $$;

DROP FUNCTION change_account(text, text, text, boolean, boolean, text[], text[]);
CREATE FUNCTION change_account(
  p_tenant text, p_id text, p_password text, p_disabled boolean, p_temporary boolean,
  p_units text[], p_roles text[], p_offices text[]
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_password text;
BEGIN
  SELECT a.password INTO v_password FROM account a
  WHERE a.tenant_id = p_tenant AND a.id = p_id FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE account SET password = p_password, disabled = p_disabled, temporary = p_temporary
  WHERE tenant_id = p_tenant AND id = p_id;
  DELETE FROM account_post WHERE tenant_id = p_tenant AND account = p_id;
  INSERT INTO account_post (tenant_id, account, n, unit, role, office)
  SELECT p_tenant, p_id, p.n, p.unit, p.role, p.office
  FROM unnest(p_units, p_roles, p_offices) WITH ORDINALITY AS p (unit, role, office, n);
  DELETE FROM session s
  WHERE s.tenant_id = p_tenant AND s.account = p_id
    AND (p_disabled OR v_password <> p_password OR NOT EXISTS (
      SELECT FROM unnest(p_units, p_roles, p_offices) AS own (unit, role, office)
      WHERE (own.unit, own.role) = (s.unit, s.role) AND own.office IS NOT DISTINCT FROM s.office));
  RETURN true;
END $$;

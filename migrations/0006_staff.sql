-- People come, go and change seats. A password that an administrator handed over opens only the door
-- at which its holder chooses another; who is disabled, or whose password was replaced, is signed out.

ALTER TABLE account ADD COLUMN temporary boolean NOT NULL DEFAULT false;

-- The tenant is set by whoever calls. A session in a post that is gone goes with it.
CREATE FUNCTION change_account(
  p_tenant text, p_id text, p_password text, p_disabled boolean, p_temporary boolean,
  p_units text[], p_roles text[]
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
  INSERT INTO account_post (tenant_id, account, n, unit, role)
  SELECT p_tenant, p_id, p.n, p.unit, p.role
  FROM unnest(p_units, p_roles) WITH ORDINALITY AS p (unit, role, n);
  DELETE FROM session s
  WHERE s.tenant_id = p_tenant AND s.account = p_id
    AND (p_disabled OR v_password <> p_password
      OR (s.unit, s.role) NOT IN (SELECT * FROM unnest(p_units, p_roles)));
  RETURN true;
END $$;

DROP FUNCTION find_session(text, text, bigint);
CREATE FUNCTION find_session(p_tenant text, p_token_hash text, p_now bigint) RETURNS TABLE (
  id text, login text, password text, disabled boolean, temporary boolean,
  units text[], roles text[],
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
  SELECT a.login, a.password, a.disabled, a.temporary INTO login, password, disabled, temporary
  FROM account a WHERE a.tenant_id = p_tenant AND a.id = find_session.id;
  SELECT array_agg(p.unit ORDER BY p.n), array_agg(p.role ORDER BY p.n) INTO units, roles
  FROM account_post p WHERE p.tenant_id = p_tenant AND p.account = find_session.id;
  IF NOT disabled AND (unit, role) IN (SELECT * FROM unnest(units, roles)) THEN
    RETURN NEXT;
  END IF;
END $$;

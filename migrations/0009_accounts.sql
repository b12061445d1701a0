-- Who keeps the staff and who chooses a password change different halves of an account, maybe at the
-- same moment. Each half has its own function now, so that neither writes back what it read of the other.

-- With `p_was`, only in place of that password. Whoever is signed in by the old one is out.
CREATE FUNCTION set_password(
  p_tenant text, p_id text, p_password text, p_temporary boolean, p_was text
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account SET password = p_password, temporary = p_temporary
  WHERE tenant_id = p_tenant AND id = p_id AND (p_was IS NULL OR password = p_was);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM session WHERE tenant_id = p_tenant AND account = p_id;
  RETURN true;
END $$;

-- A session in a post that is gone goes with it; all of them where the account is disabled.
CREATE FUNCTION seat_account(
  p_tenant text, p_id text, p_disabled boolean, p_units text[], p_roles text[], p_offices text[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account SET disabled = p_disabled WHERE tenant_id = p_tenant AND id = p_id;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  DELETE FROM account_post WHERE tenant_id = p_tenant AND account = p_id;
  INSERT INTO account_post (tenant_id, account, n, unit, role, office)
  SELECT p_tenant, p_id, p.n, p.unit, p.role, p.office
  FROM unnest(p_units, p_roles, p_offices) WITH ORDINALITY AS p (unit, role, office, n);
  DELETE FROM session s
  WHERE s.tenant_id = p_tenant AND s.account = p_id
    AND (p_disabled OR NOT EXISTS (
      SELECT FROM unnest(p_units, p_roles, p_offices) AS own (unit, role, office)
      WHERE (own.unit, own.role) = (s.unit, s.role) AND own.office IS NOT DISTINCT FROM s.office));
END $$;

DROP FUNCTION change_account(text, text, text, boolean, boolean, text[], text[], text[]);

-- A unit's broken promises of one week, for its page; few rows, as most promises are kept.
CREATE INDEX clock_row_breached ON clock_row (tenant_id, process, unit, breached_at)
  WHERE breached_at IS NOT NULL;

-- Who may touch what. A row is visible only under its own tenant, to the owner too (FORCE); the
-- tenant is set inside the statement's transaction; an unset or empty one matches no row and admits
-- none. (A CHECK on each table would say the same, and be parsed anew by every single INSERT.)

DO $$
DECLARE
  t text;
BEGIN
  FOR t IN
    SELECT relname FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> 'migration'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_setting(''shaoying.tenant'', true))
         WITH CHECK (tenant_id = current_setting(''shaoying.tenant'', true) AND tenant_id <> '''')', t);
  END LOOP;
END $$;

-- Machines go from tenant to tenant; the names alone are listed without one.
CREATE POLICY directory ON tenant FOR SELECT
  USING (current_setting('shaoying.directory', true) = 'on');

GRANT USAGE ON SCHEMA shaoying TO shaoying_app;
GRANT SELECT ON ALL TABLES IN SCHEMA shaoying TO shaoying_app;

-- Appended to and never altered.
GRANT INSERT ON event, command, document, checkpoint, event_position, look, erasure TO shaoying_app;
-- Derived or working rows.
GRANT INSERT, UPDATE ON tenant, stream_state, claim_counter, reaction, tally TO shaoying_app;
GRANT INSERT, UPDATE, DELETE ON list_row, list_unit, act_row, clock_row, account, session TO shaoying_app;
GRANT INSERT, DELETE ON unsequenced, search_token, claim_holder, alias, vault_key, vault,
  account_post TO shaoying_app;

-- The grants stop the application; the trigger stops the owner's slip as well.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'SY010';
END $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['event', 'command', 'document', 'checkpoint', 'event_position', 'look', 'erasure']
  LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- Generated from migrations/*.sql; a test fails where it differs. Do not edit:
-- vitest run --project pg src/postgres/migrate.pg.test.ts -u

CREATE TABLE account (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  login text COLLATE "C" NOT NULL,
  password text NOT NULL,
  disabled boolean NOT NULL,
  temporary boolean NOT NULL DEFAULT false
);
CREATE TABLE account_post (
  tenant_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  unit text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  office text COLLATE "C"
);
CREATE TABLE act_row (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  process text COLLATE "C" NOT NULL,
  act text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  clock text COLLATE "C",
  started_at bigint NOT NULL,
  due_at bigint,
  first boolean NOT NULL,
  office text COLLATE "C",
  account text COLLATE "C"
) WITH (fillfactor=80);
CREATE TABLE alias (
  tenant_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL
);
CREATE TABLE checkpoint (
  tenant_id text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  from_position bigint NOT NULL,
  hash text COLLATE "C" NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE claim_counter (
  tenant_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  used integer NOT NULL
);
CREATE TABLE claim_holder (
  tenant_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL
);
CREATE TABLE clock_row (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  clock text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  process text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  started_at bigint NOT NULL,
  due_at bigint NOT NULL,
  legal_due_at bigint,
  provisional boolean NOT NULL,
  breached_at bigint,
  ended_at bigint
) WITH (fillfactor=80);
CREATE TABLE command (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  key text COLLATE "C",
  request_hash text COLLATE "C" NOT NULL,
  process text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  body text NOT NULL,
  recorded_at bigint NOT NULL,
  institution_version integer NOT NULL,
  saw text NOT NULL,
  outcome text NOT NULL
);
CREATE TABLE document (
  tenant_id text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  body text NOT NULL
);
CREATE TABLE erasure (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE event (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  process text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  v integer NOT NULL,
  bytes text NOT NULL,
  hash text COLLATE "C" NOT NULL,
  occurred_at bigint NOT NULL,
  recorded_at bigint NOT NULL
);
CREATE TABLE event_position (
  tenant_id text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL
);
CREATE TABLE list_row (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  process text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  outcome text COLLATE "C",
  bucket text COLLATE "C" NOT NULL,
  category text COLLATE "C",
  title text,
  place text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL,
  received_by text COLLATE "C" NOT NULL,
  lead text COLLATE "C",
  assisting text[] COLLATE "C" NOT NULL,
  opened_at bigint NOT NULL,
  ended_at bigint,
  due_at bigint,
  first boolean NOT NULL,
  imported boolean NOT NULL,
  breaches integer NOT NULL,
  called text[] COLLATE "C" NOT NULL DEFAULT '{}'::text[],
  about text COLLATE "C",
  seats text[] COLLATE "C" NOT NULL DEFAULT '{}'::text[]
) WITH (fillfactor=80);
CREATE TABLE list_unit (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  bucket text COLLATE "C" NOT NULL,
  opened_at bigint NOT NULL,
  due_at bigint,
  first boolean NOT NULL,
  process text COLLATE "C" NOT NULL
);
CREATE TABLE look (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  n bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  ref text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  actor text NOT NULL,
  on_behalf_of text,
  purpose text NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE reaction (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  queued bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  status text COLLATE "C" NOT NULL DEFAULT 'pending'::text,
  body text NOT NULL,
  refusal text
);
CREATE TABLE search_token (
  tenant_id text COLLATE "C" NOT NULL,
  token text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL
);
CREATE TABLE session (
  tenant_id text COLLATE "C" NOT NULL,
  token_hash text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  opened_at bigint NOT NULL,
  idle_until bigint NOT NULL,
  until bigint NOT NULL,
  office text COLLATE "C"
);
CREATE TABLE stream_state (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  process text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  state_version integer NOT NULL,
  hash text COLLATE "C" NOT NULL
) WITH (fillfactor=80);
CREATE TABLE tally (
  tenant_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  month text COLLATE "C" NOT NULL,
  n integer NOT NULL
);
CREATE TABLE tenant (
  tenant_id text COLLATE "C" NOT NULL,
  created_at bigint NOT NULL,
  test_now bigint
);
CREATE TABLE unsequenced (
  tenant_id text COLLATE "C" NOT NULL,
  queued bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL
) WITH (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=1000, autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=1000, autovacuum_analyze_scale_factor=0, autovacuum_analyze_threshold=1000);
CREATE TABLE vault (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  ref text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  alg text COLLATE "C" NOT NULL,
  ciphertext bytea NOT NULL
);
CREATE TABLE vault_key (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  alg text COLLATE "C" NOT NULL,
  wrapped bytea NOT NULL
);

CREATE INDEX act_row_queue ON shaoying.act_row USING btree (tenant_id, unit, role, ((NOT first)), COALESCE(due_at, '9007199254740991'::bigint), started_at, stream, act);
CREATE INDEX clock_row_breached ON shaoying.clock_row USING btree (tenant_id, process, unit, breached_at) WHERE (breached_at IS NOT NULL);
CREATE INDEX clock_row_due ON shaoying.clock_row USING btree (tenant_id, due_at, stream, clock) WHERE ((status = 'running'::text) AND (breached_at IS NULL));
CREATE UNIQUE INDEX command_once ON shaoying.command USING btree (tenant_id, actor, key) WHERE (key IS NOT NULL);
CREATE INDEX event_by_type ON shaoying.event USING btree (tenant_id, type, recorded_at DESC, stream, version);
CREATE INDEX list_row_by_about ON shaoying.list_row USING btree (tenant_id, about) WHERE (about IS NOT NULL);
CREATE INDEX list_row_by_bucket ON shaoying.list_row USING btree (tenant_id, process, bucket, ((NOT first)), COALESCE(due_at, '9007199254740991'::bigint), opened_at, stream);
CREATE INDEX list_row_by_category ON shaoying.list_row USING btree (tenant_id, process, category, bucket, ((NOT first)), COALESCE(due_at, '9007199254740991'::bigint), opened_at, stream);
CREATE INDEX list_row_by_place ON shaoying.list_row USING btree (tenant_id, process, place, bucket, ((NOT first)), COALESCE(due_at, '9007199254740991'::bigint), opened_at, stream);
CREATE INDEX list_row_by_status ON shaoying.list_row USING btree (tenant_id, process, status, ((NOT first)), COALESCE(due_at, '9007199254740991'::bigint), opened_at, stream);
CREATE INDEX list_unit_in_order ON shaoying.list_unit USING btree (tenant_id, process, unit, bucket, ((NOT first)), COALESCE(due_at, '9007199254740991'::bigint), opened_at, stream);
CREATE INDEX reaction_open ON shaoying.reaction USING btree (tenant_id, status, queued) WHERE (status <> 'done'::text);
CREATE INDEX session_by_account ON shaoying.session USING btree (tenant_id, account);

ALTER TABLE account ADD CONSTRAINT account_login_check CHECK ((login = lower(login)));
ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE account ADD CONSTRAINT account_tenant_id_login_key UNIQUE (tenant_id, login);
ALTER TABLE account_post ADD CONSTRAINT account_post_pkey PRIMARY KEY (tenant_id, account, n);
ALTER TABLE account_post ADD CONSTRAINT account_post_tenant_id_account_fkey FOREIGN KEY (tenant_id, account) REFERENCES shaoying.account(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE act_row ADD CONSTRAINT act_row_pkey PRIMARY KEY (tenant_id, stream, n);
ALTER TABLE alias ADD CONSTRAINT alias_pkey PRIMARY KEY (tenant_id, kind, key);
ALTER TABLE checkpoint ADD CONSTRAINT checkpoint_check CHECK ((from_position < "position"));
ALTER TABLE checkpoint ADD CONSTRAINT checkpoint_pkey PRIMARY KEY (tenant_id, "position");
ALTER TABLE checkpoint ADD CONSTRAINT checkpoint_tenant_id_from_position_key UNIQUE (tenant_id, from_position);
ALTER TABLE claim_counter ADD CONSTRAINT claim_counter_pkey PRIMARY KEY (tenant_id, name);
ALTER TABLE claim_counter ADD CONSTRAINT claim_counter_used_check CHECK ((used >= 0));
ALTER TABLE claim_holder ADD CONSTRAINT claim_holder_pkey PRIMARY KEY (tenant_id, name, holder);
ALTER TABLE clock_row ADD CONSTRAINT clock_row_pkey PRIMARY KEY (tenant_id, stream, clock);
ALTER TABLE clock_row ADD CONSTRAINT clock_row_status_check CHECK ((status = ANY (ARRAY['running'::text, 'suspended'::text, 'met'::text, 'void'::text])));
ALTER TABLE command ADD CONSTRAINT command_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE document ADD CONSTRAINT document_pkey PRIMARY KEY (tenant_id, hash);
ALTER TABLE erasure ADD CONSTRAINT erasure_pkey PRIMARY KEY (tenant_id, stream);
ALTER TABLE event ADD CONSTRAINT event_pkey PRIMARY KEY (tenant_id, stream, version);
ALTER TABLE event ADD CONSTRAINT event_version_check CHECK ((version > 0));
ALTER TABLE event_position ADD CONSTRAINT event_position_pkey PRIMARY KEY (tenant_id, "position");
ALTER TABLE event_position ADD CONSTRAINT event_position_position_check CHECK (("position" > 0));
ALTER TABLE event_position ADD CONSTRAINT event_position_tenant_id_stream_version_key UNIQUE (tenant_id, stream, version);
ALTER TABLE list_row ADD CONSTRAINT list_row_pkey PRIMARY KEY (tenant_id, stream);
ALTER TABLE list_unit ADD CONSTRAINT list_unit_pkey PRIMARY KEY (tenant_id, stream, unit);
ALTER TABLE look ADD CONSTRAINT look_pkey PRIMARY KEY (tenant_id, stream, n);
ALTER TABLE migration ADD CONSTRAINT migration_pkey PRIMARY KEY (number);
ALTER TABLE reaction ADD CONSTRAINT reaction_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE reaction ADD CONSTRAINT reaction_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'done'::text, 'parked'::text])));
ALTER TABLE search_token ADD CONSTRAINT search_token_pkey PRIMARY KEY (tenant_id, token, stream);
ALTER TABLE session ADD CONSTRAINT session_pkey PRIMARY KEY (tenant_id, token_hash);
ALTER TABLE session ADD CONSTRAINT session_tenant_id_account_fkey FOREIGN KEY (tenant_id, account) REFERENCES shaoying.account(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE stream_state ADD CONSTRAINT stream_state_pkey PRIMARY KEY (tenant_id, stream);
ALTER TABLE tally ADD CONSTRAINT tally_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text));
ALTER TABLE tally ADD CONSTRAINT tally_pkey PRIMARY KEY (tenant_id, name, month);
ALTER TABLE tenant ADD CONSTRAINT tenant_pkey PRIMARY KEY (tenant_id);
ALTER TABLE tenant ADD CONSTRAINT tenant_tenant_id_check CHECK ((tenant_id <> ''::text));
ALTER TABLE unsequenced ADD CONSTRAINT unsequenced_pkey PRIMARY KEY (tenant_id, queued);
ALTER TABLE vault ADD CONSTRAINT vault_pkey PRIMARY KEY (tenant_id, stream, ref);
ALTER TABLE vault ADD CONSTRAINT vault_tenant_id_stream_fkey FOREIGN KEY (tenant_id, stream) REFERENCES shaoying.vault_key(tenant_id, stream) ON DELETE CASCADE;
ALTER TABLE vault_key ADD CONSTRAINT vault_key_pkey PRIMARY KEY (tenant_id, stream);

ALTER TABLE account ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON account FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE account_post ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON account_post FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE act_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON act_row FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE alias ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON alias FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE checkpoint ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON checkpoint FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE claim_counter ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON claim_counter FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE claim_holder ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON claim_holder FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE clock_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON clock_row FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE command ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON command FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE document ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON document FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON erasure FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON event FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE event_position ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON event_position FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE list_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON list_row FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE list_unit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON list_unit FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE look ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON look FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE reaction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON reaction FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE search_token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON search_token FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON session FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE stream_state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON stream_state FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE tally ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON tally FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY directory ON tenant FOR SELECT USING ((current_setting('shaoying.directory'::text, true) = 'on'::text));
CREATE POLICY own_tenant ON tenant FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE unsequenced ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON unsequenced FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE vault ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON vault FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));
ALTER TABLE vault_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON vault_key FOR ALL USING ((tenant_id = current_setting('shaoying.tenant'::text, true))) WITH CHECK (((tenant_id = current_setting('shaoying.tenant'::text, true)) AND (tenant_id <> ''::text)));

CREATE OR REPLACE FUNCTION shaoying.add_to_tally(p_tenant text, p_name text, p_month text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM enter_tenant(p_tenant);
  INSERT INTO tally AS t VALUES (p_tenant, p_name, p_month, 1)
  ON CONFLICT (tenant_id, name, month) DO UPDATE SET n = t.n + 1;
END $function$;
CREATE OR REPLACE FUNCTION shaoying.check_institution(p_tenant text, p_expected integer, p_writes_it boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.create_tenant(p_tenant text)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM set_config('shaoying.tenant', p_tenant, true);
  INSERT INTO tenant VALUES (p_tenant, floor(extract(epoch FROM clock_timestamp()) * 1000))
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $function$;
CREATE OR REPLACE FUNCTION shaoying.destroy_key(p_tenant text, p_stream text, p_reason text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_now bigint := enter_tenant(p_tenant);
BEGIN
  INSERT INTO erasure VALUES (p_tenant, p_stream, p_reason, v_now) ON CONFLICT DO NOTHING;
  DELETE FROM vault_key WHERE tenant_id = p_tenant AND stream = p_stream;
  -- Every id that begins with the stream's name and a slash; a zero follows the slash.
  DELETE FROM reaction
  WHERE tenant_id = p_tenant AND id > p_stream || '/' AND id < p_stream || '0' AND status <> 'pending';
END $function$;
CREATE OR REPLACE FUNCTION shaoying.due_clocks(p_limit integer)
 RETURNS TABLE(tenant text, stream text, process text, clock text, revision integer, due_at bigint)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.enter_tenant(p_tenant text)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.find_session(p_tenant text, p_token_hash text, p_now bigint)
 RETURNS TABLE(id text, login text, password text, disabled boolean, temporary boolean, units text[], roles text[], offices text[], unit text, role text, office text, opened_at bigint, idle_until bigint, until bigint)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.is_awaited(p_tenant text, p_streams text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  PERFORM enter_tenant(p_tenant);
  RETURN EXISTS (
    SELECT FROM reaction r, unnest(p_streams) AS s (stream)
    WHERE r.tenant_id = p_tenant AND r.status = 'pending'
      AND (split_part(r.id, '/', 1) = s.stream OR strpos(r.body, '"' || s.stream || '"') > 0));
END $function$;
CREATE OR REPLACE FUNCTION shaoying.keep_acts(p_tenant text, p_stream text, p_process text, p_acts jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.keep_aliases(p_tenant text, p_aliases jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.keep_checkpoint(p_tenant text, p_from bigint, p_position bigint, p_hash text, p_at bigint)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM enter_tenant(p_tenant);
  INSERT INTO checkpoint (tenant_id, from_position, position, hash, at)
  SELECT p_tenant, p_from, p_position, p_hash, p_at
  WHERE p_from = coalesce((SELECT max(position) FROM checkpoint WHERE tenant_id = p_tenant), 0)
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $function$;
CREATE OR REPLACE FUNCTION shaoying.keep_claims(p_tenant text, p_claims jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.keep_clocks(p_tenant text, p_stream text, p_process text, p_clocks jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.keep_list_row(p_tenant text, p_stream text, p_process text, p_list jsonb)
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
CREATE OR REPLACE FUNCTION shaoying.next_due()
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.open_vault(p_tenant text, p_streams text[], p_refs text[], p_looks jsonb)
 RETURNS TABLE(stream text, ref text, field text, alg text, ciphertext bytea, key_alg text, wrapped bytea)
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.park_reaction(p_tenant text, p_id text, p_refusal text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM enter_tenant(p_tenant);
  UPDATE reaction SET status = 'parked', refusal = p_refusal
  WHERE tenant_id = p_tenant AND id = p_id AND status = 'pending';
END $function$;
CREATE OR REPLACE FUNCTION shaoying.pending_reactions(p_limit integer)
 RETURNS TABLE(tenant text, queued bigint, id text, body text)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.read(p_tenant text, p_streams text[], p_actor text, p_key text, p_text_streams text[], p_text_refs text[])
 RETURNS TABLE(now bigint, institution integer, kept jsonb, texts jsonb, stream text, process text, version integer, state text, state_version integer, hash text, alg text, wrapped bytea, destroyed boolean)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'SY010';
END $function$;
CREATE OR REPLACE FUNCTION shaoying.seat_account(p_tenant text, p_id text, p_disabled boolean, p_units text[], p_roles text[], p_offices text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.sequence_events(p_tenant text, p_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.set_password(p_tenant text, p_id text, p_password text, p_temporary boolean, p_was text)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE account SET password = p_password, temporary = p_temporary
  WHERE tenant_id = p_tenant AND id = p_id AND (p_was IS NULL OR password = p_was);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM session WHERE tenant_id = p_tenant AND account = p_id;
  RETURN true;
END $function$;
CREATE OR REPLACE FUNCTION shaoying.set_test_clock(p_tenant text, p_now bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.tenants(p_served boolean)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  PERFORM set_config('shaoying.directory', 'on', true);
  RETURN QUERY SELECT tenant_id FROM tenant
    WHERE NOT p_served OR test_now IS NULL OR current_setting('shaoying.test_clock', true) = 'on'
    ORDER BY tenant_id;
  PERFORM set_config('shaoying.directory', '', true);
END $function$;
CREATE OR REPLACE FUNCTION shaoying.title_tokens(p_title text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT array_agg(DISTINCT substr(word, i, 2))
  FROM regexp_split_to_table(lower(p_title), '\s+') AS word, generate_series(1, length(word)) AS i
$function$;
CREATE OR REPLACE FUNCTION shaoying.to_erase(p_limit integer)
 RETURNS TABLE(tenant text, stream text, status text, about text, version integer)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  v_tenant text;
BEGIN
  FOR v_tenant IN SELECT tenants(true) LOOP
    PERFORM enter_tenant(v_tenant);
    RETURN QUERY
      SELECT v_tenant, l.stream, l.status, l.about, s.version
      FROM list_row l
      JOIN stream_state s ON s.tenant_id = l.tenant_id AND s.stream = l.stream
      WHERE l.tenant_id = v_tenant AND l.process = 'retention' AND l.status IN ('due', 'erasing')
      -- What is ordered first; of the rest no one may wait for ever behind those that cannot go yet.
      ORDER BY l.status DESC, random() LIMIT p_limit;
  END LOOP;
END $function$;
CREATE OR REPLACE FUNCTION shaoying.write(p_tenant text, p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;
CREATE OR REPLACE FUNCTION shaoying.write_all(p_tenant text, p jsonb)
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

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON shaoying.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION shaoying.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON shaoying.command FOR EACH STATEMENT EXECUTE FUNCTION shaoying.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON shaoying.document FOR EACH STATEMENT EXECUTE FUNCTION shaoying.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON shaoying.erasure FOR EACH STATEMENT EXECUTE FUNCTION shaoying.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON shaoying.event FOR EACH STATEMENT EXECUTE FUNCTION shaoying.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON shaoying.event_position FOR EACH STATEMENT EXECUTE FUNCTION shaoying.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON shaoying.look FOR EACH STATEMENT EXECUTE FUNCTION shaoying.refuse_change();

GRANT DELETE, INSERT, SELECT, UPDATE ON account TO shaoying_app;
GRANT DELETE, INSERT, SELECT ON account_post TO shaoying_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON act_row TO shaoying_app;
GRANT DELETE, INSERT, SELECT ON alias TO shaoying_app;
GRANT INSERT, SELECT ON checkpoint TO shaoying_app;
GRANT INSERT, SELECT, UPDATE ON claim_counter TO shaoying_app;
GRANT DELETE, INSERT, SELECT ON claim_holder TO shaoying_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON clock_row TO shaoying_app;
GRANT INSERT, SELECT ON command TO shaoying_app;
GRANT INSERT, SELECT ON document TO shaoying_app;
GRANT INSERT, SELECT ON erasure TO shaoying_app;
GRANT INSERT, SELECT ON event TO shaoying_app;
GRANT INSERT, SELECT ON event_position TO shaoying_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON list_row TO shaoying_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON list_unit TO shaoying_app;
GRANT INSERT, SELECT ON look TO shaoying_app;
GRANT SELECT ON migration TO shaoying_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON reaction TO shaoying_app;
GRANT DELETE, INSERT, SELECT ON search_token TO shaoying_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON session TO shaoying_app;
GRANT INSERT, SELECT, UPDATE ON stream_state TO shaoying_app;
GRANT INSERT, SELECT, UPDATE ON tally TO shaoying_app;
GRANT INSERT, SELECT, UPDATE ON tenant TO shaoying_app;
GRANT DELETE, INSERT, SELECT ON unsequenced TO shaoying_app;
GRANT DELETE, INSERT, SELECT ON vault TO shaoying_app;
GRANT DELETE, INSERT, SELECT ON vault_key TO shaoying_app;

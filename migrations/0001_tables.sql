-- Tables of the first release. Every key starts with the tenant, every text key compares by bytes
-- (COLLATE "C", the order of the memory store), every instant is epoch milliseconds UTC as in the
-- core, so that nothing is converted on the way.
--
-- A primary key is made after the table's other indexes: of those that look equally good, as all do
-- while a table is empty, the planner takes the newest, and a plan made then is kept for long.

CREATE TABLE tenant (
  tenant_id text COLLATE "C" PRIMARY KEY CHECK (tenant_id <> ''),
  created_at bigint NOT NULL,
  -- Only on a server started for it; see set_test_clock.
  test_now bigint
);

-- The log. `bytes` is the canonical JSON the hash was taken over; jsonb would reorder its keys.
CREATE TABLE event (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  process text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  v integer NOT NULL,
  bytes text NOT NULL,
  hash text COLLATE "C" NOT NULL,
  occurred_at bigint NOT NULL,
  recorded_at bigint NOT NULL
);
CREATE INDEX event_by_type ON event (tenant_id, type, recorded_at DESC, stream, version);
ALTER TABLE event ADD PRIMARY KEY (tenant_id, stream, version);

-- Events wait here until the sequencer gives them their gap-free position.
CREATE TABLE unsequenced (
  tenant_id text COLLATE "C" NOT NULL,
  queued bigint GENERATED ALWAYS AS IDENTITY,
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, queued)
);
-- A queue is mostly dead rows; the default thresholds would let it grow a thousandfold first.
ALTER TABLE unsequenced SET (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 1000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000
);

CREATE TABLE event_position (
  tenant_id text COLLATE "C" NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, position),
  UNIQUE (tenant_id, stream, version)
);

-- Each closes the positions after `from_position`; two that start at one place cannot both stand.
CREATE TABLE checkpoint (
  tenant_id text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  from_position bigint NOT NULL CHECK (from_position < position),
  hash text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (tenant_id, position),
  UNIQUE (tenant_id, from_position)
);

-- Derived from the log and replayed when `state_version` is not the code's.
CREATE TABLE stream_state (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  process text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  state_version integer NOT NULL,
  hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, stream)
) WITH (fillfactor = 80);

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
  breaches integer NOT NULL
) WITH (fillfactor = 80);
-- Every list is in one order: emergencies first, then by due instant (none last), then by start.
-- A page is merged from few index ranges in that order ("lanes"), each of one bucket at most.
CREATE INDEX list_row_by_bucket ON list_row
  (tenant_id, bucket, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
CREATE INDEX list_row_by_status ON list_row
  (tenant_id, status, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
CREATE INDEX list_row_by_category ON list_row
  (tenant_id, category, bucket, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
CREATE INDEX list_row_by_place ON list_row
  (tenant_id, place, bucket, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
ALTER TABLE list_row ADD PRIMARY KEY (tenant_id, stream);

-- The units that hold, received, lead or assist, each under the list's own order.
CREATE TABLE list_unit (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  bucket text COLLATE "C" NOT NULL,
  opened_at bigint NOT NULL,
  due_at bigint,
  first boolean NOT NULL
);
CREATE INDEX list_unit_in_order ON list_unit
  (tenant_id, unit, bucket, (NOT first), (coalesce(due_at, 9007199254740991)), opened_at, stream);
ALTER TABLE list_unit ADD PRIMARY KEY (tenant_id, stream, unit);

-- Bigrams of titles: full-text operators are not leakproof, so row-level security keeps their
-- index out of use; a btree over plain tokens is not.
CREATE TABLE search_token (
  tenant_id text COLLATE "C" NOT NULL,
  token text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, token, stream)
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
  first boolean NOT NULL
) WITH (fillfactor = 80);
-- Emergencies before every clock, then by due time; acts without one come last.
CREATE INDEX act_row_queue ON act_row
  (tenant_id, unit, role, (NOT first), (coalesce(due_at, 9007199254740991)), started_at, stream, act);
ALTER TABLE act_row ADD PRIMARY KEY (tenant_id, stream, n);

CREATE TABLE clock_row (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  clock text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  process text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('running', 'suspended', 'met', 'void')),
  revision integer NOT NULL,
  started_at bigint NOT NULL,
  due_at bigint NOT NULL,
  legal_due_at bigint,
  provisional boolean NOT NULL,
  breached_at bigint,
  ended_at bigint
) WITH (fillfactor = 80);
-- A breached clock may run on, but it fires once.
CREATE INDEX clock_row_due ON clock_row (tenant_id, due_at, stream, clock)
  WHERE status = 'running' AND breached_at IS NULL;
ALTER TABLE clock_row ADD PRIMARY KEY (tenant_id, stream, clock);

CREATE TABLE claim_counter (
  tenant_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  used integer NOT NULL CHECK (used >= 0),
  PRIMARY KEY (tenant_id, name)
);
CREATE TABLE claim_holder (
  tenant_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, name, holder)
);

CREATE TABLE alias (
  tenant_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, kind, key)
);

CREATE TABLE reaction (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  queued bigint GENERATED ALWAYS AS IDENTITY,
  status text COLLATE "C" NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'done', 'parked')),
  body text NOT NULL,
  refusal text
);
CREATE INDEX reaction_open ON reaction (tenant_id, status, queued) WHERE status <> 'done';
ALTER TABLE reaction ADD PRIMARY KEY (tenant_id, id);

-- What was tried, accepted or refused; the key makes asking again harmless.
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
CREATE UNIQUE INDEX command_once ON command (tenant_id, actor, key) WHERE key IS NOT NULL;
ALTER TABLE command ADD PRIMARY KEY (tenant_id, id);

CREATE TABLE document (
  tenant_id text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant_id, hash)
);

-- Keys of personal texts, wrapped by a master key that never lies in this database.
CREATE TABLE vault_key (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  alg text COLLATE "C" NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (tenant_id, stream)
);
-- The foreign key refuses a text whose key was just destroyed, and lets both go together.
CREATE TABLE vault (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  ref text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  alg text COLLATE "C" NOT NULL,
  ciphertext bytea NOT NULL,
  PRIMARY KEY (tenant_id, stream, ref),
  FOREIGN KEY (tenant_id, stream) REFERENCES vault_key ON DELETE CASCADE
);
CREATE TABLE look (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  n bigint GENERATED ALWAYS AS IDENTITY,
  ref text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  actor text NOT NULL,
  on_behalf_of text,
  purpose text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (tenant_id, stream, n)
);
-- Replayed after a restore, so that what was erased stays erased.
CREATE TABLE erasure (
  tenant_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (tenant_id, stream)
);

CREATE TABLE account (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  login text COLLATE "C" NOT NULL CHECK (login = lower(login)),
  -- In the PHC string format, which names its algorithm and parameters.
  password text NOT NULL,
  disabled boolean NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, login)
);
CREATE TABLE account_post (
  tenant_id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  unit text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, account, n),
  FOREIGN KEY (tenant_id, account) REFERENCES account ON DELETE CASCADE
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
  FOREIGN KEY (tenant_id, account) REFERENCES account ON DELETE CASCADE
);
CREATE INDEX session_by_account ON session (tenant_id, account);
ALTER TABLE session ADD PRIMARY KEY (tenant_id, token_hash);

-- Bare counts of what is deliberately not stored: no event, no actor, no instant.
CREATE TABLE tally (
  tenant_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  month text COLLATE "C" NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  n integer NOT NULL,
  PRIMARY KEY (tenant_id, name, month)
);

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aListRow, aWrite, crypto, T0 } from '../../test/contract/harness.ts';
import { aClock } from '../../test/contract/machines.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { Connections } from './connections.ts';
import { openPostgres, type Postgres } from './index.ts';
import { APP, SCHEMA } from './migrate.ts';

/** The one table that belongs to the installation and not to a tenant. */
const NO_TENANT = ['migration'];

let database: FreshDatabase;
let postgres: Postgres;
let admin: pg.Client;
/** As the application, but with statements of the test's own. */
let app: pg.Client;
let tables: string[];

beforeAll(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url });
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`SET search_path = ${SCHEMA}`);
  app = new pg.Client({ connectionString: database.url });
  await app.connect();
  await app.query(`SET ROLE ${APP}; SET search_path = ${SCHEMA}`);
  const found = await admin.query(
    `SELECT relname FROM pg_class WHERE relnamespace = '${SCHEMA}'::regnamespace AND relkind IN ('r', 'p')`,
  );
  tables = found.rows.map(({ relname }) => relname).filter((name) => !NO_TENANT.includes(name));
  for (const tenant of ['one', 'two']) await fill(tenant);
});

afterAll(async () => {
  await app.end();
  await admin.end();
  await postgres.close();
  await database.drop();
});

/** At least one row in every table. */
async function fill(tenant: string): Promise<void> {
  const { store, vault, accounts, tally } = postgres;
  const { wrapped } = crypto.newKey();
  const ciphertext = new Uint8Array([1]);
  const vaultRow = { stream: 'a', ref: 'r', field: 'words', alg: 'x', ciphertext };
  const post = { unit: 'street-1', role: 'dispatcher' } as const;
  const act = { act: 'toy.do', ...post, startedAt: T0, dueAt: null, first: false };
  await store.createTenant(tenant);
  const request = aWrite(
    tenant,
    { a: 0 },
    {
      key: 'k',
      count: 2,
      projection: { list: aListRow, clocks: [aClock('c')], acts: [act] },
      claims: [{ op: 'take', name: 'cap', limit: 1, holder: 'a' }],
      aliases: [{ kind: 'external', key: 'n', stream: 'a' }],
      reactions: [{ id: 'a/1/0', reaction: { process: 'toy', stream: 'b', command } }],
      keys: [{ ...wrapped, stream: 'a' }],
      vault: [vaultRow],
      documents: [{ hash: 'h', kind: 'calendar', body: '{}' }],
    },
  );
  expect(await store.write(request)).toEqual({ ok: true });
  await store.sequence(tenant, 1);
  await store.keepCheckpoint(tenant, { from: 0, position: 1, hash: 'h', at: T0 });
  const actor = { kind: 'machine', name: 'setup' } as const;
  await vault.open(tenant, [], [{ ...vaultRow, actor, purpose: 'p', at: T0 }]);
  await vault.destroy(tenant, 'b', 'never used');
  const account = { id: 'x', login: 'x', password: 'p', posts: [post], disabled: false };
  await accounts.create(tenant, account);
  const session = { tokenHash: 't', account: 'x', post, openedAt: 0, idleUntil: 1, until: 1 };
  await accounts.openSession(tenant, session);
  await tally.add(tenant, 'reports', '2026-03');
}

const command = { type: 'note', data: {} };
/** Rows a statement sees or changes, as the application, under a tenant or under none. */
async function rowsUnder(tenant: string | null, sql: string): Promise<number> {
  await app.query('BEGIN');
  try {
    if (tenant !== null)
      await app.query(`SELECT set_config('shaoying.tenant', $1, true)`, [tenant]);
    return (await app.query(sql)).rowCount ?? 0;
  } finally {
    await app.query('ROLLBACK');
  }
}

describe('every table', () => {
  test('keeps tenants apart by forced row-level security, its key led by the tenant', async () => {
    const { rows } = await admin.query(`
      SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AS forced,
        bool_and(a.attname = 'tenant_id') FILTER (WHERE i.indisprimary) AS led,
        bool_and(a.attname = 'tenant_id') AS all_led,
        EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid
          AND pg_get_expr(p.polwithcheck, c.oid) LIKE '%tenant_id <> ''''%') AS never_empty
      FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = '${SCHEMA}'::regnamespace
      GROUP BY c.oid`);
    const own = rows.filter(({ relname }) => !NO_TENANT.includes(relname));
    expect(own.map(({ relname }) => relname).sort()).toEqual([...tables].sort());
    for (const row of own)
      expect(row).toMatchObject({ forced: true, led: true, all_led: true, never_empty: true });
  });

  test('compares its keys by bytes', async () => {
    const { rows } = await admin.query(`
      SELECT c.relname, a.attname FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
      WHERE c.relnamespace = '${SCHEMA}'::regnamespace
        AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation`);
    expect(rows).toEqual([]);
  });

  test('shows the application nothing without a tenant, and only its own with one', async () => {
    for (const table of tables) {
      const all = await admin.query(`SELECT FROM ${table}`);
      const own = await admin.query(`SELECT FROM ${table} WHERE tenant_id = 'one'`);
      expect(all.rowCount, `${table} has rows of both`).toBeGreaterThan(own.rowCount ?? 0);
      expect(own.rowCount, `${table} has rows`).toBeGreaterThan(0);
      expect(await rowsUnder(null, `SELECT FROM ${table}`), table).toBe(0);
      expect(await rowsUnder('', `SELECT FROM ${table}`), table).toBe(0);
      expect(await rowsUnder('one', `SELECT FROM ${table}`), table).toBe(own.rowCount);
      const others = `SELECT FROM ${table} WHERE tenant_id = 'two'`;
      expect(await rowsUnder('one', others), table).toBe(0);
    }
  });

  test('binds its owner as well', async () => {
    await admin.query('BEGIN; SET LOCAL ROLE shaoying_owner');
    for (const table of tables)
      expect((await admin.query(`SELECT FROM ${table}`)).rowCount, table).toBe(0);
    await admin.query('ROLLBACK');
  });

  test('takes no row of another tenant, nor of an empty one', async () => {
    const insert = (tenant: string) =>
      `INSERT INTO alias (tenant_id, kind, key, stream) VALUES ('${tenant}', 'external', 'z', 'a')`;
    expect(await rowsUnder('one', insert('one'))).toBe(1);
    await expect(rowsUnder('one', insert('two'))).rejects.toThrow(/row-level security/);
    await expect(rowsUnder('', insert(''))).rejects.toThrow(/row-level security/);
    await expect(rowsUnder(null, insert('one'))).rejects.toThrow(/row-level security/);
  });
});

describe('the application’s role', () => {
  test('is no superuser and bypasses nothing', async () => {
    const { rows } = await admin.query(
      'SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = $1',
      [APP],
    );
    expect(Object.values(rows[0])).toEqual([false, false, false, false]);
  });

  const APPENDED = [
    'event',
    'command',
    'document',
    'checkpoint',
    'event_position',
    'look',
    'erasure',
  ];
  test.each(APPENDED)('may add to %s and never alter it', async (table) => {
    const denied = new RegExp(`permission denied for table ${table}`);
    await expect(rowsUnder('one', `UPDATE ${table} SET tenant_id = tenant_id`)).rejects.toThrow(
      denied,
    );
    await expect(rowsUnder('one', `DELETE FROM ${table}`)).rejects.toThrow(denied);
    await expect(rowsUnder('one', `TRUNCATE ${table}`)).rejects.toThrow(denied);
  });

  test.each(APPENDED)(
    'and of %s, nor does the administrator without taking the guard off',
    async (table) => {
      const guarded = /only ever added/;
      await expect(admin.query(`UPDATE ${table} SET tenant_id = tenant_id`)).rejects.toThrow(
        guarded,
      );
      await expect(admin.query(`DELETE FROM ${table}`)).rejects.toThrow(guarded);
      await expect(admin.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(guarded);
    },
  );

  test('is the one all connections of the store have, whoever the URL names', async () => {
    const connections = new Connections({ url: database.url });
    const rows = await connections.call({ text: 'SELECT current_user::text AS role' }, []);
    await connections.close();
    expect(rows).toEqual([{ role: APP }]);
  });
});

describe('a test clock', () => {
  const refused = /test clock/;

  test('is refused by a server not started for it', async () => {
    await expect(postgres.store.setTestClock('one', T0)).rejects.toThrow(refused);
  });

  test('is refused for a tenant that has lived by the real one', async () => {
    const started = openPostgres({ url: database.url, testClock: true });
    try {
      await expect(started.store.setTestClock('one', T0)).rejects.toThrow(/real clock/);
      await started.store.createTenant('rehearsal');
      await started.store.setTestClock('rehearsal', T0);
      expect(await started.store.now('rehearsal')).toBe(T0);
      expect(await started.store.now('one')).toBeGreaterThan(T0);
    } finally {
      await started.close();
    }
    await expect(postgres.store.now('rehearsal')).rejects.toThrow(refused);
    const due = await postgres.store.dueClocks(10);
    expect(new Set(due.map(({ tenant }) => tenant))).toEqual(new Set(['one', 'two']));
  });
});

import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { migrate, migration, SCHEMA, shippedMigrations } from './migrate.ts';
import { dumpSchema } from './schema.ts';
import { reaimed } from './url.ts';

const made: string[] = [];
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
});

afterAll(async () => {
  for (const name of made) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});

async function emptyDatabase(owner?: string): Promise<string> {
  const name = `migrate_${randomBytes(4).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${name} ${owner ? `OWNER ${owner}` : ''}`);
  made.push(name);
  return reaimed(inject('adminUrl'), { database: name });
}

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const shipped = shippedMigrations();
const last = shipped.length;
const step = (number: number, sql: string) =>
  migration(`${String(number).padStart(4, '0')}_step.sql`, sql);

describe('migrate', () => {
  test('numbers what is shipped without a gap', () => {
    expect(shipped.map(({ number }) => number)).toEqual(shipped.map((_, i) => i + 1));
  });

  test('brings a new database to this version, and then has nothing to do', async () => {
    const url = await emptyDatabase();
    const names = shipped.map(({ name }) => name);
    expect(await migrate(url)).toEqual({ applied: names, version: last });
    expect(await migrate(url)).toEqual({ applied: [], version: last });
  });

  test('twenty installers at once run each step once', async () => {
    const url = await emptyDatabase();
    const count = step(last + 1, 'CREATE TABLE ran (n integer); INSERT INTO ran VALUES (1)');
    const migrations = [...shipped, count];
    const reports = await Promise.all(
      Array.from({ length: 20 }, () => migrate(url, { migrations })),
    );
    const applied = reports.flatMap((report) => report.applied);
    expect(applied.sort()).toEqual(migrations.map(({ name }) => name).sort());
    const ran = await inDatabase(url, (client) => client.query(`SELECT FROM ${SCHEMA}.ran`));
    expect(ran.rowCount).toBe(1);
  });

  test('installs several databases of one server at once', async () => {
    const urls: string[] = [];
    while (urls.length < 4) urls.push(await emptyDatabase());
    const reports = await Promise.all(urls.map((url) => migrate(url)));
    for (const report of reports) expect(report.applied).toHaveLength(last);
  });

  test('leaves nothing of a step that fails, its claim included', async () => {
    const url = await emptyDatabase();
    const broken = step(last + 1, 'CREATE TABLE half (n integer); SELECT 1 / 0');
    await expect(migrate(url, { migrations: [...shipped, broken] })).rejects.toThrow(/division/);
    const half = await inDatabase(url, (client) =>
      client.query(`SELECT to_regclass('${SCHEMA}.half') AS half`),
    );
    expect(half.rows[0].half).toBeNull();
    const mended = step(last + 1, 'CREATE TABLE half (n integer)');
    const report = await migrate(url, { migrations: [...shipped, mended] });
    expect(report.applied).toEqual([mended.name]);
  });

  test('refuses a database that has had what this program does not know', async () => {
    const url = await emptyDatabase();
    await migrate(url, { migrations: [...shipped, step(last + 1, 'SELECT 1')] });
    await expect(migrate(url)).rejects.toThrow(/use the newer program/);
  });

  test('refuses a step that was edited after it ran', async () => {
    const url = await emptyDatabase();
    await migrate(url, { migrations: [...shipped, step(last + 1, 'SELECT 1')] });
    const edited = migrate(url, { migrations: [...shipped, step(last + 1, 'SELECT 2')] });
    await expect(edited).rejects.toThrow(/not the one shipped/);
  });

  test('runs a breaking step on a database in use only when told to', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const breaking = step(last + 1, '-- breaking: renames what old programs read\nSELECT 1');
    const migrations = [...shipped, breaking];
    await expect(migrate(url, { migrations })).rejects.toThrow(/--breaking/);
    const report = await migrate(url, { migrations, breaking: true });
    expect(report.applied).toEqual([breaking.name]);
    const fresh = await migrate(await emptyDatabase(), { migrations });
    expect(fresh.version).toBe(last + 1);
  });

  test('installs under a given role that is no superuser, and is bound by the policies too', async () => {
    const role = `given_${randomBytes(4).toString('hex')}`;
    await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'given'`);
    const url = reaimed(await emptyDatabase(role), { user: role, password: 'given' });
    await expect(migrate(url)).rejects.toThrow(/have an administrator run/);
    await admin.query(`GRANT shaoying_app TO ${role}`);
    await migrate(url);
    await inDatabase(url, async (client) => {
      await client.query(`SET search_path = ${SCHEMA}; SELECT create_tenant('one')`);
      expect((await client.query('SELECT FROM tenant')).rowCount).toBe(0);
      await client.query('SET ROLE shaoying_app');
      expect((await client.query('SELECT tenants(false)')).rowCount).toBe(1);
    });
  });
});

describe('migrations/schema.sql', () => {
  test('is what the migrations make', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const file = fileURLToPath(new URL('../../migrations/schema.sql', import.meta.url));
    await expect(await inDatabase(url, dumpSchema)).toMatchFileSnapshot(file);
  });
});

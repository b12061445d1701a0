import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { aListRow, aWrite, crypto, HOUR, T0 } from '../../test/contract/harness.ts';
import { aClock } from '../../test/contract/machines.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import type { Projection } from '../core/process.ts';
import { openPostgres, type Postgres } from './index.ts';
import { SCHEMA } from './migrate.ts';

let database: FreshDatabase;
let postgres: Postgres;
let admin: pg.Client;
let tenant = '';
let writes = 0;

beforeAll(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url });
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`SET search_path = ${SCHEMA}`);
  const query = pg.Client.prototype.query;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given) {
    const [asked] = given as unknown as [string | { text: string }];
    if (typeof asked !== 'string' && asked.text.includes('write_all')) writes += 1;
    return Reflect.apply(query, this, given);
  });
});

beforeEach(async () => {
  tenant = `t-${crypto.id(40)}`;
  await postgres.store.createTenant(tenant);
  writes = 0;
});

afterAll(async () => {
  vi.restoreAllMocks();
  await admin.end();
  await postgres.close();
  await database.drop();
});

const projection = (title: string): Projection => ({
  list: { ...aListRow, title },
  clocks: [aClock('kept'), aClock('moved', { dueAt: T0 + (title === 'one' ? 1 : 2) * HOUR })],
  acts: [],
});

async function rowsOf(stream: string) {
  const [rows] = (await postgres.audit.streams(tenant, null, 100)).filter(
    (row) => row.stream === stream,
  );
  return rows;
}

describe('of a stream it has just written, a server sends what differs', () => {
  test('and the rest stands', async () => {
    await postgres.store.write(aWrite(tenant, { a: 0 }, { projection: projection('one') }));
    const before = await rowsOf('a');
    await postgres.store.write(aWrite(tenant, { a: 1 }, { projection: projection('two') }));
    const after = await rowsOf('a');
    expect(after?.list?.title).toBe('two');
    expect(after?.clocks[0]).toEqual(before?.clocks[0]);
    expect(after?.clocks[1]?.dueAt).toBe(T0 + 2 * HOUR);
  });

  test('one that has not writes all, and so puts right what was wrong', async () => {
    await postgres.store.write(aWrite(tenant, { a: 0 }, { projection: projection('one') }));
    await admin.query(`SELECT set_config('shaoying.tenant', $1, false)`, [tenant]);
    await admin.query(`UPDATE clock_row SET unit = 'nobody' WHERE tenant_id = $1`, [tenant]);
    const another = openPostgres({ url: database.url, size: 1 });
    await another.store.write(aWrite(tenant, { a: 1 }, { projection: projection('one') }));
    await another.close();
    expect((await rowsOf('a'))?.clocks.map(({ unit }) => unit)).not.toContain('nobody');
  });

  test('it does not build on a history that is another, and writes all when it comes again', async () => {
    await postgres.store.write(aWrite(tenant, { a: 0 }, { projection: projection('one') }));
    // As after a restore: the version is the same, what led to it is not.
    await admin.query(`UPDATE stream_state SET hash = 'another' WHERE tenant_id = $1`, [tenant]);
    await admin.query(`UPDATE clock_row SET unit = 'nobody' WHERE tenant_id = $1`, [tenant]);
    const next = () => aWrite(tenant, { a: 1 }, { projection: projection('one') });
    expect(await postgres.store.write(next())).toMatchObject({ why: 'stale', version: 1 });
    expect(await postgres.store.write(next())).toEqual({ ok: true });
    expect((await rowsOf('a'))?.clocks.map(({ unit }) => unit)).not.toContain('nobody');
  });
});

describe('writes that come while one is on its way', () => {
  test('share the next', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `s${i}`);
    const all = await Promise.all(
      names.map((name) =>
        postgres.store.write(aWrite(tenant, { [name]: 0 }, { projection: projection('one') })),
      ),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(writes).toBe(2);
    expect(await postgres.audit.streams(tenant, null, 100)).toHaveLength(20);
  });

  test('are answered each for itself where one of them is refused', async () => {
    await postgres.store.write(aWrite(tenant, { held: 0 }, { key: 'used' }));
    const alias = (stream: string) => ({ kind: 'external', key: 'N-1', stream }) as const;
    const all = await Promise.all([
      postgres.store.write(aWrite(tenant, { first: 0 })),
      postgres.store.write(aWrite(tenant, { good: 0 })),
      postgres.store.write(aWrite(tenant, { held: 0 })),
      postgres.store.write(aWrite(tenant, { again: 0 }, { key: 'used' })),
      postgres.store.write(aWrite(tenant, { named: 0 }, { aliases: [alias('named')] })),
      postgres.store.write(aWrite(tenant, { second: 0 }, { aliases: [alias('second')] })),
      postgres.store.write({ ...aWrite(tenant, { moved: 0 }), institutionVersion: 7 }),
    ]);
    expect(all).toEqual([
      { ok: true },
      { ok: true },
      { ok: false, why: 'stale', stream: 'held', version: 1 },
      { ok: false, why: 'duplicate-key' },
      { ok: true },
      { ok: false, why: 'alias', alias: { kind: 'external', key: 'N-1' }, stream: 'named' },
      { ok: false, why: 'institution' },
    ]);
    const kept = await postgres.audit.streams(tenant, null, 100);
    expect(kept.map(({ stream }) => stream)).toEqual(['first', 'good', 'held', 'named']);
  });

  test('never two of one stream, nor any beside the institution’s own', async () => {
    await postgres.store.write(aWrite(tenant, { one: 0 }));
    writes = 0;
    await Promise.all([
      postgres.store.write(aWrite(tenant, { busy: 0 })),
      postgres.store.write(aWrite(tenant, { one: 1 })),
      postgres.store.write(aWrite(tenant, { one: 2 })),
      postgres.store.write(aWrite(tenant, { institution: 0 })),
    ]);
    expect(writes).toBe(4);
  });
});

import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWrite } from '../../test/contract/harness.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { TryAgain, UnknownOutcome } from '../engine/ports.ts';
import { openPostgres, type Postgres } from './index.ts';
import { SCHEMA } from './migrate.ts';
import { reaimed } from './url.ts';

let database: FreshDatabase;
let postgres: Postgres;
let admin: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url });
  await postgres.store.createTenant('t');
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`SET search_path = ${SCHEMA}`);
});

afterAll(async () => {
  await admin.end();
  await postgres.close();
  await database.drop();
});

const WAITING = `FROM pg_stat_activity
  WHERE application_name = 'shaoying' AND datname = current_database() AND wait_event_type = 'Lock'`;

/** Waits until `count` of the store's sessions stand before a lock. */
async function blocked(count: number): Promise<void> {
  for (;;) {
    const { rowCount } = await admin.query(`SELECT ${WAITING}`);
    if (rowCount === count) return;
  }
}

/** Calls while `table` is locked, so that the call is under way for sure, then does `meanwhile`. */
async function whileLocked<T>(
  table: string,
  call: () => Promise<T>,
  meanwhile: () => Promise<unknown>,
): Promise<T> {
  await admin.query(`BEGIN; LOCK TABLE ${table}`);
  const answer = call();
  const settled = answer.catch(() => {});
  await blocked(1);
  await meanwhile();
  await admin.query('COMMIT');
  await settled;
  return answer;
}

const kill = () => admin.query(`SELECT pg_terminate_backend(pid) ${WAITING}`);

const read = () =>
  postgres.store.read({ tenant: 't', streams: ['a'], idempotency: null, texts: [] });

test('a write whose connection is lost may have happened or not, and says so', async () => {
  const write = () => postgres.store.write(aWrite('t', { a: 0 }));
  await expect(whileLocked('event', write, kill)).rejects.toThrow(UnknownOutcome);
  expect((await read()).heads.size).toBe(0);
  expect(await write()).toEqual({ ok: true });
});

test('a read whose connection is lost is asked again', async () => {
  const result = await whileLocked('stream_state', read, kill);
  expect(result.heads.get('a')?.version).toBe(1);
});

test('a query whose connection is lost is asked again', async () => {
  const ask = () => postgres.store.events('t', 'a');
  expect(await whileLocked('event', ask, kill)).toHaveLength(1);
});

test('a deadlock is undone and the write sent again', async () => {
  await postgres.store.write(aWrite('t', { b: 0 }));
  const write = () => postgres.store.write(aWrite('t', { a: 1, b: 1 }));
  // Row b first, then a: the opposite of every writer's order.
  await admin.query(`BEGIN; SET LOCAL deadlock_timeout = '1h'`);
  await admin.query(`SELECT FROM stream_state WHERE stream = 'b' FOR UPDATE`);
  const answer = write();
  await blocked(1);
  await admin.query(`SELECT FROM stream_state WHERE stream = 'a' FOR UPDATE`);
  await admin.query('COMMIT');
  expect(await answer).toEqual({ ok: true });
});

test('where no server listens, nothing was sent', async () => {
  const url = new URL(reaimed(database.url, { database: 'nowhere' }));
  url.searchParams.set('host', '/nonexistent');
  const nowhere = openPostgres({ url: url.href });
  await expect(nowhere.store.write(aWrite('t', { z: 0 }))).rejects.toThrow(TryAgain);
  await nowhere.close();
});

test('a database that is not there is a fault, not something to try again', async () => {
  const missing = openPostgres({ url: reaimed(database.url, { database: 'not_made' }) });
  await expect(missing.store.tenants()).rejects.toThrow(/does not exist/);
  await expect(missing.store.tenants()).rejects.not.toBeInstanceOf(TryAgain);
  await missing.close();
});

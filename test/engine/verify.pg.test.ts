import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playSeed } from '../../sim/run.ts';
import type { Crypto } from '../../src/engine/ports.ts';
import { isSound, type Subject, type Verified, verify } from '../../src/engine/verify/index.ts';
import { openPostgres, type Postgres } from '../../src/postgres/index.ts';
import { playTape, processes } from '../differential/tape.ts';
import { type FreshDatabase, freshDatabase } from '../support/pg.ts';

const TENANT = 'district';

let database: FreshDatabase;
let postgres: Postgres;
let crypto: Crypto;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url, testClock: true });
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  // What a thief with the owner's rights can do: no trigger, no policy stands in the way.
  await owner.query('SET session_replication_role = replica; SET search_path = shaoying');
  const setNow = (tenant: string, now: number) => postgres.store.setTestClock(tenant, now);
  const { tape } = (await playSeed(4)).world;
  ({ crypto } = await playTape({ ...postgres, setNow }, TENANT, tape));
});

afterAll(async () => {
  await owner.end();
  await postgres.close();
  await database.drop();
});

const check = () => verify({ ...postgres, crypto, processes }, TENANT);

test('finds a district’s days as their log tells them', async () => {
  const verified = await check();
  expect(verified.differences).toEqual([]);
  expect(isSound(verified)).toBe(true);
  expect(verified.checkpoints).toBeGreaterThan(0);
  expect(verified.conservation.received).toBeGreaterThan(5);
  expect(verified.verdicts.filter(({ evaluated }) => evaluated > 0).length).toBeGreaterThan(20);
});

const damages: readonly [string, Subject, string][] = [
  [
    'one event',
    'chain',
    `UPDATE event SET bytes = replace(bytes, 'complaint', 'help') WHERE ctid =
       (SELECT ctid FROM event WHERE bytes LIKE '%"kind":"complaint"%' LIMIT 1)`,
  ],
  [
    'one state',
    'state',
    `UPDATE stream_state SET state = replace(state, '"orders":1', '"orders":2') WHERE ctid =
       (SELECT ctid FROM stream_state WHERE state LIKE '%"orders":1%' LIMIT 1)`,
  ],
  [
    'one clock',
    'clock',
    `UPDATE clock_row SET due_at = due_at + 3600000 WHERE ctid =
       (SELECT ctid FROM clock_row LIMIT 1)`,
  ],
  [
    'a row taken out',
    'list',
    'DELETE FROM list_row WHERE ctid = (SELECT ctid FROM list_row LIMIT 1)',
  ],
  [
    'a rulebook',
    'document',
    `UPDATE document SET body = replace(body, '"maxReturns":2', '"maxReturns":9')
       WHERE kind = 'rulebook'`,
  ],
  [
    'the last event, with what hangs on it',
    'checkpoint',
    `WITH gone AS (DELETE FROM event_position WHERE position =
         (SELECT max(position) FROM event_position) RETURNING stream, version)
       DELETE FROM event e USING gone
       WHERE e.stream = gone.stream AND e.version = gone.version`,
  ],
];

/** How many of what differs are of this sort; the damages add up. */
const of = (subject: Subject, { differences }: Verified) =>
  differences.filter((difference) => difference.subject === subject).length;

test.each(damages)('shows %s', async (_, subject, damage) => {
  const before = of(subject, await check());
  const { rowCount } = await owner.query(damage);
  expect(rowCount).toBeGreaterThan(0);
  const after = await check();
  expect(isSound(after)).toBe(false);
  expect(of(subject, after)).toBeGreaterThan(before);
});

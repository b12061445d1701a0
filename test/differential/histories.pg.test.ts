import { afterEach, beforeEach, expect, test } from 'vitest';
import { playSeed } from '../../sim/run.ts';
import type { Taped } from '../../sim/world.ts';
import { isSound, verify } from '../../src/engine/verify/index.ts';
import { createMemory } from '../../src/memory/index.ts';
import { openPostgres, type Postgres } from '../../src/postgres/index.ts';
import type { Harness } from '../contract/harness.ts';
import { type FreshDatabase, freshDatabase } from '../support/pg.ts';
import { playTape, processes } from './tape.ts';

let database: FreshDatabase;
let postgres: Postgres;

// One for each: a worker's turn goes through every institution there is, and draws from its chance.
beforeEach(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url, testClock: true });
});

afterEach(async () => {
  await postgres.close();
  await database.drop();
});

/** Each answer, and all that is stored in the end. */
async function replayed(harness: Harness, tenant: string, tape: readonly Taped[]) {
  const { crypto, answers } = await playTape(harness, tenant, tape);
  const { store, audit, queries } = harness;
  const verified = await verify({ audit, store, crypto, processes }, tenant);
  return {
    answers,
    sound: isSound(verified),
    streams: await audit.streams(tenant, null, 1_000),
    parked: await queries.parked(tenant, 1_000),
    list: await queries.list(tenant, { process: 'case' }, 1_000, null),
    counts: await queries.counts(tenant, 'case'),
    checkpoints: await store.checkpoints(tenant),
  };
}

test.each([1, 2, 3])('seed %i goes the same way in memory and on PostgreSQL', async (seed) => {
  const { tape } = (await playSeed(seed)).world;
  let now = 0;
  const memory = createMemory({ now: () => now });
  const inMemory = {
    ...memory,
    setNow: async (_: string, instant: number) => {
      now = instant;
    },
  };
  const stored = {
    ...postgres,
    setNow: (tenant: string, instant: number) => postgres.store.setTestClock(tenant, instant),
  };
  const told = await replayed(inMemory, `seed-${seed}`, tape);
  expect(told.sound).toBe(true);
  expect(await replayed(stored, `seed-${seed}`, tape)).toEqual(told);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/pg.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { isSound, verify } from '../../engine/verify/index.ts';
import { openPostgres, type Postgres } from '../../postgres/index.ts';
import { processes } from '../backend.ts';
import { featuredSeats } from './roster.ts';
import { DEMO, demoLaw, seedDemo } from './seed.ts';

let database: FreshDatabase;
let postgres: Postgres;
const crypto = createCrypto(new Uint8Array(32));

beforeAll(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url });
});
afterAll(async () => {
  await postgres.close();
  await database.drop();
});

it('makes the district on a real server, from two servers at once, once', async () => {
  const parts = { ...postgres, crypto, processes, now: Date.now() };
  const told = await Promise.all([seedDemo(parts), seedDemo(parts)]);
  expect(told).toEqual([200, 200]);
  expect(await seedDemo(parts)).toBe(0);

  const { rows } = await postgres.queries.list(DEMO, { process: 'case' }, 500, null);
  expect(rows).toHaveLength(200);
  const logins = (await postgres.accounts.list(DEMO)).map(({ login }) => login);
  const shown = featuredSeats(demoLaw().rulebook).map(({ login }) => login);
  expect(logins).toEqual(expect.arrayContaining(shown));

  const verified = await verify({ ...postgres, crypto, processes }, DEMO);
  expect(verified.differences).toEqual([]);
  expect(isSound(verified)).toBe(true);
});

import { afterAll } from 'vitest';
import { storeContract } from '../../test/contract/store.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { openPostgres, type Postgres } from './index.ts';

let database: FreshDatabase | undefined;
let postgres: Postgres | undefined;

storeContract('on PostgreSQL', async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url, testClock: true });
  const { store } = postgres;
  return { ...postgres, setNow: (tenant, now) => store.setTestClock(tenant, now) };
});

afterAll(async () => {
  await postgres?.close();
  await database?.drop();
});

import { afterAll, expect, test } from 'vitest';
import { accountsContract } from '../../test/contract/accounts.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { openPostgres, type Postgres } from './index.ts';

let database: FreshDatabase | undefined;
let postgres: Postgres | undefined;

async function open(): Promise<Postgres> {
  database ??= await freshDatabase();
  postgres ??= openPostgres({ url: database.url });
  return postgres;
}

accountsContract('on PostgreSQL', async () => {
  const { accounts, store } = await open();
  return { accounts, createTenant: (tenant) => store.createTenant(tenant) };
});

test('a tally counts by month, each name for itself', async () => {
  const { store, tally } = await open();
  await store.createTenant('tally');
  for (const month of ['2026-02', '2026-03', '2026-03']) await tally.add('tally', 'reports', month);
  await tally.add('tally', 'other', '2026-03');
  expect(await tally.counts('tally', 'reports')).toEqual({ '2026-02': 1, '2026-03': 2 });
});

afterAll(async () => {
  await postgres?.close();
  await database?.drop();
});

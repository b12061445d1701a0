import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from './pg.ts';

let mine: FreshDatabase;
let another: FreshDatabase;
beforeAll(async () => {
  mine = await freshDatabase();
  another = await freshDatabase();
});
afterAll(async () => {
  await mine.drop();
  await another.drop();
});

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('given two fresh databases, when one is written to, then the other does not see it', async () => {
  await rows(mine.url, 'CREATE TABLE only_here (n int)');
  expect(await rows(mine.url, "SELECT to_regclass('only_here')::text AS found")).toEqual([
    { found: 'only_here' },
  ]);
  expect(await rows(another.url, "SELECT to_regclass('only_here')::text AS found")).toEqual([
    { found: null },
  ]);
});

test('the embedded server speaks UTF-8 under libc C.UTF-8, which Chinese search needs', async () => {
  const locale = `SELECT datlocprovider, datctype, pg_encoding_to_char(encoding) AS encoding
                  FROM pg_database WHERE datname = current_database()`;
  expect(await rows(mine.url, locale)).toEqual([
    { datlocprovider: 'c', datctype: 'C.UTF-8', encoding: 'UTF8' },
  ]);
});

import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { toyEngine } from '../../test/contract/harness.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import type { Engine } from '../engine/engine.ts';
import type { Request } from '../engine/request.ts';
import { openPostgres, type Postgres } from './index.ts';

let database: FreshDatabase;
let postgres: Postgres;
let engine: Engine;
const sent: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  // One connection, so that opening it is over before anything is counted.
  postgres = openPostgres({ url: database.url, size: 1 });
  engine = toyEngine({ ...postgres, setNow: async () => {} });
  await postgres.store.createTenant('t');
  const query = pg.Client.prototype.query;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given) {
    const [first] = given as unknown as [string | { text: string }];
    sent.push((typeof first === 'string' ? first : first.text).trim());
    return query.apply(this, given);
  });
});

afterAll(async () => {
  vi.restoreAllMocks();
  await postgres.close();
  await database.drop();
});

beforeEach(() => {
  sent.length = 0;
});

const READ = 'SELECT * FROM read($1, $2, $3, $4, $5, $6)';
const WRITE = 'SELECT write_all($1, $2)';

const post = { unit: 'here', role: 'unit_handler' } as const;
const request = (stream: string, type: string, data: object, at: number): Request => ({
  tenant: 't',
  process: 'toy',
  stream,
  actor: { kind: 'staff', account: 'one', post },
  command: { type, data },
  expectedVersion: at,
  key: `${stream}/${type}`,
});
const opened = { title: '路灯不亮', dueAt: 1, number: 'N-1', words: null };

/** Everything between a command and its answer, the setting of the tenant included. */
test('a command is one read and one write', async () => {
  const opening = { ...request('a', 'open', opened, 0), private: { words: '楼道的灯坏了' } };
  expect(await engine.execute(opening)).toMatchObject({ accepted: true, replayed: false });
  expect(sent).toEqual([READ, WRITE]);
});

test('so is one that writes two streams and claims a place', async () => {
  await engine.execute(request('b', 'open', { ...opened, number: null }, 0));
  sent.length = 0;
  expect(await engine.execute(request('a', 'tell', { to: 'b' }, 1))).toMatchObject({
    accepted: true,
  });
  expect(sent).toEqual([READ, WRITE]);
  sent.length = 0;
  await engine.execute(request('a', 'occupy', { place: 'seat', limit: 1 }, 2));
  expect(sent).toEqual([READ, WRITE]);
});

test('and one that is refused, for it is kept as well', async () => {
  expect(await engine.execute(request('c', 'note', { words: null }, 0))).toMatchObject({
    accepted: false,
  });
  expect(sent).toEqual([READ, WRITE]);
});

test('asked again under its key, it is one read', async () => {
  const again = { ...request('a', 'open', opened, 0), private: { words: '楼道的灯坏了' } };
  expect(await engine.execute(again)).toMatchObject({ accepted: true, replayed: true });
  expect(sent).toEqual([READ]);
});

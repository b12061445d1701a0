import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCrypto } from '../../src/engine/crypto.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import type { Crypto, ListFilter, Page } from '../../src/engine/ports.ts';
import type { Answer, Request } from '../../src/engine/request.ts';
import { createMemory } from '../../src/memory/index.ts';
import { openPostgres, type Postgres } from '../../src/postgres/index.ts';
import { emptyInstitution, type Harness, HOUR, T0 } from '../contract/harness.ts';
import { toy } from '../contract/toy.ts';
import { type FreshDatabase, freshDatabase } from '../support/pg.ts';

let database: FreshDatabase;
let postgres: Postgres;
/** A second server on the same database: neither knows what the other has written. */
let another: Postgres;

beforeAll(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url, testClock: true });
  another = openPostgres({ url: database.url, testClock: true, size: 2 });
});

afterAll(async () => {
  await postgres.close();
  await another.close();
  await database.drop();
});

/** One store with an engine on it whose chance repeats itself, so that both write the same bytes. */
interface Side extends Harness {
  readonly engine: Engine;
  readonly crypto: Crypto;
}

function side(harness: Harness): Side {
  let drawn = 0;
  const random = (bytes: number): Uint8Array => {
    drawn += 1;
    const block = createHash('sha512').update(`chance ${drawn}`).digest();
    return Uint8Array.from({ length: bytes }, (_, i) => block[i % block.length] ?? 0);
  };
  const crypto = createCrypto(createHash('sha256').update('both').digest(), random);
  const loadInstitution = async () => emptyInstitution;
  const engine = createEngine({ store: harness.store, crypto, processes: [toy], loadInstitution });
  return { ...harness, crypto, engine };
}

function inMemory(): Side {
  let now = T0;
  const memory = createMemory({ now: () => now });
  const setNow = async (_tenant: string, instant: number) => {
    now = instant;
  };
  return side({ ...memory, setNow });
}

const onPostgres = (): Side =>
  side({ ...postgres, setNow: (tenant, now) => postgres.store.setTestClock(tenant, now) });

/** Through two servers in turns: two writes by one, the third by the other. */
function onTwoServers(): Side {
  let written = 0;
  const write: Postgres['store']['write'] = (request) => {
    written += 1;
    return (written % 3 === 0 ? another : postgres).store.write(request);
  };
  const setNow = (tenant: string, now: number) => postgres.store.setTestClock(tenant, now);
  return side({ ...postgres, store: { ...postgres.store, write }, setNow });
}

const STREAMS = ['a', 'b', 'c', 'B'];

/** What may happen next. Versions are mostly the true one: a world of refusals tests little. */
type Step =
  | {
      readonly do: 'act';
      readonly stream: string;
      readonly behind: number;
      readonly key: number | null;
      readonly words: string | null;
      readonly command: Request['command'];
    }
  | { readonly do: 'wait'; readonly hours: number }
  | { readonly do: 'tick' | 'checkpoint' }
  | { readonly do: 'erase'; readonly stream: string };

const stream = fc.constantFrom(...STREAMS);
const words = fc.option(fc.constantFrom('楼道的灯坏了', 'e\u0301 "quoted" \\ \u{1f4a1}'), {
  freq: 2,
});
const number = fc.option(fc.constantFrom('12345-1', '12345-2'));
const place = fc.record({
  place: fc.constantFrom('seat', 'slot'),
  limit: fc.integer({ min: 0, max: 2 }),
});
const command: fc.Arbitrary<Request['command']> = fc.oneof(
  fc
    .record({
      title: fc.constantFrom('路灯不亮', 'Lamp 路灯', '漏水 3 天'),
      dueAt: fc.option(fc.integer({ min: 0, max: 9 }).map((n) => T0 + n * HOUR)),
      number,
      words: fc.constant(null),
    })
    .map((data) => ({ type: 'open', data })),
  fc.constantFrom({ type: 'note', data: { words: null } }, { type: 'note', data: { words: null } }),
  fc.constant({ type: 'finish', data: {} }),
  place.map((data) => ({ type: 'occupy', data })),
  place.map(({ place }) => ({ type: 'vacate', data: { place } })),
  stream.map((to) => ({ type: 'tell', data: { to } })),
  stream.map((to) => ({ type: 'send', data: { to } })),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      stream,
      behind: fc.constantFrom(0, 0, 0, 0, 1),
      key: fc.option(fc.integer({ min: 1, max: 30 })),
      words,
      command,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('tick' as const, 'checkpoint' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), stream }) },
);

const post = { unit: 'here', role: 'unit_handler' } as const;

async function act(at: Side, tenant: string, act: Extract<Step, { do: 'act' }>): Promise<Answer> {
  const nothing = { idempotency: null, texts: [] };
  const { heads } = await at.store.read({ tenant, streams: [act.stream], ...nothing });
  const holdsWords = act.words !== null && 'words' in (act.command.data as object);
  return at.engine.execute({
    tenant,
    process: 'toy',
    stream: act.stream,
    actor: { kind: 'staff', account: 'one', post },
    command: act.command,
    expectedVersion: Math.max(0, (heads.get(act.stream)?.version ?? 0) - act.behind),
    ...(act.key === null ? {} : { key: `key-${act.key}` }),
    ...(holdsWords ? { private: { words: act.words ?? '' } } : {}),
  });
}

/** Something to act on, from the first step. */
const opening: readonly Step[] = STREAMS.slice(0, 3).map((stream, i) => ({
  do: 'act',
  stream,
  behind: 0,
  key: null,
  words: '三号楼',
  command: {
    type: 'open',
    data: { title: '路灯不亮', dueAt: T0 + i * HOUR, number: null, words: null },
  },
}));

/** Takes the steps on one side; gives every answer on the way. */
async function story(at: Side, tenant: string, steps: readonly Step[]): Promise<unknown[]> {
  const told: unknown[] = [];
  let now = T0;
  await at.store.createTenant(tenant);
  await at.setNow(tenant, now);
  for (const step of [...opening, ...steps, { do: 'tick' } as const]) {
    switch (step.do) {
      case 'act':
        told.push(await act(at, tenant, step).catch((error: Error) => error.message));
        break;
      case 'wait':
        now += step.hours * HOUR;
        await at.setNow(tenant, now);
        break;
      case 'tick':
        await at.engine.tick();
        break;
      case 'checkpoint':
        await at.engine.checkpoint();
        break;
      case 'erase':
        await at.vault.destroy(tenant, step.stream, 'retention');
    }
  }
  return told;
}

const posts = (['unit_handler', 'dispatcher'] as const).map((role) => ({ unit: 'here', role }));
const FILTERS: readonly Partial<ListFilter>[] = [
  {},
  { bucket: 'open' },
  { status: ['open', 'finished'] },
  { category: 'toys', bucket: 'closed' },
  { unit: { id: 'here', territory: ['here'] } },
  { text: '路灯' },
  { text: 'lamp 灯' },
  { text: '3' },
  { overdueAt: T0 + 4 * HOUR },
];

/** All that the ports tell of a tenant. */
async function everything(at: Side, tenant: string): Promise<Record<string, unknown>> {
  const { store, queries, audit, vault } = at;
  const read = await store.read({ tenant, streams: STREAMS, idempotency: null, texts: [] });
  const lists: unknown[] = [];
  for (const filter of FILTERS)
    lists.push(
      await pages((after) => queries.list(tenant, { process: 'toy', ...filter }, 2, after)),
    );
  const own = <T extends { readonly tenant: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.tenant === tenant);
  return {
    read,
    streams: await audit.streams(tenant, null, 100),
    sequenced: await store.sequenced(tenant, 0, 1_000),
    checkpoints: await store.checkpoints(tenant),
    due: own(await store.dueClocks(10_000)),
    pending: own(await store.pendingReactions(10_000)),
    parked: await queries.parked(tenant, 100),
    lists,
    acts: await pages((after) => queries.acts(tenant, { posts }, 1, after)),
    counts: await queries.counts(tenant, 'toy'),
    precedents: await queries.eventsOfType(tenant, 'Noted', 'toys', 5),
    aliases: await queries.byAlias(tenant, { kind: 'external', key: '12345-1' }),
    looks: await vault.looks(tenant, 'a'),
  };
}

async function pages<Row>(ask: (after: string | null) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Row> = await ask(after);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

let runs = 0;

test('the same history gives the same bytes, rows and answers in memory and on PostgreSQL', async () => {
  let events = 0;
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }),
    async (steps) => {
      runs += 1;
      const tenant = `story-${runs}`;
      const memory = inMemory();
      const stored = runs % 2 === 0 ? onPostgres() : onTwoServers();
      const told = await story(memory, tenant, steps);
      expect(await story(stored, tenant, steps)).toEqual(told);
      const kept = await everything(memory, tenant);
      expect(await everything(stored, tenant)).toEqual(kept);
      events += (kept.sequenced as unknown[]).length;
    },
  );
  await fc.assert(property, { seed: 20_260_302, numRuns: 40, endOnFailure: true });
  expect(events).toBeGreaterThan(300);
});

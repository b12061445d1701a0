import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Post } from '../../src/core/process.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import { shippedCalendar } from '../../src/engine/calendar/shipped.ts';
import { createCrypto } from '../../src/engine/crypto.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { found } from '../../src/engine/found.ts';
import type { Answer } from '../../src/engine/request.ts';
import { shippedRulebook } from '../../src/engine/rulebook/shipped.ts';
import { isSound, verify } from '../../src/engine/verify/index.ts';
import { processes } from '../../src/main/backend.ts';
import { openPostgres, type Postgres } from '../../src/postgres/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/pg.ts';

const TENANT = 'district';
const STREET = 'cangkou';
const RACERS = 30;
const CAPACITY = 3;

/** Streets may whistle by law, and urban management answers three calls at a time. */
const narrow = (rulebook: Rulebook): Rulebook => {
  const [own] = rulebook.holdings.filter(({ power }) => power === 'coordinate');
  if (rulebook.whistle === null || own === undefined) throw new Error('nobody whistles');
  const capacity = { ...rulebook.whistle.capacity, units: { urban: CAPACITY } };
  return {
    ...rulebook,
    holdings: [...rulebook.holdings, { ...own, holder: 'type:street', validFrom: 0 }],
    whistle: { ...rulebook.whistle, capacity },
  };
};

let database: FreshDatabase;
let postgres: Postgres;
let engine: Engine;
const crypto = createCrypto(new Uint8Array(32));

beforeAll(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url, testClock: false });
  const { store } = postgres;
  engine = createEngine({ store, crypto, processes });
  const rulebook = shippedRulebook('g-district-whistle');
  const calendar = shippedCalendar('cn');
  if (rulebook === null || calendar === null) throw new Error('not shipped whole');
  const foundation = { tenant: TENANT, calendar, evidence: 'test', rulebook: narrow(rulebook) };
  await found({ engine, store, crypto }, foundation);
});

afterAll(async () => {
  await postgres.close();
  await database.drop();
});

const as = (post: Post) => ({ kind: 'staff', account: `${post.unit}.${post.role}`, post }) as const;

async function register(n: number): Promise<void> {
  const data = {
    kind: 'help',
    intake: 'counter',
    words: null,
    place: { unit: STREET, detail: null },
    contact: null,
    confidential: false,
    external: [],
    receivedBy: STREET,
    title: null,
    receipt: null,
  };
  const answer = await engine.execute({
    tenant: TENANT,
    process: 'case',
    stream: `case-${n}`,
    actor: as({ unit: STREET, role: 'intake_agent' }),
    command: { type: 'register', data },
    private: { words: '示例' },
    expectedVersion: 0,
  });
  expect(answer.accepted).toBe(true);
}

const whistles = (n: number, change: object = {}): Promise<Answer> =>
  engine.execute({
    tenant: TENANT,
    process: 'whistle',
    stream: `whistle-${n}`,
    actor: as({ unit: STREET, role: 'unit_handler' }),
    command: {
      type: 'propose',
      data: {
        case: `case-${n}`,
        kind: 'DAILY',
        level: 1,
        missing: ['fine-appearance'],
        tried: ['劝导'],
        units: ['urban'],
        override: null,
        shown: [],
        ...change,
      },
    },
    expectedVersion: 0,
  });

const codeOf = (answer: Answer) => (answer.accepted ? 'accepted' : answer.refusal.code);

test(`${RACERS} issuers at one moment for a unit that answers ${CAPACITY}: exactly so many get through`, async () => {
  const racers = Array.from({ length: RACERS }, (_, n) => n + 1);
  for (const n of racers) await register(n);
  const answers = (await Promise.all(racers.map((n) => whistles(n)))).map(codeOf);
  expect(answers.filter((code) => code === 'accepted')).toHaveLength(CAPACITY);
  expect(new Set(answers)).toEqual(new Set(['accepted', 'whistle.capacity-full']));

  await register(RACERS + 1);
  await register(RACERS + 2);
  const urgent = { kind: 'EMERGENCY', tried: [] };
  expect(codeOf(await whistles(RACERS + 1, urgent))).toBe('accepted');
  expect(codeOf(await whistles(RACERS + 2, { override: '汛期' }))).toBe('accepted');
  for (let turn = 0; turn < 20; turn++) if ((await engine.tick()).reactions.done === 0) break;
  const verified = await verify({ ...postgres, crypto, processes }, TENANT);
  expect(isSound(verified)).toBe(true);
  const capacity = verified.verdicts.find(({ invariant }) => invariant.number === 28);
  expect(capacity?.evaluated).toBeGreaterThan(0);
}, 120_000);

import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Point } from '../../test/crash/eraser.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import type { Actor, Instant, Role, StreamId, UnitId } from '../core/process.ts';
import { retentionOf } from '../core/retention/reactions.ts';
import type { Request } from '../engine/request.ts';
import { isSound, verify } from '../engine/verify/index.ts';
import { openPostgres } from '../postgres/index.ts';
import { reaimed } from '../postgres/url.ts';
import { createApp } from './app.ts';
import { type Backend, openBackend, processes } from './backend.ts';
import { type Config, ConfigFault, readConfig } from './config.ts';
import { DEMO, foundDemo } from './demo/seed.ts';
import { erasureFile, replayErasures } from './erasures.ts';
import { Lifecycle } from './lifecycle.ts';

const STREET = 'cangkou';
const COMMUNITY = 'cangkou-yishun';
const DAY = 86_400_000;
/** Thursday 5 March 2026, 10:00 in China. */
const BEGINNING: Instant = Date.UTC(2026, 2, 5, 2);

/** What is planted, door by door: none of it may be found in the clear, before or after. */
const SAID = {
  words: '楼下摊贩占道经营到深夜',
  detail: '三号门东侧第二间',
  contact: '称呼某某 0000-80009999',
  added: '昨晚又来了两家摊子',
  note: '约好周三上门看现场',
  reply: '已经劝离并安排巡查',
  verified: '他们来过一次就没再来',
  dissent: '我不认为这样就算办完了',
  reopened: '今天早上又摆出来了',
  withdrawn: '我不想再说了，撤回吧',
  wish: '请把我说的都删掉',
  answered: '依法还须保存至到期之日',
};
const TITLE = '夜间占道摊点扰民';

const folder = mkdtempSync(join(tmpdir(), 'shaoying-erasing-'));
const KEY = join(folder, 'master.key');
const LIST = join(folder, 'erasures.jsonl');
let database: FreshDatabase;
let config: Config;
let admin: pg.Client;
let life: Lifecycle;
let backend: Backend;
let app: FastifyInstance;
let now = BEGINNING;
const log: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const env = {
    DATABASE_URL: database.url,
    SHAOYING_KEY_FILE: KEY,
    SHAOYING_DATA: join(folder, 'data'),
    SHAOYING_TEST_CLOCK: '1',
  };
  config = readConfig(env);
  await open();
  await backend.store.createTenant(DEMO);
  await setNow(BEGINNING);
  await foundDemo(backend);
});

afterAll(async () => {
  await close();
  await database.drop();
});

async function open() {
  life = new Lifecycle();
  backend = await openBackend(config, life);
  app = await createApp(backend, {
    tenant: DEMO,
    logging: { level: 'trace', stream: { write: (line) => log.push(line) } },
    trustProxy: '',
  });
  await life.started('http', () => app.close());
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
}

async function close() {
  await admin.end();
  await life.end();
}

async function setNow(instant: Instant) {
  now = instant;
  await backend.store.setTestClock(DEMO, now);
}

const staff = (unit: UnitId, role: Role): Actor => ({
  kind: 'staff',
  account: `${unit}.${role}`,
  post: { unit, role },
});

async function act(
  stream: StreamId,
  actor: Actor,
  request: Partial<Request> & Pick<Request, 'command'>,
) {
  const expectedVersion = (await backend.queries.entry(DEMO, stream))?.version ?? 0;
  const answer = await backend.engine.execute({
    tenant: DEMO,
    process: 'case',
    stream,
    actor,
    expectedVersion,
    ...request,
  });
  expect(answer).toMatchObject({ accepted: true });
}

async function register(stream: StreamId) {
  const { words, detail, contact } = SAID;
  await act(stream, staff(COMMUNITY, 'intake_agent'), {
    command: {
      type: 'register',
      data: {
        kind: 'complaint',
        intake: 'counter',
        words: null,
        place: { unit: COMMUNITY, detail: null },
        contact: null,
        confidential: false,
        external: [],
        receivedBy: COMMUNITY,
        title: null,
        receipt: null,
      },
    },
    private: { words, 'place.detail': detail, contact },
  });
}

/** From the counter to a case closed over the person's word, reopened, and withdrawn by them. */
async function livedThrough(stream: StreamId) {
  const person: Actor = { kind: 'person', case: stream };
  const [desk, street] = [staff(STREET, 'dispatcher'), staff(STREET, 'unit_handler')];
  const words = { words: null };
  await register(stream);
  await act(stream, person, {
    command: { type: 'add-words', data: words },
    private: { words: SAID.added },
  });
  await act(stream, desk, {
    command: {
      type: 'triage',
      data: { category: 'street-vending', title: TITLE, urgency: null, automatic: false },
    },
  });
  await act(stream, desk, {
    command: { type: 'dispatch', data: { lead: STREET, assisting: [], overrideReason: null } },
  });
  await act(stream, street, { command: { type: 'sign-for', data: {} } });
  await act(stream, street, {
    command: { type: 'contact', data: { means: 'phone', reached: true, note: null } },
    private: { note: SAID.note },
  });
  await act(stream, street, {
    command: { type: 'reply', data: { reply: null, outcome: 'PARTLY', citation: null } },
    private: { reply: SAID.reply },
  });
  await act(stream, person, {
    command: {
      type: 'verify',
      data: { reached: true, solved: 'partly', heard: true, words: null },
    },
    private: { words: SAID.verified },
  });
  await act(stream, person, {
    command: { type: 'disagree', data: words },
    private: { words: SAID.dissent },
  });
  await act(stream, staff('governance', 'callback_agent'), {
    command: { type: 'close', data: { outcome: 'PARTLY' } },
  });
  await turns();
  await act(stream, person, {
    command: { type: 'reopen', data: { reason: 'not_fixed', words: null } },
    private: { words: SAID.reopened },
  });
  await act(stream, person, {
    command: { type: 'withdraw', data: words },
    private: { words: SAID.withdrawn },
  });
  await turns();
  const retention = retentionOf(stream);
  await act(retention, person, {
    process: 'retention',
    command: { type: 'ask-erasure', data: words },
    private: { words: SAID.wish },
  });
  await act(retention, staff('governance', 'archivist'), {
    process: 'retention',
    command: { type: 'answer-erasure', data: { wish: 1, answer: null } },
    private: { answer: SAID.answered },
  });
}

/** The worker, until nothing more comes of it. */
async function turns(n = 6) {
  for (let turn = 0; turn < n; turn += 1) {
    const { clocks, reactions, erased } = await backend.engine.tick();
    const failed = [clocks, reactions, erased].flatMap((step) => step.failed);
    expect(failed).toEqual([]);
  }
}

/** Every row of every table, as text, with the table's name. */
async function stored(client = admin): Promise<string[]> {
  const tables = await client.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'shaoying'::regnamespace AND relkind = 'r'`,
  );
  const rows: string[] = [];
  for (const { relname } of tables.rows) {
    const found = await client.query(`SELECT to_json(t)::text AS row FROM shaoying.${relname} t`);
    rows.push(...found.rows.map(({ row }) => `${relname} ${row}`));
  }
  return rows;
}

const tablesWith = (rows: readonly string[], text: string) => [
  ...new Set(rows.filter((row) => row.includes(text)).map((row) => row.split(' ')[0])),
];

/** In the clear, in base64, in hexadecimal, or escaped. */
const waysOfWriting = (text: string): readonly string[] => [
  text,
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('hex'),
  JSON.stringify(text).slice(1, -1),
];

const statusOf = async (stream: StreamId) =>
  (await backend.queries.entry(DEMO, retentionOf(stream)))?.status;
const keysOf = async (stream: StreamId, client = admin) => {
  const sql = 'SELECT stream FROM shaoying.vault_key WHERE stream LIKE $1';
  return (await client.query(sql, [`%${stream}`])).rows.map((row) => row.stream as string).sort();
};
async function expectSound() {
  const verified = await verify({ ...backend, processes }, DEMO);
  const broken = verified.verdicts.filter(({ violations }) => violations.length > 0);
  expect([verified.differences, broken]).toEqual([[], []]);
  expect(isSound(verified)).toBe(true);
}

/** Callbacks that nobody was asked for, of its one closing: without a key, and with a title until then. */
const UNASKED = ['callback-gone-1', 'recheck-gone-1'];

describe('a matter kept, and then erased', () => {
  const gone = 'gone';
  const stays = 'stays';
  const copy = () =>
    reaimed(database.url, { database: `${new URL(database.url).pathname.slice(1)}_copy` });

  beforeAll(async () => {
    await livedThrough(gone);
    await register(stays);
    await turns();
  });

  it('before: it is kept with its keys, and nothing said stands in the clear', async () => {
    expect(await statusOf(gone)).toBe('kept');
    expect(await keysOf(gone)).toEqual([gone, retentionOf(gone)]);
    const all = [...(await stored()), ...log].join('\n');
    for (const text of Object.values(SAID))
      for (const written of waysOfWriting(text)) expect(all).not.toContain(written);
    const titled = tablesWith(await stored(), TITLE);
    expect(titled).toEqual(
      expect.arrayContaining(['list_row', 'stream_state', 'event', 'command']),
    );
    expect(tablesWith(await stored(), `"token":"${TITLE.slice(0, 2)}"`)).toEqual(['search_token']);
  });

  it('a day before its time nothing happens, and a backup is taken', async () => {
    await setNow(BEGINNING + 183 * DAY);
    await turns();
    expect(await statusOf(gone)).toBe('kept');
    await close();
    const client = new pg.Client({
      connectionString: reaimed(database.url, { database: 'postgres' }),
    });
    await client.connect();
    const [from, to] = [database.url, copy()].map((url) => new URL(url).pathname.slice(1));
    await client.query(`CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY file_copy`);
    await client.end();
    await open();
  });

  it('after: no key, no text, no title in lists, search, states or queues; the log stays sound', async () => {
    await setNow(BEGINNING + 185 * DAY);
    await turns();
    expect(await statusOf(gone)).toBe('erased');
    expect(await keysOf(gone)).toEqual([]);
    expect(await keysOf(stays)).toEqual([stays]);
    const rows = await stored();
    expect(rows.filter((row) => row.startsWith('vault ') && row.includes(`"${gone}"`))).toEqual([]);
    // What staff wrote in the clear is the record, and the record is only ever added to.
    expect(tablesWith(rows, TITLE).toSorted()).toEqual(['command', 'event']);
    expect(tablesWith(rows, `"token":"${TITLE.slice(0, 2)}"`)).toEqual([]);
    expect(
      rows.filter((row) => row.startsWith('reaction ') && row.includes(`"id":"${gone}/`)),
    ).toEqual(
      // Told once the keys were gone: nothing of the person.
      [],
    );
    await expectSound();
  });

  it('the list outside the database names what went, and nobody', () => {
    const lines = readFileSync(LIST, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      [gone, retentionOf(gone), ...UNASKED].map((stream) => ({
        tenant: DEMO,
        stream,
        reason: 'withdrawn',
        at: expect.any(Number),
      })),
    );
  });

  it('a restored backup is served only once the list was replayed', async () => {
    const restored = openPostgres({ url: copy(), testClock: true });
    const client = new pg.Client({ connectionString: copy() });
    await client.connect();
    try {
      expect(await keysOf(gone, client)).toEqual([gone, retentionOf(gone)]);
      expect(await replayErasures(restored, erasureFile(LIST))).toBe(4);
      expect(await keysOf(gone, client)).toEqual([]);
      expect(await keysOf(stays, client)).toEqual([stays]);
      expect(await replayErasures(restored, erasureFile(LIST))).toBe(0);
    } finally {
      await client.end();
      await restored.close();
    }
  });

  it('a list that was lost is written again from what the database knows', async () => {
    const other = join(folder, 'lost', 'erasures.jsonl');
    expect(await replayErasures(backend, erasureFile(other))).toBe(0);
    const streams = erasureFile(other)
      .read()
      .map(({ stream }) => stream);
    expect(streams).toEqual([gone, retentionOf(gone), ...UNASKED].toSorted());
  });

  it('a line that a crash cut off is passed over; one that says nothing stops the start', () => {
    const path = join(folder, 'torn.jsonl');
    appendFileSync(path, '{"tenant":"demo","stream":"a","reas');
    const file = erasureFile(path);
    expect(file.read()).toEqual([]);
    const line = { tenant: DEMO, stream: 'b', reason: 'usual', at: 1 };
    return file.append([line]).then(() => {
      expect(file.read()).toEqual([line]);
      appendFileSync(path, '{"who":"knows"}\n');
      expect(() => file.read()).toThrow(ConfigFault);
    });
  });
});

describe('a worker killed in the middle of an erasure', () => {
  const POINTS: readonly Point[] = ['before-list', 'after-list', 'half-way', 'before-said'];
  const eraser = fileURLToPath(new URL('../../test/crash/eraser.ts', import.meta.url));

  it.each(POINTS)('%s: the next turn ends it, once', async (point) => {
    const stream = `killed-${point}`;
    const person: Actor = { kind: 'person', case: stream };
    await register(stream);
    await act(stream, person, { command: { type: 'withdraw', data: { words: null } } });
    await turns();
    await setNow(now + 190 * DAY);
    const env = { ...process.env, DATABASE_URL: database.url, KEY, LIST };
    const { signal } = spawnSync(process.execPath, [eraser, point], { env });
    expect([signal, await statusOf(stream)]).toEqual(['SIGKILL', 'erasing']);
    await turns();
    expect([await statusOf(stream), await keysOf(stream)]).toEqual(['erased', []]);
    const events = await backend.store.events(DEMO, retentionOf(stream));
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type === 'ErasureOrdered' || type === 'Erased')).toEqual([
      'ErasureOrdered',
      'Erased',
    ]);
    const listed = erasureFile(LIST)
      .read()
      .map((line) => line.stream);
    expect(listed).toEqual(expect.arrayContaining([stream, retentionOf(stream)]));
    await expectSound();
  });
});

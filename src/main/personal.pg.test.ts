import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import type { Role, UnitId } from '../core/process.ts';
import { createApp } from './app.ts';
import { type Backend, openBackend } from './backend.ts';
import { readConfig } from './config.ts';
import { DEMO, foundDemo } from './demo/seed.ts';
import { Lifecycle } from './lifecycle.ts';

/** A street of the shipped rulebook, and a community in it. */
const STREET = 'cangkou';
const COMMUNITY = 'cangkou-yishun';

const SAID = {
  words: '楼下摊贩占道经营到深夜',
  detail: '三号门东侧第二间',
  name: '称呼某某',
  telephone: '0000-80009999',
  added: '昨晚又来了两家摊子',
  note: '约好周三上门看现场',
  reply: '已经劝离并安排巡查',
  refused: '这一句没有被接受过',
};

let database: FreshDatabase;
let admin: pg.Client;
let backend: Backend;
let app: FastifyInstance;
const life = new Lifecycle();
const log: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'shaoying-personal-'));
  const config = readConfig({
    DATABASE_URL: database.url,
    SHAOYING_KEY_FILE: join(folder, 'master.key'),
  });
  backend = await openBackend({ ...config, dataDir: join(folder, 'data') }, life);
  await foundDemo(backend);
  app = await createApp(backend, {
    tenant: DEMO,
    logging: { level: 'trace', stream: { write: (line) => log.push(line) } },
    trustProxy: '',
  });
  await life.started('http', () => app.close());
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  for (const n of [1, 2]) requests.push(await livedThrough(n));
});

afterAll(async () => {
  await admin.end();
  await life.end();
  await database.drop();
});

/** The same person says the same twice; each is handled up to its reply, a refusal on the way. */
async function livedThrough(n: number): Promise<string> {
  const clerk = await session(COMMUNITY, 'intake_agent', n);
  const desk = await session(STREET, 'dispatcher', n);
  const street = await session(STREET, 'unit_handler', n);
  const { words, detail, name, telephone } = SAID;
  const { id } = await tell(clerk, '/cases', 201, {
    reportsOfficial: false,
    kind: 'complaint',
    intake: 'counter',
    words,
    place: { unit: COMMUNITY, detail },
    contact: { name, telephone },
  });
  const act = async (who: string, type: string, body: object, status = 200) => {
    const expectedVersion = (await backend.queries.entry(DEMO, id))?.version;
    await tell(who, `/cases/${id}/${type}`, status, { expectedVersion, ...body });
  };
  const person = { kind: 'person', relation: 'relative' };
  await act(clerk, 'add-words', { words: SAID.added, onBehalfOf: person });
  await act(desk, 'triage', { category: 'street-vending', title: '占道经营' });
  await act(desk, 'dispatch', { lead: STREET });
  await act(desk, 'reply', { reply: SAID.refused, outcome: 'FIXED' }, 409);
  await act(street, 'sign-for', {});
  await act(street, 'contact', { means: 'phone', reached: true, note: SAID.note });
  await act(street, 'reply', { reply: SAID.reply, outcome: 'FIXED' });
  return id;
}

async function session(unit: UnitId, role: Role, n: number): Promise<string> {
  const post = { unit, role };
  const id = `${unit}.${role}.${n}`;
  const token = backend.crypto.id(160);
  await backend.accounts.create(DEMO, {
    id,
    login: id,
    password: 'none',
    posts: [post],
    disabled: false,
  });
  await backend.accounts.openSession(DEMO, {
    tokenHash: backend.crypto.hash(token),
    account: id,
    post,
    openedAt: 0,
    idleUntil: Number.MAX_SAFE_INTEGER,
    until: Number.MAX_SAFE_INTEGER,
  });
  return `shaoying_session=${DEMO}.${token}`;
}

async function tell(cookie: string, url: string, status: number, payload: object) {
  const headers = { cookie };
  const answer = await app.inject({ method: 'POST', url: `/api${url}`, payload, headers });
  expect([answer.statusCode, answer.body]).toEqual([status, expect.anything()]);
  return answer.json();
}

/** Every row of every table, as text, of one stream or of all. */
async function stored(stream?: string): Promise<string[]> {
  const tables = await admin.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'shaoying'::regnamespace AND relkind = 'r'`,
  );
  const rows: string[] = [];
  for (const { relname } of tables.rows) {
    const found = await admin.query(`SELECT to_json(t)::text AS row FROM shaoying.${relname} t`);
    rows.push(...found.rows.map(({ row }) => `${relname} ${row}`));
  }
  return stream === undefined ? rows : rows.filter((row) => row.includes(stream));
}

const waysOfWriting = (text: string): readonly string[] => [
  text,
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('hex'),
  JSON.stringify(text).slice(1, -1),
];

it('given requests lived through, then nothing said stands anywhere outside the vault', async () => {
  const all = [...(await stored()), ...log].join('\n');
  expect(all).toContain('占道经营');
  for (const text of Object.values(SAID))
    for (const written of waysOfWriting(text)) expect(all).not.toContain(written);
});

it('given the same person saying the same twice, then nothing stored tells so', async () => {
  const long = /[0-9a-f]{32,}|[A-Za-z0-9+/]{32,}/g;
  const [one = [], other = []] = await Promise.all(
    requests.map(async (id) => {
      const personal = (await stored(id)).filter((row) => /^(vault|event|command|alias)/.test(row));
      return personal.flatMap((row) => row.match(long) ?? []);
    }),
  );
  // What both lean on, and who acted, is the institution's and not the person's.
  expect(one.length).toBeGreaterThan(20);
  expect(one.filter((value) => other.includes(value))).toEqual([]);
});

it('given its key destroyed, then of a request no text and no key is left', async () => {
  const [gone = '', stays = ''] = requests;
  await backend.vault.destroy(DEMO, gone, 'retention');
  const left = (await stored(gone)).filter((row) => /^vault(_key)? /.test(row));
  expect(left).toEqual([]);
  expect((await stored(stays)).filter((row) => /^vault_key /.test(row))).toHaveLength(1);
});

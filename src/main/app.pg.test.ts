import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { hashPassword } from '../api/session/passwords.ts';
import type { Role, UnitId } from '../core/process.ts';
import { createApp } from './app.ts';
import { type Backend, openBackend } from './backend.ts';
import { readConfig } from './config.ts';
import { DEMO, foundDemo } from './demo/seed.ts';
import { Lifecycle } from './lifecycle.ts';

const PASSWORD = '一个很长的口令';
const WORDS = '门口的摊贩占道经营，轮椅过不去';

/** A street of the shipped rulebook, and a community in it. */
const STREET = 'cangkou';
const COMMUNITY = 'cangkou-yishun';

let database: FreshDatabase;
let life: Lifecycle;
let backend: Backend;
let app: FastifyInstance;
const log: string[] = [];

const start = async () => {
  life = new Lifecycle();
  const keyFile = join(folder, 'master.key');
  const config = readConfig({ DATABASE_URL: database.url, SHAOYING_KEY_FILE: keyFile });
  backend = await openBackend({ ...config, dataDir: join(folder, 'data') }, life);
  app = await createApp(backend, {
    tenant: DEMO,
    logging: { level: 'trace', stream: { write: (line) => log.push(line) } },
    trustProxy: '',
    limits: { signIn: 1000, requests: 1000 },
  });
  await life.started('http', () => app.close());
};
const folder = mkdtempSync(join(tmpdir(), 'shaoying-app-'));

beforeAll(async () => {
  database = await freshDatabase();
  await start();
});
afterAll(async () => {
  await life.end();
  await database.drop();
});

const accountOf = async (unit: UnitId, role: Role) => {
  const login = `${unit}.${role}`;
  await backend.accounts.create(DEMO, {
    id: backend.crypto.id(80),
    login,
    password: await hashPassword(PASSWORD),
    posts: [{ unit, role }],
    disabled: false,
  });
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login, password: PASSWORD },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
};

describe('the whole way on PostgreSQL', () => {
  let desk: string;
  let street: string;
  let caller: string;
  let id: string;

  const ask = async (cookie: string, url: string, payload?: object, key?: string) => {
    const answer = await app.inject({
      method: payload === undefined ? 'GET' : 'POST',
      url: `/api${url}`,
      headers: { cookie, ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const act = async (cookie: string, name: string, body: object = {}) => {
    const { version } = (await ask(cookie, `/cases/${id}`)).body;
    const answer = await ask(cookie, `/cases/${id}/${name}`, { expectedVersion: version, ...body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };

  it('is not ready before there is an institution, and is once there is', async () => {
    expect((await app.inject('/health/ready')).json()).toEqual({
      ready: false,
      missing: ['institution'],
    });
    await foundDemo(backend);
    await foundDemo(backend);
    await expect
      .poll(async () => (await app.inject('/health/ready')).statusCode, { timeout: 5_000 })
      .toBe(200);
  });

  it('registers once, however often it is asked under one key', async () => {
    const clerk = await accountOf(COMMUNITY, 'intake_agent');
    const request = {
      reportsOfficial: false,
      kind: 'complaint',
      intake: 'counter',
      words: WORDS,
      place: { unit: COMMUNITY, detail: '正门外' },
      contact: { telephone: '0000-80009999' },
    };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask(clerk, '/cases', request, 'one-request')),
    );
    for (const { status } of answers) expect(status).toBe(201);
    expect(new Set(answers.map(({ body }) => `${body.id} ${body.receipt}`)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.replayed)).toHaveLength(1);
    id = answers[0]?.body.id;
    expect((await ask(clerk, '/cases')).body.rows).toHaveLength(1);
  });

  it('goes from triage to close as the duty list proposes', async () => {
    desk = await accountOf(STREET, 'dispatcher');
    street = await accountOf(STREET, 'unit_handler');
    caller = await accountOf('governance', 'callback_agent');
    const proposal = (await ask(desk, `/cases/${id}/proposal`)).body;
    expect(proposal.categories[0].code).toBe('street-vending');
    expect(proposal.lead.unit).toBe(STREET);
    await act(desk, 'triage', { category: proposal.category, title: '占道经营' });
    await act(desk, 'dispatch', {
      lead: proposal.lead.unit,
      assisting: proposal.assisting.map(({ unit }: { unit: string }) => unit),
    });
    expect((await ask(street, '/acts')).body).toMatchObject({
      counts: { total: 1, overdue: 0 },
      rows: [{ case: id, act: 'sign-for' }],
    });
    await act(street, 'sign-for');
    await act(street, 'contact', { means: 'phone', reached: true, note: '约好上门' });
    await act(street, 'reply', { reply: '已劝离，安排每日巡查', outcome: 'FIXED' });
    await act(caller, 'verify', { reached: true, solved: 'yes', heard: true });
    await act(caller, 'close', { outcome: 'FIXED' });
  });

  it('is there when the program starts again, words, looks and all', async () => {
    await life.end();
    await start();
    const { body } = await ask(desk, `/cases/${id}`);
    expect(body).toMatchObject({ status: 'closed', outcome: 'FIXED', words: WORDS });
    expect(body.thread.map(({ type }: { type: string }) => type)).toEqual([
      'Registered',
      'Triaged',
      'Dispatched',
      'SignedFor',
      'Contacted',
      'Replied',
      'Verified',
      'Closed',
    ]);
    expect(body.thread[5].words).toBe('已劝离，安排每日巡查');
    expect((await ask(desk, '/rulebook/duties?limit=5&text=占道')).body.rows).toHaveLength(4);
  });

  it('logged nothing that was said', () => {
    const lines = log.join('');
    for (const secret of [WORDS, PASSWORD, '正门外', '80009999', '劝离', '约好']) {
      expect(lines).not.toContain(secret);
    }
  });
});

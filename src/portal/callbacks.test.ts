import { beforeEach, describe, expect, it } from 'vitest';
import { callbackOf } from '../core/callback/streams.ts';
import type { Post } from '../core/process.ts';
import { callbackLaw } from '../core/rulebook/small.fixture.ts';
import { openPortal, type PortalUnderTest, staff } from './portal.fixture.ts';

const DAY = 24 * 3_600_000;
const all = { ...callbackLaw, samples: callbackLaw.samples.map((one) => ({ ...one, share: 1 })) };

let portal: PortalUnderTest;
let stream: string;
let cookies: Record<string, string>;

const form = (fields: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});
const post = (url: string, fields: Record<string, string>) =>
  portal.app.inject({ method: 'POST', url, cookies, ...form(fields) });
const get = async (url: string, lang = 'zh') =>
  (await portal.app.inject({ url, cookies: { ...cookies, lang } })).body;
const fieldsIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );

const settled = async () => {
  for (let n = 0; n < 3; n++) await portal.engine.tick();
};

/** Said by a resident, led by the community, verified and closed; its day of asking has come. */
beforeEach(async () => {
  portal = await openPortal({ law: { callback: all } });
  const told = { danger: 'no', official: 'no', what: '楼道堆物', kind: 'help', unit: 'c11' };
  cookies = {};
  const said = await post('/say', { ...told, who: 'self', key: 'k', step: 'check', go: 'next' });
  const code = (/class="code">([0-9A-Z ]{14})</.exec(said.body)?.[1] ?? '').replaceAll(' ', '');
  const page = await post('/follow', { code });
  cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const { rows } = await portal.memory.queries.list('demo', { process: 'case' }, 10, null);
  stream = rows[0]?.stream ?? '';
  const desk: Post = { unit: 's1', role: 'dispatcher' };
  const lead: Post = { unit: 'c11', role: 'unit_handler' };
  const caller: Post = { unit: 'centre', role: 'callback_agent' };
  const sealed = { ref: '', commitment: '' };
  const acts: readonly (readonly [Post, string, object, Record<string, string>?])[] = [
    [desk, 'triage', { category: 'neighbours', title: '堆物', urgency: null, automatic: false }],
    [desk, 'dispatch', { lead: 'c11', assisting: [], overrideReason: null }],
    [lead, 'sign-for', {}],
    [lead, 'reply', { reply: sealed, outcome: 'FIXED', citation: null }, { reply: '已清理' }],
    [caller, 'verify', { reached: true, solved: 'yes', heard: null, words: null }],
    [caller, 'close', { outcome: 'FIXED' }],
  ];
  for (const [by, type, data, texts] of acts) await staff(portal, stream, by, type, data, texts);
  await settled();
});

const itsDay = async () => {
  portal.clock += 14 * DAY;
  await settled();
};

describe('the person, called back', () => {
  it('is asked from its day on, and answers one question a page', async () => {
    expect(await get('/follow')).not.toContain('/follow/callback');
    await itsDay();
    expect(await get('/follow')).toContain('href="/follow/callback"');
    expect(await get('/follow', 'en')).toContain('Now that it is closed');
    let page = await get('/follow/callback');
    const replies = ['yes', 'no', 'none', 'partly'];
    const seen: string[] = [];
    for (const reply of replies) {
      const fields = fieldsIn(page);
      seen.push(fields.question ?? '');
      page = (await post('/follow/callback', { ...fields, reply })).body;
    }
    expect(seen).toEqual(['contacted', 'solved', 'satisfied', 'listened']);
    const last = { ...fieldsIn(page), words: '又堆满了', share: 'no' };
    const done = await post('/follow/callback', last);
    expect([done.statusCode, done.headers.location]).toEqual([303, '/follow?done=1']);
    const state = await stateOf();
    expect(state.answers).toMatchObject([
      {
        by: 'person',
        replies: { contacted: 'yes', solved: 'no', satisfied: null, listened: 'partly' },
        share: false,
      },
    ]);
    await settled();
    const after = await get('/follow');
    expect(after).toContain('回访时您说没有解决。');
    expect(after).not.toContain('/follow/callback');
  });

  it('says what is missing and keeps what was answered', async () => {
    await itsDay();
    const first = fieldsIn(await get('/follow/callback'));
    const page = await post('/follow/callback', first);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('href="#reply"');
    const second = await post('/follow/callback', { ...first, reply: 'yes' });
    expect(fieldsIn(second.body)).toMatchObject({ contacted: 'yes', question: 'solved' });
    const empty = { ...first, question: 'words', words: '' };
    expect((await post('/follow/callback', empty)).body).toContain('一个问题也没有回答');
  });

  it('is told that calls reached nobody, and may still answer', async () => {
    await itsDay();
    const agent: Post = { unit: 'centre', role: 'callback_agent' };
    for (let n = 0; n < 2; n++) {
      await staff(portal, callback(), agent, 'call-in-vain', {}, {}, { process: 'callback' });
    }
    expect(await get('/follow')).toContain('没有联系上您');
  });

  it('tells of pressure, and reads what was done about it; who asked is in the log of looks', async () => {
    const fields = fieldsIn(await get('/follow/pressure'));
    expect((await post('/follow/pressure', fields)).body).toContain('请写几句话');
    const done = await post('/follow/pressure', { ...fields, words: '社区让我打满意' });
    expect(done.statusCode).toBe(303);
    expect(await get('/follow')).toContain('督办员正在核实');
    const supervisor: Post = { unit: 'centre', role: 'supervisor' };
    const data = { report: 1, done: { ref: '', commitment: '' } };
    await staff(
      portal,
      callback(),
      supervisor,
      'answer-pressure',
      data,
      { done: '已责令道歉' },
      { process: 'callback' },
    );
    const page = await get('/follow');
    expect(page).toContain('社区让我打满意');
    expect(page).toContain('已责令道歉');
  });
});

const callback = () => callbackOf(stream, 1);

async function stateOf() {
  const { heads } = await portal.memory.store.read({
    tenant: 'demo',
    streams: [callback()],
    idempotency: null,
    texts: [],
  });
  return JSON.parse(heads.get(callback())?.state ?? '{}');
}

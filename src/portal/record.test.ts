import { beforeEach, describe, expect, it } from 'vitest';
import { retentionOf } from '../core/retention/reactions.ts';
import { retaining } from '../core/rulebook/retaining.fixture.ts';
import { openPortal, type PortalUnderTest, staff } from './portal.fixture.ts';

const DAY = 86_400_000;
const WORDS = '路口的灯三天不亮了，<b>老人</b>看不清台阶。';
const NAME = '某居民';

const form = (fields: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});

let portal: PortalUnderTest;
let cookies: Record<string, string>;
let stream: string;

beforeEach(async () => {
  portal = await openPortal({ law: { retention: retaining } });
  const fields = { danger: 'no', official: 'no', what: WORDS, kind: 'help', unit: 'c11' };
  const more = { detail: '东门外', name: NAME, phone: '0755-1234567', who: 'self', key: 'page' };
  const said = await portal.app.inject({
    method: 'POST',
    url: '/say',
    ...form({ ...fields, ...more, step: 'check', go: 'next' }),
  });
  const code = (/class="code">([0-9A-Z ]{14})</.exec(said.body)?.[1] ?? '').replaceAll(' ', '');
  const page = await portal.app.inject({ method: 'POST', url: '/follow', ...form({ code }) });
  cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const list = await portal.memory.queries.list('demo', { process: 'case' }, 10, null);
  stream = list.rows[0]?.stream ?? '';
});

const get = async (url: string, lang = 'zh') =>
  (await portal.app.inject({ url, cookies: { ...cookies, lang } })).body;
const post = (url: string, fields: Record<string, string>) =>
  portal.app.inject({ method: 'POST', url, cookies, ...form(fields) });
const versionOf = async (of: string) => (await portal.memory.store.events('demo', of)).length;

async function turns() {
  for (let n = 0; n < 5; n += 1) await portal.engine.tick();
}

async function withdrawn() {
  await post('/follow/withdraw', {
    version: String(await versionOf(stream)),
    key: 'w',
    words: '不说了',
  });
  await turns();
}

describe('what is held on a request', () => {
  it('is told with the consents, while the matter is in hand and after', async () => {
    expect(await get('/follow/record')).toContain('事情还在办理');
    await withdrawn();
    const page = await get('/follow/record');
    expect(page).toContain('按“withdrawn类”保存到');
    expect(page).toContain('要求保密：不是');
    expect(page).toContain('可以联系您：是');
    expect(await get('/follow/record', 'en')).toContain(
      'Kept under the class “class withdrawn” until',
    );
  });

  it('is the person’s to take, to read and as data, and that is a look of their own', async () => {
    await withdrawn();
    const page = await get('/follow/held');
    expect(page).toContain('&lt;b&gt;老人&lt;/b&gt;');
    for (const text of [NAME, '0755-1234567', '东门外', '不说了']) expect(page).toContain(text);
    expect(page.length).toBeLessThan(30_000);
    const data = JSON.parse(await get('/follow/held.json'));
    expect(data).toMatchObject({ format: 'shaoying.held/1', outcome: 'WITHDRAWN_BY_PERSON' });
    expect(JSON.stringify(data)).toContain('东门外');
    expect(JSON.stringify(data)).not.toMatch(/account|commitment/);
    expect(await get('/follow/looks')).toContain('您本人 · 全部内容');
    const anyone = await portal.app.inject({ url: '/follow/held.json' });
    expect(anyone.body).not.toContain('东门外');
  });

  it('may be wished away, once; the answer stands beside the wish', async () => {
    await withdrawn();
    const version = String(await versionOf(retentionOf(stream)));
    const sent = await post('/follow/erasure', { version, key: 'e', words: '请都删掉' });
    expect(sent.headers.location).toBe('/follow/record?done=1');
    const page = await get('/follow/record');
    expect(page).toContain('请都删掉');
    expect(page).toMatch(/最迟答复时间：\d{4}年/);
    expect(page).not.toContain('action="/follow/erasure"');
    const again = await post('/follow/erasure', { version: String(Number(version) + 2), key: 'f' });
    expect([again.statusCode, again.body.includes('已经提出过销毁请求')]).toEqual([422, true]);
    const archivist = { unit: 'centre', role: 'archivist' } as const;
    const data = { wish: 1, answer: null };
    const answer = '依规定保存至期满';
    await staff(
      portal,
      retentionOf(stream),
      archivist,
      'answer-erasure',
      data,
      { answer },
      {
        process: 'retention',
      },
    );
    expect(await get('/follow/record')).toContain(answer);
  });

  it('is gone when its time is over: the receipt opens a plain page that says so', async () => {
    await withdrawn();
    portal.clock += 11 * DAY;
    await portal.engine.tick();
    expect(await get('/follow/record')).toContain('保存期限已满，系统即将销毁');
    await turns();
    const version = String(await versionOf(retentionOf(stream)));
    const late = await post('/follow/erasure', { version, key: 'late' });
    expect(late.body).toContain('保存状态是“已销毁”，此时不能“请求销毁”');
    const page = await get('/follow');
    expect(page).toContain('已经销毁，谁也不能再读');
    expect(page).toContain('withdrawn类');
    expect(await get('/follow', 'en')).toContain('nobody can read them any more');
    for (const url of ['/follow', '/follow/held', '/follow/held.json', '/follow/record']) {
      const body = await get(url);
      for (const text of ['老人', NAME, '东门外', '不说了']) expect(body).not.toContain(text);
    }
  });
});

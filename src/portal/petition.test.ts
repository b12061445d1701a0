import { beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../core/process.ts';
import { openPortal, type PortalUnderTest, staff } from './portal.fixture.ts';

const DAY = 24 * 3_600_000;
const OFFICE = { unit: 'centre', role: 'unit_handler' } as const;
const BODY = { unit: 's1', role: 'unit_handler' } as const;
const ABOVE = { unit: 'd', role: 'unit_handler' } as const;
const PETITION = 'petition-of-the-test';

const form = (fields: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});

let portal: PortalUnderTest;
let cookies: Record<string, string>;
let request: string;

const page = async (url = '/follow', lang = 'zh') =>
  portal.app.inject({ url, cookies: { ...cookies, lang } });
const post = (url: string, fields: Record<string, string>) =>
  portal.app.inject({ method: 'POST', url, cookies, ...form(fields) });
const act = async (by: Post, type: string, data: object, texts = {}) => {
  await staff(portal, PETITION, by, type, data, texts, { process: 'petition' });
  await portal.engine.tick();
};
const deliver = (letter: number, by: Post = OFFICE) =>
  act(by, 'deliver', { letter, means: 'in-person', proof: null });
const opinion = (by: Post, verdict: string) =>
  act(
    by,
    'give-opinion',
    { verdict, basis: '某条例第五条' },
    { request: '请求', facts: '事实', opinion: '意见全文在此' },
  );
const version = async () => String((await portal.memory.store.events('demo', PETITION)).length);

beforeEach(async () => {
  portal = await openPortal();
  const sent = await portal.app.inject({
    method: 'POST',
    url: '/say',
    ...form({
      danger: 'no',
      official: 'no',
      what: '补偿款少算了',
      kind: 'complaint',
      unit: 'c11',
      detail: '东门外',
      who: 'self',
      key: 'page-one',
      step: 'check',
      go: 'next',
    }),
  });
  const code = (/class="code">([0-9A-Z ]{14})</.exec(sent.body)?.[1] ?? '').replaceAll(' ', '');
  const followed = await post('/follow', { code });
  cookies = Object.fromEntries(followed.cookies.map(({ name, value }) => [name, value]));
  const list = await portal.memory.queries.list('demo', { process: 'case' }, 10, null);
  request = list.rows[0]?.stream ?? '';
  const told = { case: request, kind: 'claim', number: null, representatives: 1, words: null };
  await act(OFFICE, 'register', told);
});

const answered = async () => {
  await act(OFFICE, 'route', { bodies: ['s1'] });
  await act(BODY, 'accept', {});
  await deliver(1, BODY);
  await opinion(BODY, 'NOT_SUPPORT');
};

describe('the person’s page of a petition', () => {
  it('says where it is, what comes next by when, and why', async () => {
    const registered = (await page()).body;
    expect(registered).toContain('已登记，待转送');
    expect(registered).toContain('应当转给有权处理的单位');
    expect(registered).toContain('第 22 条');
    await act(OFFICE, 'route', { bodies: ['s1'] });
    expect((await page()).body).toContain('书面告诉您是否受理');
  });

  it('shows an opinion once it is delivered, and of whom to ask until when', async () => {
    await answered();
    expect((await page()).body).not.toContain('意见全文在此');
    await deliver(2);
    const { body } = await page();
    expect(body).toContain('意见全文在此');
    expect(body).toContain('不予支持');
    expect(body).toContain('某条例第五条');
    expect(body).toMatch(/请上一级再看一次 \(示例区\)/);
    const english = (await page('/follow', 'en')).body;
    expect(english).toContain('you may ask the unit above to look again until');
  });

  it('takes the request for review, and says who reviews and by when', async () => {
    await answered();
    await deliver(2);
    const asking = (await page('/follow/review')).body;
    expect(asking).toContain('三十日内可以提出');
    const stale = await post('/follow/review', { version: '1', words: '核定有误' });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('核定有误');
    const sent = await post('/follow/review', { version: await version(), words: '核定有误' });
    expect(sent.headers.location).toBe('/follow?done=1');
    await portal.engine.tick();
    const { body } = await page();
    expect(body).toContain('示例区应当作出复查意见');
    expect(body).not.toContain('/follow/review');
    expect(portal.log.join()).not.toContain('核定有误');
  });

  it('answers who asks too late with the reason and the way', async () => {
    await answered();
    await deliver(2);
    portal.clock += 40 * DAY;
    await portal.engine.tick();
    await post('/follow/review', { version: await version(), words: '' });
    const { body } = await page();
    expect(body).toContain('可以向信访局咨询');
    const again = await post('/follow/review', { version: await version(), words: '' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('也已书面答复');
  });

  it('takes new facts after the end, and needs words for them', async () => {
    await answered();
    await deliver(2);
    await post('/follow/review', { version: await version(), words: '' });
    await opinion(ABOVE, 'EXPLAIN');
    await deliver(3);
    portal.clock += 40 * DAY;
    await portal.engine.tick();
    expect((await post('/follow/facts', { version: await version(), words: '' })).statusCode).toBe(
      422,
    );
    await post('/follow/facts', { version: await version(), words: '找到了当年的底册' });
    await portal.engine.tick();
    const rows = await portal.memory.queries.acts('demo', { posts: [OFFICE] }, 5, null);
    expect(rows.rows).toMatchObject([{ act: 'petition.look' }]);
  });

  it('withdraws the petition alone', async () => {
    expect((await page()).body).toContain('撤回信访事项');
    await post('/follow/withdraw-petition', { version: await version(), words: '' });
    await portal.engine.tick();
    const { body } = await page();
    expect(body).toContain('已终结');
    expect(await portal.memory.queries.entry('demo', request)).toMatchObject({ bucket: 'open' });
  });

  it('opens nothing to another person’s receipt', async () => {
    const answer = await portal.engine.execute({
      tenant: 'demo',
      process: 'petition',
      stream: PETITION,
      actor: { kind: 'person', case: 'another' },
      command: { type: 'withdraw', data: { words: null } },
      expectedVersion: Number(await version()),
    });
    expect(answer).toMatchObject({
      accepted: false,
      refusal: { code: 'petition.not-the-person' },
    });
  });
});

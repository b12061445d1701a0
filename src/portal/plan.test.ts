import { beforeEach, describe, expect, it } from 'vitest';
import { HANDLING } from '../contract/words.ts';
import type { Known as Case } from '../core/case/state.ts';
import type { Post } from '../core/process.ts';
import { secrecyOf } from '../core/secrecy/index.ts';
import type { Look } from '../engine/ports.ts';
import {
  form,
  HEAD,
  LIAISON,
  NEED,
  nominated,
  REPLY,
  RESULT,
  SPONSORSHIP,
  type Sponsored,
  says,
  type Teller,
  triaged,
} from './plan.fixture.ts';
import { type PortalUnderTest, staff } from './portal.fixture.ts';

const DAY = 24 * 3_600_000;
const DESK = { unit: 'centre', role: 'dispatcher' } as const;

let portal: PortalUnderTest;
let teller: Teller;
let act: Sponsored['act'];
let takenOn: Sponsored['takenOn'];
let planned: Sponsored['planned'];
let told: Sponsored['told'];

beforeEach(async () => {
  ({ portal, teller, act, takenOn, planned, told } = await nominated());
});

const read = async (url = '/follow/plan', lang = 'zh', { cookies } = teller) =>
  portal.app.inject({ url, cookies: { ...cookies, lang } });
const post = (url: string, fields: Record<string, string>, { cookies } = teller) =>
  portal.app.inject({ method: 'POST', url, cookies, ...form(fields) });
const rows = () => portal.memory.store.events('demo', SPONSORSHIP);
const version = async () => String((await rows()).length);
const types = async () => (await rows()).map(({ type }) => type);
const press = async (what: string, own = teller) =>
  post('/follow/plan', { act: what, version: await version(), key: '' }, own);

describe('the person’s plan', () => {
  it('is not there before a leader has the matter', async () => {
    expect((await read()).headers.location).toBe('/follow');
    expect((await read('/follow')).body).not.toContain('/follow/plan');
  });

  it('says who answers for it, until when, what was asked and that it must be answered', async () => {
    await takenOn();
    expect((await read('/follow')).body).toContain('href="/follow/plan"');
    const { body } = await read();
    for (const part of ['示例区包案领导', '单位负责人', '东街道联络员', '三年没有结果']) {
      expect(body).toContain(part);
    }
    expect(body).toContain('前，包案领导应当推动这件事有结果');
    expect(body).toContain('还没有答复');
    expect(body).toContain('还没有和您商量');
    expect((await read('/follow/plan', 'en')).body).toContain('Not answered yet');
  });

  it('opens the needs for the person without a look, and dates each step', async () => {
    await planned();
    const { body } = await read();
    expect(body).toContain('没有收入来源');
    expect(body).toContain(NEED);
    expect(body).toMatch(/划定摊位[\s\S]*区城市管理和综合执法局应当在[\s\S]*前办完/);
    expect(await portal.memory.vault.looks('demo', SPONSORSHIP)).toEqual([]);
    portal.clock += 21 * DAY;
    await portal.engine.tick();
    expect((await read()).body).toContain('已逾期');
    const finishing = { unit: 'urban', role: 'unit_handler' } as const;
    await act(finishing, 'finish-step', { step: 1, note: '已划' });
    expect((await read()).body).toContain('已办完，晚了');
  });

  it('names what was offered, and leads to where it is agreed to or refused', async () => {
    await planned();
    const offer = { case: teller.stream, sponsorship: SPONSORSHIP, measure: 'post', need: 'work' };
    const words = { words: '保洁岗位' };
    await staff(portal, 's-1', LIAISON, 'offer', { ...offer, words: null }, words, {
      process: 'support',
    });
    expect((await read()).body).toMatch(/等您答复[\s\S]*href="\/follow\/supports"/);
    // Each text is told by what it is, and by no name out of the code.
    const held = (await read('/follow/held')).body;
    expect(held).toMatch(/对您说的话 · [^<]*<\/p><p class="said">保洁岗位/);
    expect(held).toMatch(new RegExp(`内容 · [^<]*</p><p class="said">${NEED}`));
    expect(held).not.toMatch(/class="meta">[a-z]/);
  });

  it('lets who they are be known and takes it back, each with one press', async () => {
    await takenOn();
    expect((await read()).body).toContain('value="consent-identity"');
    expect((await press('consent-identity')).headers.location).toBe('/follow/plan?done=1');
    const open = (await read()).body;
    expect(open).toContain('value="revoke-identity"');
    expect(open).not.toContain('value="consent-identity"');
    await press('revoke-identity');
    expect(await types()).toContain('IdentityConsentRevoked');
    expect((await read()).body).toContain('value="consent-identity"');
  });

  it('tells the answer and the result, and keeps the person’s disagreement beside them', async () => {
    await told();
    const { body } = await read();
    const parts = ['结果已经告诉您', '不予支持', REPLY, '某条例第五条', RESULT];
    for (const part of parts) expect(body).toContain(part);
    expect((await post('/follow/dissent', { version: await version() })).statusCode).toBe(422);
    const stale = await post('/follow/dissent', { version: '1', words: '我仍不同意' });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('我仍不同意');
    const sent = await post('/follow/dissent', { version: await version(), words: '我仍不同意' });
    expect(sent.headers.location).toBe('/follow/plan?done=1');
    expect((await read()).body).toMatch(/您的不同意见[\s\S]*我仍不同意/);
    expect(portal.log.join()).not.toContain('我仍不同意');
  });

  it('is followed up only if wanted, until a day, and until they say stop', async () => {
    await told();
    expect((await read()).body).toContain('value="consent-follow-up"');
    await press('consent-follow-up');
    const agreed = (await read()).body;
    expect(agreed).toMatch(/您已同意联络员以后再联系您。到[^<]*为止，随时可以停止/);
    await press('revoke-follow-up');
    expect(await types()).toContain('FollowUpEnded');
    expect((await read()).body).toContain('value="consent-follow-up"');
  });

  it('says why what was pressed cannot be, and what has changed meanwhile', async () => {
    await takenOn();
    const refused = await press('revoke-follow-up');
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('role="alert"');
    const stale = await post('/follow/plan', { act: 'consent-identity', version: '1', key: '' });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('刚刚有了新进展');
    expect((await press('close')).headers.location).toBe('/follow/plan');
  });

  it('is no one else’s, and goes with its person where two matters are joined', async () => {
    await planned();
    const other = await says(portal, 'page-two', '同一处摊位');
    expect((await read('/follow/plan', 'zh', other)).headers.location).toBe('/follow');
    await triaged(portal, other.stream);
    await staff(portal, teller.stream, DESK, 'merge', { into: other.stream, basis: '同一处' });
    await portal.engine.tick();
    expect((await read('/follow/plan', 'zh', other)).headers.location).toBe('/follow');
    expect((await read('/follow/held', 'zh', other)).body).not.toContain(NEED);
    await press('consent-identity', other);
    expect(await types()).not.toContain('IdentityConsented');
    expect((await read()).body).toContain(NEED);
    await press('consent-identity');
    expect(await types()).toContain('IdentityConsented');
    // It opens who they are, and not who the other is.
    await portal.engine.tick();
    const head = portal.memory.tables.get('demo')?.heads.get(other.stream);
    const { sponsorships } = JSON.parse(head?.state ?? '{}') as Case;
    expect(sponsorships).toMatchObject([{ sponsorship: SPONSORSHIP, identity: false }]);
  });

  it('runs no script and stays under 30 KB', async () => {
    await told();
    for (const lang of ['zh', 'en']) {
      const { body } = await read('/follow/plan', lang);
      expect(body).not.toMatch(/<script|\son\w+=/);
      expect(Buffer.byteLength(body)).toBeLessThan(30 * 1024);
    }
  });
});

describe('who has seen my details', () => {
  const look = (stream: string, field: string, post: Post, purpose: string): Look => ({
    stream,
    ref: 'r',
    field,
    purpose,
    at: portal.clock,
    actor: { kind: 'staff', account: 'a', post },
  });
  const PETITION = 'petition-of-the-test';
  const OFFICE = { unit: 'centre', role: 'unit_handler' } as const;

  it('counts looks in every stream about the matter', async () => {
    await planned();
    const petition = { case: teller.stream, kind: 'claim', number: null, representatives: 1 };
    await staff(
      portal,
      PETITION,
      OFFICE,
      'register',
      { ...petition, words: null },
      {},
      {
        process: 'petition',
      },
    );
    await portal.engine.tick();
    await portal.memory.vault.open(
      'demo',
      [],
      [
        look(SPONSORSHIP, 'needs', LIAISON, HANDLING),
        look(PETITION, 'words', OFFICE, '核对请求'),
        look(teller.stream, 'place.detail', OFFICE, '移交档案'),
        look(teller.stream, 'reply', OFFICE, '移交档案'),
      ],
    );
    const { body } = await read('/follow/looks');
    expect(body).toMatch(/ · 具体地址/);
    expect(body).toMatch(/ · 办理中的其他文字/);
    expect(body).not.toMatch(/ · [a-z]/);
    expect(body).toMatch(/东街道联络员 · 商定的需要/);
    expect(body).toContain('核对请求');
    const other = await says(portal, 'page-two', '另一件');
    expect((await read('/follow/looks', 'zh', other)).body).toContain('还没有人');
  });

  it('holds back in each of them what two officers hold back, until the hold is over', async () => {
    await planned();
    const hold = secrecyOf(teller.stream);
    const until = portal.clock + 5 * DAY;
    const asked = { case: teller.stream, basis: 'impede', reason: '核查期间', until };
    const own = { process: 'secrecy' };
    await staff(portal, hold, HEAD, 'ask', asked, {}, own);
    await staff(portal, hold, { unit: 'centre', role: 'supervisor' }, 'agree', {}, {}, own);
    await portal.memory.vault.open('demo', [], [look(SPONSORSHIP, 'needs', LIAISON, '核对需要')]);
    expect((await read('/follow/looks')).body).not.toContain('核对需要');
    portal.clock = until;
    expect((await read('/follow/looks')).body).toMatch(/核对需要[\s\S]*依法暂缓告知/);
  });
});

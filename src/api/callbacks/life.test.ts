import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal } from '../../core/authority/institution.ts';
import { callbackOf, recheckOf } from '../../core/callback/streams.ts';
import { district as caseDistrict } from '../../core/case/given.fixture.ts';
import type { Role, UnitId } from '../../core/process.ts';
import { callbackLaw } from '../../core/rulebook/small.fixture.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

const DAY = 24 * HOUR;
let district: District;
let agent: Client;
const recusals: Recusal[] = [];

/** Everything closed is drawn; nothing is left to the lot. */
const all = { ...callbackLaw, samples: callbackLaw.samples.map((one) => ({ ...one, share: 1 })) };

beforeEach(async () => {
  recusals.length = 0;
  const { rulebooks } = caseDistrict({ callback: all });
  district = await openDistrict({ institution: { rulebooks, recusals } });
  agent = await district.as('centre', 'callback_agent');
});

/** A request of somebody with a telephone, closed as fixed by street s1. */
async function closed(): Promise<string> {
  const clerk = await district.as('c11', 'intake_agent');
  const desk = await district.as('s1', 'dispatcher');
  const street = await district.as('s1', 'unit_handler');
  const { id } = (
    await clerk.post('/cases', {
      reportsOfficial: false,
      kind: 'complaint',
      intake: 'phone',
      words: '摊贩占道，劝不走',
      place: { unit: 'c11' },
      contact: { name: '王大妈', telephone: '13800138000' },
    })
  ).body;
  const act = async (who: Client, name: string, body: object = {}) => {
    const version = (await district.kept.queries.entry('demo', id))?.version ?? 0;
    const done = await who.post(`/cases/${id}/${name}`, { expectedVersion: version, ...body });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };
  await act(desk, 'triage', { category: 'vending', title: '占道摆摊' });
  await act(desk, 'dispatch', { lead: 's1' });
  await act(street, 'sign-for');
  await act(street, 'reply', { reply: '已清理', outcome: 'FIXED' });
  await act(agent, 'verify', { reached: true, solved: 'yes' });
  await act(agent, 'close', { outcome: 'FIXED' });
  return id;
}

/** What is drawn calls for a re-check, which calls for a clock. */
async function settled(): Promise<void> {
  for (let n = 0; n < 3; n++) await district.tick();
}

/** Its day has come. */
async function asking(): Promise<{ id: string; callback: string }> {
  const id = await closed();
  await district.tick();
  district.pass(14 * DAY);
  await district.tick();
  return { id, callback: callbackOf(id, 1) };
}

const act = async (who: Client, callback: string, name: string, body: object = {}) => {
  const { heads } = await district.kept.store.read({
    tenant: 'demo',
    streams: [callback],
    idempotency: null,
    texts: [],
  });
  const expectedVersion = heads.get(callback)?.version ?? 1;
  return who.post(`/callbacks/${callback}/${name}`, { expectedVersion, ...body });
};

describe('the callback desk', () => {
  it('shows what is to be asked, with its clock, from its day on', async () => {
    await closed();
    await district.tick();
    expect((await agent.get('/callbacks')).body.rows).toEqual([]);
    expect((await agent.get('/acts')).body.rows).toEqual([]);
    district.pass(14 * DAY);
    await district.tick();
    const { rows } = (await agent.get('/callbacks')).body;
    expect(rows).toMatchObject([{ kind: 'callback', title: '占道摆摊', clock: { kind: 'ask' } }]);
    const acts = (await agent.get('/acts')).body.rows;
    expect(acts).toMatchObject([{ process: 'callback', act: 'answer', unit: 'centre' }]);
    expect(acts[0].actName.zh).toBe('记录回访');
  });

  it('opens the reply and a way to reach the person, the look logged and not with the case', async () => {
    const { id, callback } = await asking();
    const { body } = await agent.get(`/callbacks/${callback}`);
    expect(body).toMatchObject({
      reply: '已清理',
      status: 'asking',
      case: null,
      attemptsNeeded: 2,
    });
    const answer = await agent.post(`/callbacks/${callback}/contact`, { purpose: '回访本人' });
    expect(answer.body).toEqual({ contact: { telephone: '13800138000' } });
    const looks = await district.kept.vault.looks('demo', callback);
    expect(looks).toMatchObject([{ field: 'contact', purpose: '回访本人' }]);
    const head = await district.as('s1', 'unit_head');
    expect(JSON.stringify((await head.get(`/cases/${id}/looks`)).body)).not.toContain('回访本人');
    await act(agent, callback, 'answer', { solved: 'yes' });
    const after = await agent.post(`/callbacks/${callback}/contact`, { purpose: '再看一次' });
    expect(after.body.code).toBe('api.no-such-purpose');
  });

  it('keeps the answers apart, and their words in the vault', async () => {
    const { callback } = await asking();
    const body = { contacted: 'no', solved: 'partly', listened: 'no', words: '又回来了一半' };
    expect((await act(agent, callback, 'answer', body)).status).toBe(200);
    const view = (await agent.get(`/callbacks/${callback}`)).body;
    expect(view.answers).toMatchObject([
      {
        replies: { contacted: 'no', solved: 'partly', satisfied: null, listened: 'no' },
        words: '又回来了一半',
        byName: { zh: '区民生诉求中心' },
      },
    ]);
    const events = await district.kept.store.events('demo', callback);
    expect(JSON.stringify(events)).not.toContain('又回来了');
    const auditor = await district.as('d', 'auditor');
    const audited = (await auditor.get(`/callbacks/${callback}`)).body;
    expect(audited.answers[0]).toMatchObject({ replies: { solved: 'partly' }, words: null });
  });

  it('notes calls in vain, and refuses as the process does', async () => {
    const { callback } = await asking();
    for (let n = 0; n < 2; n++) await act(agent, callback, 'call-in-vain');
    const third = await act(agent, callback, 'call-in-vain');
    expect(third).toMatchObject({ status: 409, body: { code: 'callback.calls-made' } });
    expect(third.body.what).toContain('2');
    const nothing = await act(agent, callback, 'answer');
    expect(nothing.body.code).toBe('callback.nothing-answered');
  });
});

describe('a “no”', () => {
  it('reopens the case to the same unit, with the words only where the person lets it read them', async () => {
    for (const share of [true, false]) {
      const { id, callback } = await asking();
      await act(agent, callback, 'answer', { solved: 'no', words: '摊贩又来了', share });
      await district.tick();
      const street = await district.as('s1', 'unit_handler');
      const { body } = await street.get(`/cases/${id}`);
      expect(body).toMatchObject({ status: 'assigned', lead: 's1' });
      const sentences = body.thread.map(
        ({ sentence }: { sentence: { en: string } }) => sentence.en,
      );
      expect(sentences).toContain('Callback after closing 1: it was not solved');
      expect(JSON.stringify(body.thread).includes('摊贩又来了')).toBe(share);
    }
  });
});

describe('a re-check', () => {
  it('reopens what has come back, long after the window of reopening', async () => {
    const id = await closed();
    await settled();
    district.pass(91 * DAY);
    await settled();
    const recheck = recheckOf(id, 1);
    const found = await act(agent, recheck, 'find', { finding: 'recurred', how: 'seen' });
    expect(found.status, JSON.stringify(found.body)).toBe(200);
    await district.tick();
    const { body } = await (await district.as('s1', 'unit_handler')).get(`/cases/${id}`);
    expect(body).toMatchObject({ status: 'assigned' });
    const sentences = body.thread.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh);
    expect(sentences).toContain('第 1 次办结后效果核验：问题再次出现');
  });
});

describe('pressure', () => {
  it('reaches a supervisor with its words, and the answer is kept for the person', async () => {
    const { id, callback } = await asking();
    const text = '有人要我打满意，不打就不给办低保';
    expect((await act(agent, callback, 'report-pressure', { text })).status).toBe(200);
    const supervisor = await district.as('centre', 'supervisor');
    const heard = (await supervisor.get(`/callbacks/${callback}`)).body;
    expect(heard).toMatchObject({ case: id, status: null, clocks: [{ kind: 'pressure' }] });
    expect(heard).toMatchObject({ answers: null, askerName: null, round: null });
    expect(heard.reports).toMatchObject([{ n: 1, text, done: null }]);
    expect((await agent.get(`/callbacks/${callback}`)).body.reports[0].text).toBeNull();
    expect((await supervisor.get('/acts')).body.rows).toMatchObject([{ act: 'answer-pressure' }]);
    await act(supervisor, callback, 'answer-pressure', { report: 1, done: '已约谈并责令改正' });
    const answered = (await supervisor.get(`/callbacks/${callback}`)).body;
    expect(answered.reports[0].done.text).toBe('已约谈并责令改正');
  });
});

describe('the sample', () => {
  /** Who may know that it was drawn; everybody else gets the same 404 as for what does not exist. */
  const KNOWS: ReadonlySet<string> = new Set([
    'centre callback_agent',
    'd auditor',
    'centre supervisor, once pressure was reported',
  ]);
  const POSTS: readonly [UnitId, Role][] = [
    ['s1', 'unit_handler'],
    ['s1', 'unit_head'],
    ['s1', 'dispatcher'],
    ['s1', 'supervisor'],
    ['s1', 'callback_agent'],
    ['c11', 'intake_agent'],
    ['c11', 'unit_head'],
    ['d', 'unit_head'],
    ['d', 'supervisor'],
    ['d', 'auditor'],
    ['centre', 'dispatcher'],
    ['centre', 'intake_agent'],
    ['centre', 'arbiter'],
    ['centre', 'supervisor'],
    ['centre', 'callback_agent'],
    ['market', 'callback_agent'],
    ['centre', 'administrator'],
  ];

  it.each(POSTS)('is what it should be to %s %s', async (unit, role) => {
    const { id, callback } = await asking();
    const who = await district.as(unit, role);
    const before = await who.get(`/callbacks/${callback}`);
    const name = `${unit} ${role}`;
    expect(before.status === 200, JSON.stringify(before.body)).toBe(KNOWS.has(name));
    // Nor do lists, acts, the case's page, its looks, the week or the shift tell of it.
    const everywhere = await Promise.all(
      ['/callbacks', '/acts', '/cases', `/cases/${id}`, `/cases/${id}/looks`, '/week', '/handover']
        .concat(['/parked', '/confirmations', '/whistles'])
        .map(async (path) => JSON.stringify((await who.get(path)).body)),
    );
    const told = everywhere.some((text) =>
      /callback-case|callback-\w{16}|"callback"|记录回访|效果核验/.test(text),
    );
    expect(told).toBe(KNOWS.has(name));
    // An act is refused as for what is not there, whoever it would have been for.
    const acted = await act(who, callback, 'answer', { solved: 'yes' });
    const absent = await who.post('/callbacks/callback-none-1/answer', {
      expectedVersion: 1,
      solved: 'yes',
    });
    if (!KNOWS.has(name)) expect(acted).toEqual(absent);
    await act(agent, callback, 'report-pressure', { text: '有人施压' });
    const after = await who.get(`/callbacks/${callback}`);
    const hears = KNOWS.has(`${name}, once pressure was reported`);
    expect(after.status === 200).toBe(KNOWS.has(name) || hears);
  });

  it('is not there for who declared an interest in the matter', async () => {
    const { id, callback } = await asking();
    recusals.push({
      id: 'r',
      account: 'centre/callback_agent',
      scope: { kind: 'case', case: id },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    });
    expect((await agent.get(`/callbacks/${callback}`)).status).toBe(404);
    expect((await agent.get('/callbacks')).body.rows).toEqual([]);
    expect((await agent.get('/acts')).body.rows).toEqual([]);
  });
});

describe('figures', () => {
  it('are of closed quarters, too few to tell below the minimum, with what they are made of', async () => {
    const cases = [await closed(), await closed(), await closed()];
    await settled();
    district.pass(14 * DAY);
    await settled();
    for (const [n, solved] of ['yes', 'no', null].entries()) {
      const callback = callbackOf(cases[n] ?? '', 1);
      await act(agent, callback, 'answer', { contacted: 'yes', solved });
    }
    district.pass(100 * DAY);
    await district.tick();
    const supervisor = await district.as('centre', 'supervisor');
    const whole = (await supervisor.get('/callbacks/figures')).body;
    const counted = whole.quarters.filter(({ n }: { n: number | null }) => n !== null);
    expect(counted).toMatchObject([{ n: 3 }]);
    expect(counted[0].figures).toContainEqual({
      definition: 'solved/1',
      numerator: 1,
      denominator: 2,
    });
    const street = await district.as('s1', 'unit_head');
    expect((await street.get('/callbacks/figures')).body).toMatchObject({ unit: 's1', minimum: 3 });
    expect((await street.get('/callbacks/figures?unit=urban')).status).toBe(404);
    const other = (await supervisor.get('/callbacks/figures?unit=urban')).body;
    expect(other.quarters.every(({ n }: { n: number | null }) => n === null)).toBe(true);
    const told = async (who: Client, category: string) =>
      (await who.get(`/callbacks/figures?category=${category}`)).body;
    for (const who of [supervisor, street]) {
      const one = await told(who, 'vending');
      expect(one).toMatchObject({ category: 'vending', categoryName: { zh: expect.any(String) } });
      expect(one.quarters).toEqual(whole.quarters);
    }
    const empty = await told(supervisor, 'building');
    expect(empty.quarters.every(({ n }: { n: number | null }) => n === null)).toBe(true);
    expect(await told(supervisor, 'nothing')).toMatchObject({ code: 'api.not-found' });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal } from '../../core/authority/institution.ts';
import { district as caseDistrict } from '../../core/case/given.fixture.ts';
import { coordination, whistling } from '../../core/rulebook/whistling.fixture.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

let district: District;
let handler: Client;
let head: Client;
let urban: Client;
const recusals: Recusal[] = [];

beforeEach(async () => {
  recusals.length = 0;
  const { rulebooks } = caseDistrict(whistling);
  district = await openDistrict({
    institution: { rulebooks, delegations: [coordination], recusals },
  });
  handler = await district.as('s1', 'unit_handler');
  head = await district.as('s1', 'unit_head');
  urban = await district.as('urban', 'unit_handler');
});

async function dispatched(order: object = { lead: 's1' }): Promise<string> {
  const clerk = await district.as('c11', 'intake_agent');
  const desk = await district.as('s1', 'dispatcher');
  const { id } = (
    await clerk.post('/cases', {
      reportsOfficial: false,
      kind: 'complaint',
      intake: 'counter',
      words: '摊贩占道，劝不走',
      place: { unit: 'c11', detail: '东街 3 号楼下' },
    })
  ).body;
  const act = async (who: Client, name: string, body: object) => {
    const { version } = (await desk.get(`/cases/${id}`)).body;
    return who.post(`/cases/${id}/${name}`, { expectedVersion: version, ...body });
  };
  await act(desk, 'triage', { category: 'vending', title: '占道摆摊' });
  const sent = await act(desk, 'dispatch', order);
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return id;
}

const propose = (who: Client, id: string, change: object = {}, key?: string) =>
  who.post(
    '/whistles',
    {
      case: id,
      kind: 'DAILY',
      level: 1,
      missing: ['fine'],
      tried: ['三次上门劝导'],
      units: ['urban'],
      ...change,
    },
    key === undefined ? {} : { 'idempotency-key': key },
  );
const act = async (who: Client, id: string, name: string, body: object = {}) => {
  const { version } = (await handler.get(`/whistles/${id}`)).body;
  return who.post(`/whistles/${id}/${name}`, { expectedVersion: version, ...body });
};

describe('whom to call', () => {
  it('is proposed with the reason, the load and what a call-out stands beside', async () => {
    const id = await dispatched();
    const { body } = await handler.get(`/cases/${id}/whistle-proposal`);
    expect(body).toMatchObject({
      why: null,
      missing: [{ power: 'fine' }],
      calls: [{ unit: 'urban', load: { live: 0, capacity: 1 }, inHand: [] }],
    });
    expect(body.calls[0].because.zh).toContain('行政处罚权');
    await propose(head, id);
    const again = (await handler.get(`/cases/${id}/whistle-proposal`)).body;
    expect(again.calls[0]).toMatchObject({ load: { live: 1, capacity: 1 } });
    expect(again.calls[0].inHand).toHaveLength(1);
    expect(again.calls[0].inHand[0]).toMatchObject({ title: '占道摆摊' });
  });

  it('says why a unit may not whistle', async () => {
    const id = await dispatched();
    const community = await district.as('c11', 'unit_head');
    const { body } = await community.get(`/cases/${id}/whistle-proposal`);
    expect(body.why.en).toContain('does not hold the power to coordinate');
  });
});

describe('a whistle', () => {
  it('calls a unit to one matter once, however many are sent at one moment', async () => {
    const id = await dispatched();
    const sent = await Promise.all(
      [handler, head, handler].map((who) => propose(who, id, { override: '汛期' })),
    );
    const refused = sent.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => body.code)).toEqual([
      'whistle.already-called',
      'whistle.already-called',
    ]);
  });

  it('is screened, signed for, answered on site, planned, concluded and rated', async () => {
    const id = await dispatched();
    const { body: proposed } = await propose(handler, id);
    expect((await handler.get(`/whistles/${proposed.id}`)).body).toMatchObject({
      status: 'proposed',
      callOuts: [],
    });
    expect((await urban.get(`/whistles/${proposed.id}`)).status).toBe(404);
    expect((await act(head, proposed.id, 'screen', { issue: true })).status).toBe(200);
    expect((await urban.get('/acts')).body.rows[0]).toMatchObject({
      process: 'whistle',
      act: 'sign',
      case: id,
      stream: proposed.id,
      actName: { zh: '签收' },
    });
    await act(urban, proposed.id, 'sign', { callOut: 1 });
    const junior = await act(urban, proposed.id, 'report-in', { callOut: 1, rank: 'staff' });
    expect(junior.body).toMatchObject({ code: 'whistle.no-power-present' });
    expect(junior.body.what).toContain('科级');
    const came = await act(urban, proposed.id, 'report-in', { callOut: 1, rank: 'section' });
    expect(came.status, JSON.stringify(came.body)).toBe(200);
    await act(urban, proposed.id, 'settle', { callOut: 1, result: 'ACTION', text: '当场处罚' });
    await act(handler, proposed.id, 'conclude', { result: 'DONE', reason: '摊贩已搬离' });
    const rated = { unit: 'urban', items: { needed: 'yes' }, text: '来得快' };
    expect((await act(head, proposed.id, 'rate', rated)).status).toBe(200);

    const their = await district.as('urban', 'unit_head');
    const sealed = (await their.get(`/whistles/${proposed.id}`)).body.ratings[0];
    expect(sealed).toMatchObject({ issuerHasSpoken: true, byIssuer: null, open: false });
    await act(their, proposed.id, 'rate', { unit: 's1', items: { needed: 'partly' } });
    const view = (await their.get(`/whistles/${proposed.id}`)).body;
    expect(view.ratings[0]).toMatchObject({
      open: true,
      byIssuer: { text: '来得快', items: [{ verdict: 'yes' }] },
    });
    expect(view.callOuts[0]).toMatchObject({
      end: 'REPORTED_IN',
      presence: { short: { rank: false, headCount: true }, late: false },
      status: 'released',
    });
    const told = view.thread.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh);
    expect(told).toContain('区城市管理和综合执法局签收了报到通知');
    expect(JSON.stringify(view.thread)).not.toContain('来得快');
  });

  it('is known to its case, and to whom it calls; the case to them', async () => {
    const id = await dispatched();
    expect((await urban.get(`/cases/${id}`)).status).toBe(404);
    const { body } = await propose(head, id);
    await district.tick();
    const view = (await urban.get(`/cases/${id}`)).body;
    expect(view.whistles).toMatchObject([{ whistle: body.id, stage: 'issued' }]);
    expect(view.words).toBe('摊贩占道，劝不走');
    expect((await urban.get(`/whistles/${body.id}`)).body.placeDetail).toBe('东街 3 号楼下');
  });

  it('is one whistle however often it is sent under its key, with the load its issuer saw', async () => {
    const id = await dispatched();
    const sent = () => propose(head, id, { shown: { urban: 0, market: 3 } }, 'one-intent');
    const first = await sent();
    expect(first.status).toBe(201);
    expect(await sent()).toMatchObject({ status: 201, body: { id: first.body.id } });
    const [row] = await district.parts.store.events('demo', first.body.id);
    expect(JSON.parse(row?.bytes ?? '').data.shown).toEqual([{ unit: 'urban', live: 0 }]);
    const another = await dispatched();
    const unseen = () => propose(head, another, { override: '占堵消防通道' }, 'unseen');
    const { body } = await unseen();
    const [other] = await district.parts.store.events('demo', body.id);
    expect(JSON.parse(other?.bytes ?? '').data.shown).toEqual([{ unit: 'urban', live: 1 }]);
    expect(await unseen()).toMatchObject({ status: 201, body: { id: body.id } });
  });

  it('is sent with the load that there is, and no other', async () => {
    await propose(head, await dispatched());
    const id = await dispatched();
    const claimed = await propose(head, id, { override: '汛期', shown: { urban: 0 } });
    expect(claimed).toMatchObject({ status: 409, body: { code: 'api.load-moved' } });
    expect(claimed.body.what).toContain('区城市管理和综合执法局 1 份');
    const { body } = await propose(head, id, { override: '汛期', shown: { urban: 1 } });
    await act(handler, body.id, 'stand-down', { callOut: 1, reason: '已自行解决' });
    const { version: expectedVersion } = (await handler.get(`/whistles/${body.id}`)).body;
    const further = { units: ['urban'], override: '汛期', again: '又来摆摊', expectedVersion };
    const call = (shown: object) =>
      handler.post(
        `/whistles/${body.id}/call`,
        { ...further, shown },
        { 'idempotency-key': `call-${JSON.stringify(shown).length}` },
      );
    expect(await call({ urban: 99 })).toMatchObject({
      status: 409,
      body: { code: 'api.load-moved' },
    });
    expect(await call({ urban: 1 })).toMatchObject({ status: 200, body: { replayed: false } });
    expect(await call({ urban: 1 })).toMatchObject({ status: 200, body: { replayed: true } });
  });

  it('closes the case again to a unit that was let go; its own part stays open to it', async () => {
    const id = await dispatched();
    const { body } = await propose(head, id);
    await district.tick();
    expect((await urban.get(`/cases/${id}`)).status).toBe(200);
    await act(handler, body.id, 'stand-down', { callOut: 1, reason: '已自行解决' });
    await district.tick();
    expect((await urban.get(`/cases/${id}`)).status).toBe(404);
    const view = (await urban.get(`/whistles/${body.id}`)).body;
    expect(view).toMatchObject({ callOuts: [{ end: 'STOOD_DOWN' }], placeDetail: null });
    const { thread } = (await head.get(`/cases/${id}`)).body;
    expect(thread.at(-1).sentence.zh).toBe('区城市管理和综合执法局不再参与东街道的吹哨');
    const further = { units: ['urban'], shown: { urban: 0 } };
    const plain = await act(handler, body.id, 'call', further);
    expect(plain).toMatchObject({ status: 409, body: { code: 'whistle.stood-down-before' } });
    await act(handler, body.id, 'call', { ...further, again: '又来摆摊' });
    await district.tick();
    const rows = await district.parts.store.events('demo', body.id);
    const calls = rows.filter(({ type }) => type === 'CalledOut').map(({ bytes }) => bytes);
    expect(calls.map((bytes) => JSON.parse(bytes).data.shown)).toEqual([null, 0]);
    expect((await urban.get(`/cases/${id}`)).status).toBe(200);
  });

  it('is in its leader’s week once the unit is late with a call-out, whatever the case’s own clocks', async () => {
    const id = await dispatched({ lead: 's1' });
    await propose(head, id);
    await district.tick();
    const leader = await district.as('urban', 'unit_head');
    const week = async () => (await leader.get('/week')).body.overdue;
    expect(await week()).toEqual([]);
    const [sign] = (await urban.get('/acts')).body.rows;
    const now = Date.parse((await urban.get('/handover')).body.now);
    district.pass(Date.parse(sign.dueAt) - now + 1);
    expect(await week()).toMatchObject([{ id, dueAt: sign.dueAt, tone: 'breach' }]);
  });

  it('says that a unit is called as often as it can be, and goes over it with a reason', async () => {
    await propose(head, await dispatched());
    const id = await dispatched();
    const full = await propose(head, id);
    expect(full).toMatchObject({ status: 409, body: { code: 'whistle.capacity-full' } });
    expect(full.body.what).toContain('区城市管理和综合执法局');
    expect((await propose(head, id, { override: '占堵消防通道' })).status).toBe(201);
  });

  it('is missed on its due instant, reminded, and put before the supervisor', async () => {
    const id = await dispatched();
    const { body } = await propose(head, id);
    district.pass(30 * HOUR);
    await district.tick();
    const view = (await head.get(`/whistles/${body.id}`)).body;
    expect(view.callOuts[0]).toMatchObject({ status: 'missed', end: 'MISSED' });
    expect(view.ladder).toMatchObject([{ act: 'supervise', answered: false }]);
    const supervisor = await district.as('centre', 'supervisor');
    expect((await supervisor.get('/acts')).body.rows[0]).toMatchObject({
      process: 'whistle',
      act: 'supervise',
    });
    const done = await act(supervisor, body.id, 'supervise', {
      unit: 'urban',
      text: '请立即到场',
    });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect((await head.get(`/whistles/${body.id}`)).body.ladder[0].answered).toBe(true);
  });

  it('stands on the board with a cell for each unit, for whoever may know of it', async () => {
    const id = await dispatched();
    await propose(head, id);
    const other = await district.as('market', 'unit_handler');
    expect((await other.get('/whistles')).body.rows).toEqual([]);
    const { rows, now } = (await urban.get('/whistles')).body;
    expect(now).toBe(new Date(district.parts.clock()).toISOString());
    expect(rows).toMatchObject([
      { case: id, callOuts: [{ unit: 'urban', status: 'notified', load: { live: 1 } }] },
    ]);
  });
});

describe('whoever has an interest in a unit that has a part in the case', () => {
  it('neither reads its whistle nor acts on it, though the whistle names that unit nowhere', async () => {
    const id = await dispatched({ lead: 's1', assisting: ['market'] });
    const { body } = await propose(head, id);
    const seen = async () => (await handler.get('/whistles')).body.rows.length;
    const owed = async () =>
      (await handler.get('/acts')).body.rows.filter(
        ({ process }: { process: string }) => process === 'whistle',
      ).length;
    expect([await seen(), await owed()]).toEqual([1, 1]);
    recusals.push({
      id: 'r1',
      account: 's1/unit_handler',
      scope: { kind: 'unit', unit: 'market' },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    });
    expect([await seen(), await owed()]).toEqual([0, 0]);
    expect((await handler.get(`/whistles/${body.id}`)).status).toBe(404);
    const { version } = (await head.get(`/whistles/${body.id}`)).body;
    const no = { callOut: 1, reason: '不再需要', expectedVersion: version };
    const refused = await handler.post(`/whistles/${body.id}/stand-down`, no);
    expect(refused.body).toMatchObject({ code: 'whistle.recused' });
    expect((await head.post(`/whistles/${body.id}/stand-down`, no)).status).toBe(200);
  });
});

describe('figures of a unit', () => {
  it('are shown to itself, with what they are of, and none for too few raters', async () => {
    await propose(head, await dispatched());
    await district.tick();
    const { body } = await head.get('/whistles/use');
    expect(body).toMatchObject({
      unit: 's1',
      whistled: { definition: 'whistled/1', numerator: 0, denominator: 0 },
    });
    // Left in the unit's hands for days, it was called for all the same once the whistle is over.
    const lying = await dispatched();
    const desk = await district.as('s1', 'unit_handler');
    const { version } = (await desk.get(`/cases/${lying}`)).body;
    const signed = await desk.post(`/cases/${lying}/sign-for`, { expectedVersion: version });
    expect(signed.status, JSON.stringify(signed.body)).toBe(200);
    const sent = (await propose(head, lying, { override: '汛期' })).body;
    await district.tick();
    await act(handler, sent.id, 'stand-down', { callOut: 1, reason: '已自行解决' });
    await act(handler, sent.id, 'conclude', { result: 'NOT_NEEDED', reason: '已自行解决' });
    await district.tick();
    district.pass(4 * 24 * HOUR);
    await district.tick();
    const later = await district.as('s1', 'unit_head');
    expect((await later.get('/whistles/use')).body).toMatchObject({
      whistled: { numerator: 1 },
      unwhistled: { numerator: 0 },
    });
    const { quarters } = (await later.get('/whistles/ratings')).body;
    expect(quarters.map(({ raters }: { raters: number | null }) => raters)).toEqual(
      Array(4).fill(null),
    );
    expect((await later.get('/whistles/use?unit=urban')).status).toBe(404);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal } from '../../core/authority/institution.ts';
import { callbackOf } from '../../core/callback/streams.ts';
import { district as law } from '../../core/case/given.fixture.ts';
import type { Role, UnitId } from '../../core/process.ts';
import { callbackLaw } from '../../core/rulebook/small.fixture.ts';
import type { RelayAnswer, RelayCall } from '../../engine/relay.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

const NUMBER = '13800138000';
const recusals: Recusal[] = [];
let district: District;
let says: RelayAnswer;
let calls: RelayCall[];
let id: string;
let street: Client;
/** Whatever any answer of the tests held. */
let answers: string;

const all = { ...callbackLaw, samples: callbackLaw.samples.map((one) => ({ ...one, share: 1 })) };
const relay = {
  call: async (call: RelayCall) => {
    calls.push(call);
    return says;
  },
};

const requested = { name: '王大妈', telephone: '138 0013-8000' };

async function open(parts: object = { relay }, contact: object | undefined = requested) {
  recusals.length = 0;
  calls = [];
  answers = '';
  says = 'placed';
  const { rulebooks } = law({ callback: all });
  district = await openDistrict({ institution: { rulebooks, recusals }, parts });
  const clerk = await district.as('c11', 'intake_agent');
  const desk = await district.as('s1', 'dispatcher');
  street = await district.as('s1', 'unit_handler');
  const request = {
    reportsOfficial: false,
    kind: 'complaint',
    intake: 'phone',
    words: '摊贩占道，劝不走',
    place: { unit: 'c11' },
    ...(contact === undefined ? {} : { contact }),
  };
  id = (await clerk.post('/cases', request)).body.id;
  await act(desk, 'triage', { category: 'vending', title: '占道摆摊' });
  await act(desk, 'dispatch', { lead: 's1' });
  await act(street, 'sign-for');
}

async function act(who: Client, name: string, body: object = {}) {
  const version = (await district.kept.queries.entry('demo', id))?.version ?? 0;
  return who.post(`/cases/${id}/${name}`, { expectedVersion: version, ...body });
}

async function sent(who: Client, address: string, body: object, key?: string) {
  const { version = 0 } = (await who.get(address.replace('/outcome', ''))).body;
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await who.post(address, { expectedVersion: version, ...body }, headers);
  answers += JSON.stringify(answer.body);
  return answer;
}

const asks = { from: '8021', purpose: '约定上门时间' };
const places = (who = street, about = `/cases/${id}`, key?: string) =>
  sent(who, `${about}/calls`, asks, key);
const tells = (outcome: string, who = street, about = `/cases/${id}`) =>
  sent(who, `${about}/calls/outcome`, { outcome });
const looks = (stream = id) => district.kept.vault.looks('demo', stream);
const events = async (stream: string) =>
  (await district.kept.store.events('demo', stream)).map(({ type }) => type);

beforeEach(() => open());

describe('a call', () => {
  it('is placed from the caller’s telephone to a number that nobody here sees', async () => {
    const placed = await places();
    expect(placed).toMatchObject({
      status: 200,
      body: { offered: true, owes: true, allowed: false, calls: [{ exchange: 'placed' }] },
    });
    expect(calls).toEqual([
      { from: '8021', to: NUMBER, reference: expect.stringMatching(/^[0-9a-z]{16}$/) },
    ]);
    expect(calls[0]?.reference).not.toContain(id);
    expect(await looks()).toMatchObject([
      { field: 'call', purpose: '约定上门时间', actor: { post: { unit: 's1' } } },
    ]);
    await tells('reached');
    for (const text of [answers, district.log.join('\n')]) {
      expect(text).not.toMatch(/138.?0013.?8000|王大妈/);
    }
  });

  it('reached is a contact, and meets the clock; a wrong number is one in vain', async () => {
    await places();
    expect(await tells('wrong-number')).toMatchObject({
      body: { owes: false, allowed: true, calls: [{ outcome: 'wrong-number' }] },
    });
    expect((await events(id)).at(-1)).toBe('Contacted');
    await places();
    await tells('reached');
    const log = await events(id);
    expect(log.filter((type) => type === 'Contacted')).toHaveLength(2);
    expect(log.slice(-2)).toEqual(['Contacted', 'ClockMet']);
  });

  it('asked for again under its key rings once', async () => {
    const key = 'one-intent';
    const body = { expectedVersion: 0, ...asks };
    const headers = { 'idempotency-key': key };
    await street.post(`/cases/${id}/calls`, body, headers);
    expect((await street.post(`/cases/${id}/calls`, body, headers)).status).toBe(200);
    expect(calls).toHaveLength(1);
  });

  it('is told the person among the looks, and to nobody else what for', async () => {
    await places();
    const head = await district.as('s1', 'unit_head');
    expect((await head.get(`/cases/${id}/looks`)).body.looks).toMatchObject([{ field: 'call' }]);
  });
});

describe('a failure of the exchange', () => {
  it.each([
    ['refused', 'api.call-refused'],
    ['unreached', 'api.exchange-unreached'],
  ] as const)('%s leaves nothing half done, and another try open', async (answer, code) => {
    says = answer;
    for (let n = 0; n < 5; n += 1) {
      expect(await places()).toMatchObject({ status: 502, body: { code } });
    }
    expect((await street.get(`/cases/${id}/calls`)).body).toMatchObject({
      owes: false,
      allowed: true,
    });
    says = 'placed';
    expect((await places()).status).toBe(200);
  });

  it('to answer leaves it to the caller to say whether it rang', async () => {
    says = 'unknown';
    expect(await places()).toMatchObject({
      status: 200,
      body: { owes: true, calls: [{ exchange: 'asked', outcome: null }] },
    });
    expect((await tells('never-rang')).body).toMatchObject({ owes: false, allowed: true });
    expect(await events(id)).not.toContain('Contacted');
  });
});

/** Who is turned away, or why it cannot be done; the exchange hears of none of it. */
const ROWS: readonly [string, () => Promise<unknown>, number, string][] = [
  ['without an exchange', () => open({ relay: null }), 422, 'api.no-relay'],
  [
    'where no telephone was left',
    () => open({ relay }, { other: '微信 abc' }),
    422,
    'api.no-telephone',
  ],
  ['where nothing was left', () => open({ relay }, {}), 422, 'relay.no-contact'],
  [
    'after an interest was declared',
    async () =>
      recusals.push({
        id: 'r',
        account: 's1/unit_handler',
        scope: { kind: 'case', case: id },
        reason: '亲属',
        validFrom: 0,
        validTo: null,
      }),
    404,
    'api.not-found',
  ],
  [
    'after the reply, by who handled it',
    async () => act(street, 'reply', { reply: '已清理', outcome: 'FIXED' }),
    403,
    'relay.not-yours',
  ],
  [
    'a fourth time in a day',
    async () => {
      for (let n = 0; n < 3; n += 1) {
        await places();
        await tells('not-reached');
      }
      calls = [];
    },
    429,
    'relay.too-often',
  ],
  [
    'before the last was told of',
    async () => {
      await places();
      calls = [];
    },
    409,
    'relay.wrong-status',
  ],
  [
    'once the person’s key was destroyed',
    async () => district.kept.vault.destroy('demo', id, 'test'),
    422,
    'api.no-telephone',
  ],
];

describe('a call is refused', () => {
  it.each(ROWS)('%s', async (_, given, status, code) => {
    await given();
    expect(await places()).toMatchObject({ status, body: { code } });
    expect(calls).toEqual([]);
  });

  it.each([
    ['urban', 'unit_head', 404],
    ['s1', 'dispatcher', 403],
    ['centre', 'supervisor', 403],
    ['c11', 'intake_agent', 403],
  ] as const)('to %s %s', async (unit: UnitId, role: Role, status) => {
    const body = { expectedVersion: 0, ...asks };
    const who = await district.as(unit, role);
    expect((await who.post(`/cases/${id}/calls`, body)).status).toBe(status);
    expect(calls).toEqual([]);
    expect(await looks()).toEqual([]);
  });
});

describe('the agent of a callback', () => {
  it('calls by the same door, and nobody who handled the case learns of it', async () => {
    const agent = await district.as('centre', 'callback_agent');
    await act(street, 'reply', { reply: '已清理', outcome: 'FIXED' });
    await act(agent, 'verify', { reached: true, solved: 'yes' });
    await act(agent, 'close', { outcome: 'FIXED' });
    await district.tick();
    district.pass(14 * 24 * HOUR);
    await district.tick();
    const callback = callbackOf(id, 1);
    const about = `/callbacks/${callback}`;
    expect((await street.get(`${about}/calls`)).status).toBe(403);
    expect((await places(agent, about)).status).toBe(200);
    expect(calls).toMatchObject([{ to: NUMBER }]);
    expect(await looks(callback)).toMatchObject([{ field: 'call' }]);
    expect(await looks(id)).toEqual([]);
    await tells('not-reached', agent, about);
    expect(await events(callback)).toContain('CalledInVain');
  });
});

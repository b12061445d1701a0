import { beforeEach, describe, expect, it } from 'vitest';
import { district as small } from '../../core/case/given.fixture.ts';
import { caseProcess } from '../../core/case/index.ts';
import { institution } from '../../core/institution/index.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import { found } from '../../engine/found.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import { MemoryAccounts } from '../../memory/accounts.ts';
import { createMemory } from '../../memory/index.ts';
import { MemoryTally } from '../../memory/tally.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

/** The small district's calendar as its editor writes it, the year after published too. */
const CALENDAR = `id: cn
version: '2'
zone: Asia/Shanghai
weekend: [saturday, sunday]
officeHours: ['09:00-18:00']
festivals:
  new-year: { zh: 元旦, en: New Year }
years:
  2026: { citation: illustrative, days: [] }
  2027:
    citation: illustrative
    days:
      - { festival: new-year, off: 2027-01-01/2027-01-03 }
`;

/** The last working day of a year whose successor has no calendar yet. */
const NEW_YEARS_EVE = Date.UTC(2026, 11, 31, 2);

let engine: Engine;
let district: District;
let now: number;

beforeEach(async () => {
  now = NEW_YEARS_EVE;
  const memory = createMemory({ now: () => now });
  const crypto = createCrypto(new Uint8Array(32));
  const processes = [caseProcess, institution] as unknown as AnyProcess[];
  engine = createEngine({ store: memory.store, crypto, processes });
  const law = small();
  const [rulebook] = law.rulebooks;
  const calendar = law.calendars.get('cn');
  if (rulebook === undefined || calendar === undefined) throw new Error('the fixture has no law');
  const evidence = 'a test';
  await found(
    { engine, store: memory.store, crypto },
    { tenant: 'demo', rulebook, calendar, evidence },
  );
  district = await openDistrict({
    kept: { ...memory, accounts: new MemoryAccounts(), tally: new MemoryTally() },
    parts: { execute: engine.execute, present: engine.present },
  });
});

const change = async (who: Client, act: string, body: object) => {
  const { version } = (await who.get('/institution')).body;
  return who.post(`/institution/${act}`, { expectedVersion: version, ...body });
};

async function registered(): Promise<string> {
  const clerk = await district.as('c11', 'intake_agent');
  const answer = await clerk.post('/cases', {
    reportsOfficial: false,
    kind: 'help',
    intake: 'counter',
    words: '示例诉求',
    place: { unit: 'c11' },
  });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

describe('a calendar', () => {
  it('published late, has the clocks that leaned on it counted again, in words for all', async () => {
    const id = await registered();
    const desk = await district.as('s1', 'dispatcher');
    const act = async (name: string, body: object) => {
      const { version } = (await desk.get(`/cases/${id}`)).body;
      const done = await desk.post(`/cases/${id}/${name}`, { expectedVersion: version, ...body });
      expect(done.status).toBe(200);
    };
    await act('triage', { category: 'vending', title: '占道' });
    await act('dispatch', { lead: 's1' });
    const promise = async () => {
      const { clocks } = (await desk.get(`/cases/${id}`)).body;
      return clocks.find(({ kind }: { kind: string }) => kind === 'reply');
    };
    const before = await promise();
    expect(before).toMatchObject({ provisional: true, tone: 'provisional' });

    const editor = await district.as('district', 'rule_editor');
    expect((await change(editor, 'publish-calendar', { text: CALENDAR })).status).toBe(200);
    const { recomputed } = await engine.tick();
    expect(recomputed).toMatchObject({ failed: [], refused: [] });

    const after = await promise();
    expect(after).toMatchObject({ provisional: false, tone: 'running' });
    expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    const { thread } = (await desk.get(`/cases/${id}`)).body;
    expect(thread.map(({ type }: { type: string }) => type)).toContain('ClockRecomputed');
  });

  it('that cannot be used is refused with what is wrong, and where', async () => {
    const editor = await district.as('district', 'rule_editor');
    const text = CALENDAR.replace('2027-01-03', '2027-02-30');
    const answer = await change(editor, 'publish-calendar', { text });
    expect(answer).toMatchObject({ status: 422, body: { code: 'api.bad-file' } });
    expect(answer.body.what).toContain('calendar.yaml:13:');
  });
});

describe('a stand-in', () => {
  const absent = { unit: 's1', role: 'dispatcher' };
  const present = { unit: 's2', role: 'dispatcher' };

  it('acts between its dates, and neither before nor after', async () => {
    const id = await registered();
    await district.as('s1', 'dispatcher');
    const neighbour = await district.as('s2', 'dispatcher');
    const administrator = await district.as('district', 'administrator');
    const iso = (at: number) => new Date(at).toISOString();
    const dates = { validFrom: iso(now + HOUR), validTo: iso(now + 3 * HOUR) };
    const named = await change(administrator, 'stand-in', { absent, present, ...dates });
    expect(named.status).toBe(200);
    const seen = async () => (await neighbour.get(`/cases/${id}`)).status;
    expect(await seen()).toBe(404);
    now += 2 * HOUR;
    expect(await seen()).toBe(200);
    expect((await neighbour.get('/acts')).body.rows).toMatchObject([{ case: id, act: 'triage' }]);
    const [standIn] = (await neighbour.get('/institution')).body.standIns;
    expect(standIn).toMatchObject({ absent, present, ...dates });
    expect((await change(administrator, 'end-stand-in', { id: standIn.id })).status).toBe(200);
    expect(await seen()).toBe(404);
    expect((await neighbour.get('/institution')).body.standIns).toEqual([]);
  });
});

describe('a stand-in is refused', () => {
  const dates = () => ({
    validFrom: new Date(now + HOUR).toISOString(),
    validTo: new Date(now + 3 * HOUR).toISOString(),
  });

  it('for a post that nobody holds: it would make one', async () => {
    const administrator = await district.as('district', 'administrator');
    const absent = { unit: 's1', role: 'arbiter' };
    const present = { unit: 's2', role: 'dispatcher' };
    const answer = await change(administrator, 'stand-in', { absent, present, ...dates() });
    expect([answer.status, answer.body.code]).toEqual([422, 'api.post-not-held']);
  });

  it('to a head, for a post that does not work under them, held or not', async () => {
    await district.as('s1', 'callback_agent');
    const head = await district.as('s1', 'unit_head');
    const absent = { unit: 's1', role: 'callback_agent' };
    const present = { unit: 's1', role: 'unit_head' };
    const answer = await change(head, 'stand-in', { absent, present, ...dates() });
    expect([answer.status, answer.body.code]).toEqual([403, 'institution.stand-in-not-directed']);
  });
});

describe('a recusal', () => {
  it('keeps its account from the case, and is ended by another', async () => {
    const id = await registered();
    const desk = await district.as('s1', 'dispatcher');
    const supervisor = await district.as('centre', 'supervisor');
    const body = { scope: { kind: 'case', case: id }, reason: '当事人是亲属' };
    expect((await change(desk, 'recuse', body)).status).toBe(200);
    expect((await desk.get(`/cases/${id}`)).status).toBe(404);
    const [mine] = (await desk.get('/institution')).body.recusals;
    expect(mine).toMatchObject({ own: true, case: id, reason: '当事人是亲属' });
    const neighbour = await district.as('s2', 'dispatcher');
    expect((await neighbour.get('/institution')).body.recusals).toEqual([]);
    const ended = { id: mine.id, reason: '误报' };
    expect((await change(supervisor, 'end-recusal', ended)).status).toBe(200);
    expect((await desk.get(`/cases/${id}`)).status).toBe(200);
  });

  it('is declared for another by a supervisor, by login; for nobody by anybody else', async () => {
    const id = await registered();
    const desk = await district.as('s1', 'dispatcher');
    const body = { login: 's1/dispatcher', scope: { kind: 'case', case: id }, reason: '示例' };
    const head = await district.as('s1', 'unit_head');
    expect((await change(head, 'recuse', body)).body.code).toBe('institution.not-yours');
    const supervisor = await district.as('centre', 'supervisor');
    const unknown = await change(supervisor, 'recuse', { ...body, login: 'nobody' });
    expect(unknown.body.code).toBe('api.not-found');
    expect((await change(supervisor, 'recuse', body)).status).toBe(200);
    expect((await desk.get(`/cases/${id}`)).status).toBe(404);
  });
});

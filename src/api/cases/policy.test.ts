import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal, StandIn } from '../../core/authority/institution.ts';
import type { Role, UnitId } from '../../core/process.ts';
import { type Client, type District, openDistrict } from '../testing/district.ts';

let district: District;
/** One in c11 of street s1, led by s1; one in c21 of street s2, not yet triaged. */
let here: string;
let there: string;

const recusals: Recusal[] = [];
const standIns: StandIn[] = [];

beforeEach(async () => {
  recusals.length = 0;
  standIns.length = 0;
  district = await openDistrict({ institution: { recusals, standIns } });
  here = await registered('c11');
  there = await registered('c21');
  const desk = await district.as('s1', 'dispatcher');
  await act(desk, here, 'triage', { category: 'vending', title: '占道' });
  await act(desk, here, 'dispatch', { lead: 's1' });
});

const request = (unit: UnitId, change: object = {}) => ({
  reportsOfficial: false,
  kind: 'complaint',
  intake: 'counter',
  words: '示例诉求',
  place: { unit, detail: '示例地点' },
  contact: { name: '示例', telephone: '110' },
  ...change,
});

async function registered(unit: UnitId, change: object = {}): Promise<string> {
  const clerk = await district.as(unit, 'intake_agent');
  return (await clerk.post('/cases', request(unit, change))).body.id;
}

async function act(who: Client, id: string, name: string, body: object = {}) {
  const entry = await district.kept.queries.entry('demo', id);
  return who.post(`/cases/${id}/${name}`, { expectedVersion: entry?.version, ...body });
}

const listed = async (who: Client, query = '') =>
  (await who.get(`/cases${query}`)).body.rows.map(({ id }: { id: string }) => id).sort();

describe('which cases a post may know of', () => {
  const both = () => [here, there].sort();
  const rows: readonly [UnitId, Role, () => string[]][] = [
    ['centre', 'dispatcher', both],
    ['centre', 'intake_agent', both],
    ['centre', 'arbiter', both],
    ['centre', 'supervisor', both],
    ['d', 'auditor', both],
    ['d', 'supervisor', both],
    ['s1', 'dispatcher', () => [here]],
    ['s1', 'unit_handler', () => [here]],
    ['s1', 'unit_head', () => [here]],
    ['s2', 'dispatcher', () => [there]],
    ['c11', 'intake_agent', () => [here]],
    ['c12', 'unit_handler', () => []],
    ['urban', 'unit_head', () => []],
    ['centre', 'callback_agent', () => []],
  ];

  it.each(rows)('%s %s', async (unit, role, seen) => {
    const who = await district.as(unit, role);
    expect(await listed(who)).toEqual(seen());
    for (const id of [here, there]) {
      const { status, body } = await who.get(`/cases/${id}`);
      if (seen().includes(id)) expect(status).toBe(200);
      else expect({ status, code: body.code }).toEqual({ status: 404, code: 'api.not-found' });
    }
  });

  it('is no more by asking for another unit’s', async () => {
    const street = await district.as('s1', 'unit_handler');
    expect((await street.get('/cases?unit=s2')).status).toBe(404);
    expect(await listed(street, '?unit=s1')).toEqual([here]);
    expect(await listed(await district.as('centre', 'dispatcher'), '?unit=s2')).toEqual([]);
  });

  it('ends at the institution: another’s cases are not there', async () => {
    const other = await district.as('centre', 'dispatcher', 'demo-other');
    expect(await listed(other)).toEqual([]);
    expect((await other.get(`/cases/${here}`)).status).toBe(404);
    const body = { expectedVersion: 1, category: 'vending', title: 'x' };
    expect((await other.post(`/cases/${there}/triage`, body)).status).toBe(404);
    expect((await district.kept.queries.entry('demo', there))?.status).toBe('received');
  });

  it('is not told by a refusal: what is not there is not there for acts either', async () => {
    const stranger = await district.as('urban', 'unit_head');
    expect(await act(stranger, here, 'sign-for')).toMatchObject({
      status: 404,
      body: { code: 'api.not-found' },
    });
    expect((await stranger.post('/cases/nothing/sign-for', { expectedVersion: 1 })).status).toBe(
      404,
    );
  });

  it('a recusal takes away, in lists, pages and acts', async () => {
    const street = await district.as('s1', 'unit_handler');
    recusals.push({
      id: 'r1',
      account: 's1/unit_handler',
      scope: { kind: 'case', case: here },
      reason: '示例',
      validFrom: 0,
      validTo: null,
    });
    expect(await listed(street)).toEqual([]);
    expect((await street.get(`/cases/${here}`)).status).toBe(404);
    expect((await street.get('/acts')).body.rows).toEqual([]);
    expect((await act(street, here, 'sign-for')).status).toBe(404);
  });

  it('a stand-in has what the absent post has, page by page', async () => {
    const neighbour = await district.as('s2', 'unit_handler');
    expect((await neighbour.get(`/cases/${here}`)).status).toBe(404);
    standIns.push({
      id: 'i1',
      absent: { unit: 's1', role: 'unit_handler' },
      present: { unit: 's2', role: 'unit_handler' },
      validFrom: 0,
      validTo: Number.MAX_SAFE_INTEGER,
    });
    expect((await neighbour.get(`/cases/${here}`)).body.words).toBe('示例诉求');
    const mine = (await neighbour.get('/acts')).body;
    expect(mine.rows).toMatchObject([{ case: here, act: 'sign-for', unit: 's1' }]);
    expect(mine.counts.total).toBe(1);
    const { acts } = (await neighbour.get(`/cases/${here}`)).body;
    expect(acts.filter(({ likely }: { likely: boolean }) => likely)).toMatchObject([
      { act: 'sign-for', allowed: true },
    ]);
    expect((await act(neighbour, here, 'sign-for')).status).toBe(200);
  });
});

describe('an act that any unit may do', () => {
  const gone = { status: 404, body: { code: 'api.not-found' } };
  const helped = { onBehalfOf: { kind: 'person', relation: 'helper' }, words: '插入的话' };

  it('is for who may know of the case', async () => {
    const supervisor = await district.as('s1', 'supervisor');
    const clerk = await district.as('c11', 'intake_agent');
    expect(await act(supervisor, there, 'remind', { text: '请尽快' })).toMatchObject(gone);
    expect(await act(clerk, there, 'add-words', helped)).toMatchObject(gone);
    expect((await act(supervisor, here, 'remind', { text: '请尽快' })).status).toBe(200);
    expect((await act(clerk, here, 'add-words', helped)).status).toBe(200);
  });

  it('nor is a case merged into one that its dispatcher may not know of', async () => {
    const id = await registered('c12');
    const desk = await district.as('s1', 'dispatcher');
    const into = (target: string) => act(desk, id, 'merge', { into: target, basis: '同一事项' });
    expect(await into(there)).toMatchObject({ body: { code: 'case.merge-target-unknown' } });
    expect(await into('nowhere')).toMatchObject({ body: { code: 'case.merge-target-unknown' } });
    expect((await into(here)).status).toBe(200);
  });
});

describe('what other cases lend to a decision', () => {
  const ended = async (unit: UnitId, street: UnitId): Promise<string> => {
    const id = await registered(unit);
    const desk = await district.as(street, 'dispatcher');
    await act(desk, id, 'triage', { category: 'neighbours', title: '噪声' });
    await act(desk, id, 'dispatch', { lead: unit });
    const handler = await district.as(unit, 'unit_handler');
    await act(handler, id, 'sign-for');
    await act(handler, id, 'contact', { means: 'visit', reached: true });
    await act(handler, id, 'reply', { reply: '已处理', outcome: 'FIXED' });
    const caller = await district.as('centre', 'callback_agent');
    await act(caller, id, 'verify', { reached: true, solved: 'yes' });
    expect((await act(caller, id, 'close', { outcome: 'FIXED' })).status).toBe(200);
    return id;
  };
  const similar = async (unit: UnitId): Promise<string[]> => {
    const desk = await district.as(unit, 'dispatcher');
    const { body } = await desk.get(`/cases/${there}/proposal?category=neighbours`);
    return body.similar.map((of: { case: string }) => of.case).sort();
  };

  it('is what the reader may know of', async () => {
    const [ours, theirs] = [await ended('c21', 's2'), await ended('c11', 's1')];
    expect(await similar('centre')).toEqual([ours, theirs].sort());
    expect(await similar('s2')).toEqual([ours]);
    recusals.push({
      id: 'r1',
      account: 's2/dispatcher',
      scope: { kind: 'case', case: ours },
      reason: '示例',
      validFrom: 0,
      validTo: null,
    });
    expect(await similar('s2')).toEqual([]);
  });
});

describe('who the person is', () => {
  const look = (who: Client, id: string, field = 'contact') =>
    who.post(`/cases/${id}/personal/${field}`, { purpose: '联系本人' });
  const denied = { status: 403, body: { code: 'api.no-such-purpose' } };

  it('is for the first receiver at intake, name and all', async () => {
    const clerk = await district.as('c21', 'intake_agent');
    expect((await look(clerk, there)).body.contact).toEqual({ name: '示例', telephone: '110' });
    expect((await look(clerk, there, 'place')).body.placeDetail).toBe('示例地点');
  });

  it('is a way to reach them, without a name, for the lead unit while it handles', async () => {
    const street = await district.as('s1', 'unit_handler');
    expect(await look(street, here)).toMatchObject(denied);
    await act(street, here, 'sign-for');
    expect((await look(street, here)).body.contact).toEqual({ telephone: '110' });
    await act(street, here, 'reply', { reply: '已处理', outcome: 'FIXED' });
    expect(await look(street, here)).toMatchObject(denied);
    const caller = await district.as('centre', 'callback_agent');
    expect((await look(caller, here)).body.contact).toEqual({ telephone: '110' });
  });

  it('stays with the first receiver where the person asked for confidence', async () => {
    const id = await registered('c11', { confidential: true });
    const desk = await district.as('s1', 'dispatcher');
    const street = await district.as('s1', 'unit_handler');
    await act(desk, id, 'triage', { category: 'vending', title: '占道' });
    await act(desk, id, 'dispatch', { lead: 's1' });
    await act(street, id, 'sign-for');
    expect(await look(street, id)).toMatchObject(denied);
    const clerk = await district.as('c11', 'intake_agent');
    expect((await look(clerk, id)).body.contact.telephone).toBe('110');
  });

  it('nor are their words for the counter or the desk of a unit that may be the one meant', async () => {
    const words = async (unit: UnitId, role: Role, id: string) =>
      (await (await district.as(unit, role)).get(`/cases/${id}`)).body.words;
    const clerk = await district.as('centre', 'intake_agent');
    const { id } = (await clerk.post('/cases', request('c11', { confidential: true }))).body;
    expect(await words('c11', 'intake_agent', id)).toBeNull();
    expect(await words('centre', 'intake_agent', id)).toBe('示例诉求');
    // Whoever may have to give it to somebody has to read it.
    expect(await words('s1', 'dispatcher', id)).toBe('示例诉求');
    const desk = await district.as('centre', 'dispatcher');
    await act(desk, id, 'triage', { category: 'vending', title: '占道' });
    await act(desk, id, 'dispatch', { lead: 's1' });
    expect(await words('s1', 'dispatcher', id)).toBeNull();
    expect(await words('s1', 'arbiter', id)).toBeNull();
  });

  it('nor are their own words shown then to the units that handle it', async () => {
    const id = await registered('c11', { confidential: true });
    const desk = await district.as('s1', 'dispatcher');
    const street = await district.as('s1', 'unit_handler');
    await act(desk, id, 'triage', { category: 'vending', title: '占道' });
    await act(desk, id, 'dispatch', { lead: 's1' });
    await act(street, id, 'sign-for');
    const clerk = await district.as('c11', 'intake_agent');
    const said = { onBehalfOf: { kind: 'person', relation: 'relative' }, words: '补充的话' };
    await act(clerk, id, 'add-words', said);
    await act(street, id, 'contact', { means: 'visit', reached: true, note: '已上门' });
    const page = await street.get(`/cases/${id}`);
    expect(page.body).toMatchObject({ words: null, placeDetail: null, wordsAdded: [] });
    const thread = page.body.thread.flatMap(({ words }: { words: string | null }) => words ?? []);
    expect(thread).toEqual(['已上门']);
    expect(await look(street, id, 'place')).toMatchObject(denied);
    expect((await clerk.get(`/cases/${id}`)).body.wordsAdded).toMatchObject([
      { words: '补充的话' },
    ]);
    // What the first receiver writes for them is what they work from, and their way to the person.
    expect((await act(street, id, 'summarise', { summary: '不是我的事' })).status).toBe(403);
    await act(clerk, id, 'summarise', { summary: '门前占道，请清理' });
    await act(street, id, 'message', { text: '明天上午来看' });
    const then = (await street.get(`/cases/${id}`)).body;
    expect(then).toMatchObject({ words: null, summary: '门前占道，请清理', wordsAdded: [] });
    expect((await look(street, id)).status).toBe(403);
  });

  it('is not looked at without a purpose', async () => {
    const clerk = await district.as('c21', 'intake_agent');
    const answer = await clerk.post(`/cases/${there}/personal/contact`, { purpose: '' });
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'purpose' }] } });
    expect(await district.kept.vault.looks('demo', there)).toEqual([]);
  });
});

describe('pages', () => {
  it('follow one another by a key that nobody else can make', async () => {
    const desk = await district.as('centre', 'dispatcher');
    const first = (await desk.get('/cases?limit=1')).body;
    const second = (await desk.get(`/cases?limit=1&after=${first.next}`)).body;
    const ids = [...first.rows, ...second.rows].map(({ id }) => id).sort();
    expect(ids).toEqual([here, there].sort());
    expect(second.next).toBeNull();
    for (const after of ['x', 'WzFd.aaaaaaaaaaaa', `${first.next}0`]) {
      expect(await desk.get(`/cases?limit=1&after=${after}`)).toMatchObject({
        status: 400,
        body: { code: 'api.input', fields: [{ path: 'after' }] },
      });
    }
  });

  it('of the duty list can be narrowed and turned', async () => {
    const anyone = await district.as('s1', 'liaison');
    const all = (await anyone.get('/rulebook/duties?limit=200')).body.rows;
    const community = (await anyone.get('/rulebook/duties?unit=c11')).body.rows;
    expect(community.map(({ id }: { id: string }) => id)).toEqual(['d1', 'd4', 'd7']);
    expect(community[0].holderName).toEqual({ zh: '各社区', en: 'Every community' });
    const street = all.find(({ leadName }: { leadName: { zh: string } | null }) =>
      leadName?.zh.includes('街道'),
    );
    expect(street.leadName).toEqual({ zh: '所在街道', en: 'the street' });
    const first = (await anyone.get('/rulebook/duties?limit=10')).body;
    const rest = (await anyone.get(`/rulebook/duties?limit=10&after=${first.next}`)).body;
    expect([...first.rows, ...rest.rows]).toEqual(all);
    const found = (await anyone.get('/rulebook/duties?text=street%20vending&mode=WITHDRAWN')).body;
    expect(found.rows).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal } from '../../core/authority/institution.ts';
import { district as caseDistrict } from '../../core/case/given.fixture.ts';
import { supporting } from '../../core/rulebook/supporting.fixture.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

let district: District;
let lead: Client;
let bureau: Client;
let clerk: Client;
const recusals: Recusal[] = [];

const SECRET = '家中两人患病，月收入不足两千';

beforeEach(async () => {
  recusals.length = 0;
  const { rulebooks } = caseDistrict(supporting);
  district = await openDistrict({ institution: { rulebooks, recusals } });
  lead = await district.as('s1', 'unit_handler');
  bureau = await district.as('market', 'unit_handler');
  clerk = await district.as('c11', 'intake_agent');
});

async function dispatched(
  confidential = false,
  to = 's1',
  before = async (_id: string) => {},
): Promise<string> {
  const desk = await district.as('s1', 'dispatcher');
  const { id } = (
    await clerk.post('/cases', {
      reportsOfficial: false,
      kind: 'help',
      intake: 'counter',
      words: '没有工作，生活困难',
      place: { unit: 'c11', detail: '东街 3 号' },
      confidential,
    })
  ).body;
  const act = async (name: string, body: object, who = desk) => {
    const { version } = (await desk.get(`/cases/${id}`)).body;
    return who.post(`/cases/${id}/${name}`, { expectedVersion: version, ...body });
  };
  await act('triage', { category: 'vending', title: '求助' });
  await before(id);
  const centre = await district.as('centre', 'dispatcher');
  const order = { lead: to, ...(to === 's1' ? {} : { overrideReason: '需要执法' }) };
  const sent = await act('dispatch', order, centre);
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  await act('sign-for', {}, await district.as(to, 'unit_handler'));
  return id;
}

const offers = (id: string, who = lead, change: object = {}) =>
  who.post('/supports', {
    case: id,
    measure: 'post',
    need: 'work',
    words: SECRET,
    ...change,
  });

async function offered(): Promise<{ id: string; support: string }> {
  const id = await dispatched();
  const sent = await offers(id);
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  return { id, support: sent.body.id };
}

const act = async (who: Client, support: string, name: string, body: object = {}) => {
  const { version } = (await lead.get(`/supports/${support}`)).body;
  return who.post(`/supports/${support}/${name}`, { expectedVersion: version, ...body });
};
const forPerson = { onBehalfOf: { kind: 'person', relation: 'caller' } };

describe('what might be offered', () => {
  it('is matched to needs with its reasons, in the catalogue’s order, and nothing is kept', async () => {
    const id = await dispatched();
    const before = (await lead.get(`/cases/${id}`)).body.version;
    const { body } = await lead.get(`/cases/${id}/supports?need=illness&need=work`);
    expect(body.why).toBeNull();
    expect(body.proposals.map(({ measure }: { measure: string }) => measure)).toEqual([
      'post',
      'medical-aid',
      'relief',
    ]);
    expect(body.proposals[1]).toMatchObject({
      provider: 'housing',
      needs: [{ code: 'illness' }],
      toShow: [{ code: 'bills' }, { code: 'no-earner' }],
      documents: [{ code: 'invoices', citation: { illustrative: true } }],
      open: false,
    });
    expect((await lead.get(`/cases/${id}`)).body.version).toBe(before);
  });

  it('says why a post cannot offer', async () => {
    const id = await dispatched();
    const { body } = await (await district.as('c11', 'unit_head')).get(`/cases/${id}/supports`);
    expect(body.why.en).toContain('neither handles this case');
  });
});

describe('a support', () => {
  it('is offered, agreed to through a clerk, shown, delivered and confirmed', async () => {
    const { id, support } = await offered();
    expect((await act(bureau, support, 'deliver', { evidence: '已上岗' })).body.code).toBe(
      'support.wrong-status',
    );
    expect((await act(clerk, support, 'consent', forPerson)).status).toBe(200);
    expect((await act(bureau, support, 'deliver', { evidence: '已上岗' })).body).toMatchObject({
      code: 'support.condition-unshown',
    });
    const shown = { condition: 'no-earner', how: '社区证明' };
    expect((await act(bureau, support, 'show', shown)).status).toBe(200);
    expect((await act(bureau, support, 'deliver', { evidence: '已上岗' })).status).toBe(200);
    const theirs = await act(clerk, support, 'confirm-receipt', forPerson);
    expect(theirs.status, JSON.stringify(theirs.body)).toBe(200);
    const view = (await bureau.get(`/supports/${support}`)).body;
    expect(view).toMatchObject({
      status: 'ended',
      end: 'RECEIVED',
      words: SECRET,
      delivery: { evidence: '已上岗' },
      conditions: [{ code: 'no-earner', shown: true, how: '社区证明' }],
    });
    expect(view.thread.map(({ type }: { type: string }) => type)).toEqual([
      'SupportOffered',
      'Consented',
      'ConditionShown',
      'Delivered',
      'Received',
    ]);
    const { supports } = (await lead.get(`/cases/${id}/supports`)).body;
    expect(supports).toMatchObject([{ id: support, end: 'RECEIVED' }]);
  });

  it('is refused, and nothing of the case differs by a byte (invariant 32)', async () => {
    const { id, support } = await offered();
    const seen = async () => {
      const { now: _, ...rest } = (await lead.get(`/cases/${id}`)).body;
      return JSON.stringify([rest, await district.kept.store.events('demo', id)]);
    };
    const before = await seen();
    expect((await act(clerk, support, 'refuse', forPerson)).status).toBe(200);
    expect(await seen()).toBe(before);
    expect((await lead.get(`/supports/${support}`)).body).toMatchObject({ end: 'REFUSED' });
    // The measure is free to be offered again.
    expect((await offers(id)).status).toBe(201);
  });

  it('is under way once for a request, however many offer it at one moment', async () => {
    const id = await dispatched();
    const sent = await Promise.all([offers(id), offers(id)]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(sent.find(({ status }) => status === 409)?.body.code).toBe('support.already-open');
  });

  it('is its provider’s next act, on its clock, and is supervised when it is late', async () => {
    const { support } = await offered();
    await act(clerk, support, 'consent', forPerson);
    const next = (await bureau.get('/acts')).body.rows;
    expect(next).toMatchObject([{ process: 'support', act: 'deliver', stream: support }]);
    district.pass(150 * HOUR);
    await district.tick();
    const supervisor = await district.as('centre', 'supervisor');
    const owed = (await supervisor.get('/acts')).body.rows;
    expect(owed).toMatchObject([{ process: 'support', act: 'supervise' }]);
    const word = { unit: 'market', text: '请按时兑现' };
    expect((await act(supervisor, support, 'supervise', word)).status).toBe(200);
  });

  it('lapses without an answer, and nobody was late', async () => {
    const { support } = await offered();
    district.pass(11 * 24 * HOUR);
    await district.tick();
    expect((await lead.get(`/supports/${support}`)).body).toMatchObject({
      end: 'LAPSED',
      breaches: 0,
    });
  });
});

describe('who sees a support', () => {
  it('reads its words only where they offer, give or enter it; each look is logged', async () => {
    const { id, support } = await offered();
    const words = async (unit: string, role: Parameters<District['as']>[1]) => {
      const { status, body } = await (await district.as(unit, role)).get(`/supports/${support}`);
      return status === 200 ? body.words : status;
    };
    expect(await words('s1', 'unit_head')).toBe(SECRET);
    expect(await words('market', 'unit_handler')).toBe(SECRET);
    expect(await words('c11', 'intake_agent')).toBe(SECRET);
    expect(await words('centre', 'supervisor')).toBeNull();
    expect(await words('d', 'auditor')).toBeNull();
    expect(await words('d', 'unit_head')).toBeNull();
    expect(await words('c11', 'unit_handler')).toBe(404);
    expect(await words('urban', 'unit_handler')).toBe(404);
    const looks = await district.kept.vault.looks('demo', support);
    expect(new Set(looks.map(({ field }) => field))).toEqual(new Set(['support']));
    expect(looks).toHaveLength(3);
    expect(district.log.join()).not.toContain(SECRET);
    const rows = await district.kept.queries.list(
      'demo',
      { process: 'support', about: id },
      9,
      null,
    );
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    expect(JSON.stringify(rows)).not.toContain('work');
  });

  it('of a confidential request is read by whoever gives it, and not by whoever handles the matter', async () => {
    const urban = await district.as('urban', 'unit_handler');
    const counter = await district.as('c11', 'unit_handler');
    for (const confidential of [false, true]) {
      let support = '';
      await dispatched(confidential, 'urban', async (id) => {
        support = (await offers(id, counter)).body.id;
      });
      const read = async (who: Client) => (await who.get(`/supports/${support}`)).body;
      expect((await read(urban)).words).toBe(confidential ? null : SECRET);
      expect((await read(urban)).status).toBe('offered');
      for (const who of [counter, bureau, clerk]) expect((await read(who)).words).toBe(SECRET);
    }
  });

  it('is in the list of who gives it and who offered it, and of no other unit', async () => {
    const { support } = await offered();
    const listed = async (unit: string, role: Parameters<District['as']>[1]) =>
      (await (await district.as(unit, role)).get('/supports')).body.rows.map(
        ({ id }: { id: string }) => id,
      );
    expect(await listed('market', 'unit_handler')).toEqual([support]);
    expect(await listed('s1', 'unit_handler')).toEqual([support]);
    expect(await listed('centre', 'supervisor')).toEqual([support]);
    expect(await listed('c11', 'unit_head')).toEqual([]);
    expect(await listed('urban', 'unit_handler')).toEqual([]);
  });

  it('is nobody’s who has declared an interest in the matter', async () => {
    const { id, support } = await offered();
    recusals.push({
      id: 'r',
      account: 'market/unit_handler',
      scope: { kind: 'case', case: id },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    });
    expect((await bureau.get(`/supports/${support}`)).status).toBe(404);
    expect((await bureau.get('/supports')).body.rows).toEqual([]);
    expect((await act(bureau, support, 'deliver', { evidence: '已上岗' })).status).toBe(404);
  });

  it('is not told to whoever may not know of the case', async () => {
    const id = await dispatched();
    const stranger = await district.as('s2', 'unit_handler');
    expect((await offers(id, stranger)).status).toBe(404);
    expect((await stranger.get(`/cases/${id}/supports`)).status).toBe(404);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Recusal } from '../../core/authority/institution.ts';
import { district as caseDistrict } from '../../core/case/given.fixture.ts';
import { sponsoringLadder, sponsorshipLaw } from '../../core/rulebook/sponsoring.fixture.ts';
import { coordination, whistling } from '../../core/rulebook/whistling.fixture.ts';
import { type Client, type District, HOUR, openDistrict } from '../testing/district.ts';

const DAY = 24 * HOUR;
const NEED = '家中两人失业，没有收入来源';

let district: District;
let street: Client;
let leader: Client;
let bureau: Client;
let liaison: Client;
let market: Client;
const recusals: Recusal[] = [];

beforeEach(async () => {
  recusals.length = 0;
  const cap = { ...sponsorshipLaw.cap, usual: 1 };
  const law = { sponsorship: { ...sponsorshipLaw, cap }, ladder: sponsoringLadder };
  const { rulebooks } = caseDistrict({ ...whistling, ...law });
  district = await openDistrict({
    institution: { rulebooks, delegations: [coordination], recusals },
  });
  const signedIn = await Promise.all(
    (
      [
        ['s1', 'unit_head'],
        ['d', 'sponsor'],
        ['urban', 'unit_head'],
        ['s1', 'liaison'],
        ['market', 'unit_handler'],
      ] as const
    ).map(([unit, role]) => district.as(unit, role)),
  );
  [street, leader, bureau, liaison, market] = signedIn as [Client, Client, Client, Client, Client];
});

/** A case in the street's hands, which goes no further. */
async function inHand(confidential = false): Promise<string> {
  const clerk = await district.as('c11', 'intake_agent');
  const desk = await district.as('s1', 'dispatcher');
  const { id } = (
    await clerk.post('/cases', {
      reportsOfficial: false,
      kind: 'complaint',
      intake: 'counter',
      words: '摊贩占道一年，劝不走',
      place: { unit: 'c11', detail: '东街 3 号楼下' },
      contact: { name: '王某', phone: '13800000000' },
      confidential,
    })
  ).body;
  const act = async (who: Client, name: string, body: object = {}) => {
    const { version } = (await desk.get(`/cases/${id}`)).body;
    const answer = await who.post(`/cases/${id}/${name}`, { expectedVersion: version, ...body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  await act(desk, 'triage', { category: 'vending', title: '占道摆摊' });
  await act(desk, 'dispatch', { lead: 's1' });
  await act(await district.as('s1', 'unit_handler'), 'sign-for');
  return id;
}

const at = (days: number) => new Date(Date.UTC(2026, 2, 2, 2) + days * DAY).toISOString();
const nominate = (id: string, change: object = {}, who = street, key?: string) =>
  who.post(
    '/sponsorships',
    {
      case: id,
      blocked: { kind: 'ASKED', powers: ['fine'], tried: ['约谈三次'] },
      reason: '多部门职责交叉',
      grounds: { harm: 'hardship', affected: 'one', legalBreach: false, reason: '一年未决' },
      sponsor: 'd/sponsor',
      lead: 'urban/unit_head',
      liaison: 's1/liaison',
      ...change,
    },
    key === undefined ? {} : { 'idempotency-key': key },
  );
const act = async (who: Client, id: string, name: string, body: object = {}, key?: string) => {
  const entry = await district.kept.queries.entry('demo', id);
  const envelope = { expectedVersion: entry?.version ?? 0, ...body };
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return who.post(`/sponsorships/${id}/${name}`, envelope, headers);
};
const done = async (who: Client, id: string, name: string, body: object = {}) => {
  const answer = await act(who, id, name, body);
  expect(answer.status, `${name} ${JSON.stringify(answer.body)}`).toBe(200);
};
const view = async (who: Client, id: string) => (await who.get(`/sponsorships/${id}`)).body;
const forPerson = { onBehalfOf: { kind: 'person', relation: 'helper' } };

/** Taken on by the leader, and the case has heard of it. */
async function taken(
  confidential = false,
): Promise<{ readonly about: string; readonly id: string }> {
  const about = await inHand(confidential);
  const { id } = (await nominate(about)).body;
  await done(leader, id, 'accept');
  await district.tick();
  return { about, id };
}

/** A task force that has met, with a plan. */
async function planned(confidential = false) {
  const { about, id } = await taken(confidential);
  await done(liaison, id, 'agree-needs', { needs: [{ kind: 'income', text: NEED }], ...forPerson });
  await done(leader, id, 'convene', {
    mandate: '一个月内解决',
    powers: ['fine'],
    until: at(40),
    members: [{ unit: 'urban', power: 'fine' }, { unit: 'market' }],
  });
  await done(bureau, id, 'hold-meeting', {
    agenda: '研究方案',
    present: ['urban', 'market'],
    positions: [
      { unit: 'urban', position: '可以处罚' },
      { unit: 'market', position: '配合' },
    ],
    decision: '由城管局牵头',
    dissents: [{ unit: 'market', text: ' 本局保留意见 ' }],
    commitments: [{ unit: 'market', what: '复查许可', dueAt: at(10) }],
  });
  await done(bureau, id, 'plan', {
    steps: [{ what: '责令改正', owner: 'urban', power: 'fine', dueAt: at(20) }],
  });
  await district.tick();
  return { about, id };
}

describe('putting a case up to a leader', () => {
  it('shows what of the block the case proves, and who might take which seat', async () => {
    const about = await inHand();
    const { body } = await street.get(`/cases/${about}/sponsorship-choices`);
    expect(body).toMatchObject({
      why: null,
      blocked: [],
      sponsors: [{ login: 'd/sponsor', load: { live: 0, cap: 1 }, inHand: [] }],
      liaisons: [{ login: 's1/liaison' }],
    });
    const leads = body.leads.map(({ login }: { login: string }) => login);
    expect(leads).toEqual(['s1/unit_head', 'urban/unit_head']);
    expect(body.lacking.map(({ power }: { power: string }) => power)).toContain('fine');
    district.pass(20 * DAY);
    const later = (await street.get(`/cases/${about}/sponsorship-choices`)).body;
    expect(later.blocked[0]).toMatchObject({ kind: 'CLOCK' });
    expect(later.blocked[0].evidence.zh).toContain('到期');
  });

  it('is the same thing asked twice under one key, and keeps what the leader had then', async () => {
    const about = await inHand();
    const first = await nominate(about, {}, street, 'k1');
    const again = await nominate(about, {}, street, 'k1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toMatchObject({ id: first.body.id, replayed: true });
    expect((await nominate(about)).body.code).toBe('sponsorship.already-open');
    expect((await nominate(await inHand(), { shown: 3 })).body.code).toBe('api.load-moved');
  });

  it('takes seats that are there, and the head’s word', async () => {
    const about = await inHand();
    expect((await nominate(about, { sponsor: 'nobody' })).body.code).toBe('api.no-such-seat');
    const handler = await district.as('s1', 'unit_handler');
    expect((await nominate(about, {}, handler)).body.code).toBe('sponsorship.heads-word-needed');
    const forHead = { onBehalfOf: { kind: 'post', post: { unit: 's1', role: 'unit_head' } } };
    expect((await nominate(about, forHead, handler)).status).toBe(201);
    await district.tick();
    const { rows } = (await street.get('/confirmations')).body;
    expect(rows[0].sentence.zh).toContain('提请');
  });
});

describe('a leader’s desk', () => {
  it('holds what waits and what is theirs, of how many; a full one refuses the next with the cap', async () => {
    const about = await inHand();
    const { id } = (await nominate(about)).body;
    const waiting = (await leader.get('/sponsorships/desk')).body;
    expect(waiting).toMatchObject({ load: { live: 0, cap: 1 }, mine: [], asked: [{ id }] });
    const acts = (await leader.get('/acts')).body.rows;
    expect(acts).toMatchObject([{ act: 'accept', process: 'sponsorship', stream: id }]);
    await done(leader, id, 'accept');
    const mine = (await leader.get('/sponsorships/desk')).body;
    expect(mine).toMatchObject({ load: { live: 1, cap: 1 }, mine: [{ id }], asked: [] });
    expect(mine.mine[0].seats).toMatchObject([{ seat: 'sponsor', mine: true }, {}, {}]);
    const other = (await nominate(await inHand())).body.id;
    const full = await act(leader, other, 'accept');
    expect(full).toMatchObject({ status: 409, body: { code: 'sponsorship.sponsor-full' } });
    expect(full.body.what).toContain('1');
    expect(full.body.params).toMatchObject({ cap: 1, live: 1 });
    const beside = (await street.get(`/cases/${await inHand()}/sponsorship-choices`)).body;
    expect(beside.sponsors[0]).toMatchObject({
      load: { live: 1 },
      inHand: [{ title: '占道摆摊' }],
    });
  });

  it('can be passed to another of the seat’s own unit, by those who may name them', async () => {
    const { id } = await taken();
    await district.as('d', 'unit_head');
    const { status, body } = await leader.get(`/sponsorships/${id}/candidates`);
    expect([status, body]).toMatchObject([
      200,
      {
        sponsor: [{ login: 'd/sponsor', load: { live: 1, cap: 1 } }],
        lead: [{ login: 'urban/unit_head' }],
        liaison: [{ login: 's1/liaison' }],
      },
    ]);
    const nobody = { sponsor: [], lead: [], liaison: [] };
    expect((await street.get(`/sponsorships/${id}/candidates`)).body).toEqual(nobody);
    const stranger = await district.as('other-d', 'sponsor');
    expect((await stranger.get(`/sponsorships/${id}/candidates`)).status).toBe(404);
  });

  it('is asked for by a unit, and is no list of one person’s matters to whoever sees all', async () => {
    await taken();
    for (const role of ['auditor', 'supervisor'] as const) {
      const all = await district.as('centre', role);
      for (const of of ['/sponsorships', '/cases']) {
        expect((await all.get(`${of}?unit=d/sponsor`)).status).toBe(404);
      }
      expect((await all.get('/sponsorships?unit=d')).body.rows).toHaveLength(1);
    }
  });

  it('is a leader’s own: another’s cases are not there', async () => {
    const { id } = await taken();
    const stranger = await district.as('other-d', 'sponsor');
    expect((await stranger.get('/sponsorships/desk')).body).toMatchObject({ mine: [], asked: [] });
    expect((await stranger.get(`/sponsorships/${id}`)).status).toBe(404);
    expect((await stranger.get('/sponsorships')).body.rows).toEqual([]);
  });
});

describe('who reads what', () => {
  it('the three read the case by their seat, and who the person is only by consent', async () => {
    const { about, id } = await taken();
    for (const who of [leader, liaison]) {
      const { status, body } = await who.get(`/cases/${about}`);
      expect([status, body.words]).toEqual([200, '摊贩占道一年，劝不走']);
      expect(body.seesContact).toBe(false);
      const refused = await who.post(`/cases/${about}/personal/contact`, { purpose: '会见本人' });
      expect(refused.body.code).toBe('api.no-such-purpose');
    }
    const stranger = await district.as('s2', 'liaison');
    expect((await stranger.get(`/cases/${about}`)).status).toBe(404);
    // Nobody with a seat opens it to themselves in the person's name.
    expect((await act(liaison, id, 'consent-identity', forPerson)).body.code).toBe(
      'sponsorship.helper-has-seat',
    );
    const clerk = await district.as('c11', 'intake_agent');
    await done(clerk, id, 'consent-identity', forPerson);
    await district.tick();
    const seen = await leader.post(`/cases/${about}/personal/contact`, { purpose: '会见本人' });
    expect(seen.body.contact).toMatchObject({ name: '王某' });
    await done(liaison, id, 'revoke-identity', forPerson);
    await district.tick();
    expect((await leader.get(`/cases/${about}`)).body.seesContact).toBe(false);
  });

  it('a seat in a unit that handles a confidential request reads none of the person’s words', async () => {
    const { id } = await planned(true);
    expect((await view(leader, id)).needs).toMatchObject([{ text: NEED }]);
    for (const who of [bureau, liaison]) {
      expect((await view(who, id)).needs).toMatchObject([{ kind: 'income', text: null }]);
    }
    const looks = await district.kept.vault.looks('demo', id);
    expect(looks.map(({ actor }) => actor)).toMatchObject([{ post: { role: 'sponsor' } }]);
  });

  it('departments work from the plan: what the person said is for the three alone', async () => {
    const { about, id } = await planned();
    expect((await view(liaison, id)).needs).toMatchObject([{ kind: 'income', text: NEED }]);
    const department = await view(market, id);
    expect(department.needs).toMatchObject([{ kind: 'income', text: null }]);
    expect(department.steps).toMatchObject([{ what: '责令改正', unit: 'urban' }]);
    expect(department.meetings[0]).toMatchObject({
      dissents: [{ text: ' 本局保留意见 ' }],
      commitments: [{ unit: 'market', load: 0 }],
    });
    expect((await market.get(`/cases/${about}`)).status).toBe(200);
    expect(JSON.stringify(await district.kept.store.events('demo', id))).not.toContain(NEED);
    expect(district.log.join('')).not.toContain(NEED);
    const looks = await district.kept.vault.looks('demo', id);
    expect(looks.map(({ field }) => field)).toEqual(['needs']);
  });

  it('an interest keeps away from it as from its case', async () => {
    const { about, id } = await taken();
    const scope = { kind: 'case', case: about } as const;
    const interest = { id: 'r', account: 'urban/unit_head', scope, reason: '亲属', validFrom: 0 };
    recusals.push({ ...interest, validTo: null });
    expect((await bureau.get(`/sponsorships/${id}`)).status).toBe(404);
    const refused = await act(bureau, id, 'plan', {
      steps: [{ what: '办', owner: 'urban', dueAt: at(9) }],
    });
    expect(refused.body.code).toBe('sponsorship.recused');
  });
});

describe('a sponsorship', () => {
  it('takes the case’s ladder over, and holds it open until the result is told', async () => {
    const { about, id } = await planned();
    const desk = await district.as('centre', 'supervisor');
    const told = (await desk.get(`/cases/${about}`)).body;
    const sentences = told.thread.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh);
    expect(sentences.some((one: string) => one.includes('包案'))).toBe(true);
    district.pass(10.5 * DAY);
    await district.tick();
    const late = await view(leader, id);
    expect(late.stuck).toMatchObject([{ promise: 'commitment', unit: 'market', why: 'late' }]);
    expect(late.ladder[0]).toMatchObject({ unit: 'market', act: 'remind' });
    expect((await leader.get('/sponsorships/desk')).body.mine[0].stuck).toBe(1);
    const displaced = (await leader.get('/sponsorships/displaced')).body;
    expect(displaced).toMatchObject({ unit: 'd', served: 0 });
    const head = await district.as('market', 'unit_head');
    expect((await head.get('/sponsorships/displaced')).body).toMatchObject({
      unit: 'market',
      served: 1,
      late: { definition: 'displaced/1', numerator: 0, denominator: 0 },
    });
  });

  it('closes once the claim was answered, the result told, and nothing is left promised', async () => {
    const { id } = await planned();
    expect((await act(leader, id, 'close', { reason: '办结' })).body.code).toBe(
      'sponsorship.claim-unanswered',
    );
    await done(bureau, id, 'answer-claim', {
      answer: 'NOT_SUPPORT',
      reply: '不符合规定',
      citation: '条例第十四条',
    });
    await done(leader, id, 'record-act', {
      kind: 'met-person',
      duty: 'facts',
      note: '会见',
      words: '希望有份工作',
    });
    await done(market, id, 'keep-commitment', { commitment: 1, note: '已复查' });
    await done(await district.as('urban', 'unit_handler'), id, 'finish-step', {
      step: 1,
      note: '已改正',
    });
    await done(liaison, id, 'tell-result', { means: 'visit', result: '已安排公益性岗位' });
    await done(liaison, id, 'dissent', { words: '我不同意', ...forPerson });
    await done(leader, id, 'close', { reason: '方案已落实' });
    await done(await district.as('c11', 'intake_agent'), id, 'consent-follow-up', {
      until: at(90),
      means: 'phone',
      ...forPerson,
    });
    const body = await view(leader, id);
    expect(body).toMatchObject({
      status: 'following',
      claim: { answer: 'NOT_SUPPORT', reply: '不符合规定' },
      result: { text: '已安排公益性岗位' },
      dissents: [{ words: '我不同意' }],
      sponsorActs: [{ kind: 'met-person', words: '希望有份工作' }],
    });
    expect(body.duties.filter(({ done: seen }: { done: boolean }) => seen)).toHaveLength(1);
    expect((await leader.get('/sponsorships/desk')).body).toMatchObject({
      load: { live: 0 },
      mine: [],
    });
  });
});

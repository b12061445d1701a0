import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import * as g from './given.fixture.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';

const { did, given, nothing, usually, HOUR, AFTERNOON } = g;

const { institution } = nothing();
const [law] = institution.rulebooks;
const recused = {
  ...institution,
  recusals: [
    {
      id: 'r1',
      account: 's1/unit_handler',
      scope: { kind: 'unit', unit: 'c11' },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    },
  ],
} as const;
const without = (power: string) => ({
  ...institution,
  delegations: institution.delegations.filter((one) => one.power !== power),
});
const about = (state: ReturnType<typeof g.matter>) => ({ others: new Map([[c.CASE, state]]) });
const called = {
  whistle: 'w2',
  home: c.CASE,
  issuer: 'c11',
  units: ['urban'],
  stage: 'issued',
  live: true,
  result: null,
  notTheirs: [],
} as const;
const withNote = () => ({ ...g.matter(), whistles: [called] }) as ReturnType<typeof g.matter>;
const forHead = { kind: 'post', post: { unit: 's1', role: 'unit_head' } } as const;
const emergencyDone = () => given(nothing(), g.emergency(), g.reports(), g.settles());
const missed = () => given(usually('signed'), g.ticks('report-in-1', 33));
const rated = (items: Parameters<typeof g.rates>[2]) => g.rates('urban', 's1', items);

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<
  Record<Exclude<RefusalCode, 'whistle.capacity-full'>, readonly [g.Story, g.Act]>
> = {
  'whistle.unknown': [nothing(), g.screens()],
  'whistle.exists': [usually('proposed'), g.proposes()],
  'whistle.wrong-status': [usually('proposed'), g.signs()],
  'whistle.not-yours': [usually('issued'), g.signs('market')],
  'whistle.machine-only': [
    usually('issued'),
    did(g.handler('s1'), { type: 'follow-case', data: { case: 'case-2' } }),
  ],
  'whistle.recused': [nothing(recused), g.proposes()],
  'whistle.in-the-future': [usually('issued'), { ...g.later(g.signs(), 1), at: AFTERNOON * 2 }],
  'whistle.before-last-step': [usually('issued'), { ...g.signs(), at: AFTERNOON }],
  'whistle.not-entered-late': [nothing(), { ...g.later(g.proposes(), 1), at: AFTERNOON }],
  'whistle.not-offered': [nothing(c.district()), g.proposes()],
  'whistle.text-needed': [usually('proposed'), g.takesBack('  ')],

  'whistle.unknown-level': [nothing(), g.proposes({ level: 9 })],
  'whistle.case-unknown': [nothing(), { ...g.proposes(), others: new Map() }],
  'whistle.case-ended': [nothing(), { ...g.proposes(), ...about(g.matter('closed')) }],
  'whistle.not-your-case': [nothing(), g.proposes({}, g.handler('s2'))],
  'whistle.no-coordination': [nothing(without('coordinate')), g.proposes()],
  'whistle.no-power-named': [nothing(), g.proposes({ missing: [] })],
  'whistle.unknown-power': [nothing(), g.proposes({ missing: ['fly'] })],
  'whistle.power-held': [nothing(), g.proposes({ missing: ['demolish'] })],
  'whistle.power-not-at-level': [
    nothing(),
    g.proposes({ kind: 'KEY', missing: ['inspect'], units: ['market'] }),
  ],
  'whistle.own-steps-needed': [nothing(), g.proposes({ tried: [' '] })],
  'whistle.nobody-called': [nothing(), g.proposes({ units: [] })],
  'whistle.called-twice': [usually('issued'), g.calls(['urban'])],
  'whistle.unit-without-power': [nothing(), g.proposes({ units: ['urban', 'market'] })],
  'whistle.power-uncalled': [nothing(), g.proposes({ missing: ['fine', 'inspect'] })],
  'whistle.already-called': [nothing(), { ...g.proposes(), ...about(withNote()) }],
  'whistle.ruled-not-theirs': [
    given(usually('issued'), g.objects(), g.decides(true)),
    g.calls(['urban'], null, { again: '仍须到场' }),
  ],
  'whistle.stood-down-before': [given(usually('issued'), g.standsDown()), g.calls(['urban'])],
  'whistle.no-second-look': [
    usually('proposed'),
    { ...g.screens(true, '', g.handler('s1')), onBehalfOf: forHead },
  ],
  'whistle.already-filed': [usually('issued'), g.files()],

  'whistle.no-such-call-out': [usually('issued'), g.signs('urban', 7)],
  'whistle.call-out-settled': [usually('reported'), g.signs()],
  'whistle.already-signed': [usually('signed'), g.signs()],
  'whistle.call-out-binds': [given(usually('issued'), g.objects(), g.decides(false)), g.objects()],
  'whistle.unknown-basis': [usually('issued'), g.objects('urban', 1, 'busy')],
  'whistle.not-objected': [usually('issued'), g.decides(true)],
  'whistle.remote-not-allowed': [
    given(nothing(), g.emergency()),
    g.later(g.reports('urban', { mode: 'remote' }), 0.1),
  ],
  'whistle.unknown-rank': [usually('issued'), g.reports('urban', { rank: 'king' })],
  'whistle.nobody-present': [usually('issued'), g.reports('urban', { headCount: 0 })],
  'whistle.no-power-present': [usually('issued'), g.reports('urban', { rank: 'staff' })],
  'whistle.not-reported-in': [usually('signed'), g.settles()],

  'whistle.no-steps': [usually('reported'), g.plans()],
  'whistle.owner-not-present': [usually('signed'), g.plans({})],
  'whistle.owner-without-power': [usually('reported'), g.plans({ power: 'inspect' })],
  'whistle.step-in-the-past': [usually('reported'), g.plans({ dueAt: AFTERNOON })],
  'whistle.step-too-far': [
    usually('reported'),
    g.plans({ dueAt: Date.parse('9999-01-01T00:00:00Z') }),
  ],
  'whistle.no-such-step': [usually('reported'), g.drops(3)],

  'whistle.unit-not-called': [usually('issued'), g.supervises('market')],
  'whistle.no-supervision': [
    usually('issued', nothing(without('supervise'))),
    g.supervises('urban', g.head('s1')),
  ],
  'whistle.instruction-needed': [missed(), g.later(g.supervises('urban', g.head('d')), 34)],
  'whistle.instruction-not-a-leader': [
    missed(),
    g.later(
      g.supervises('urban', g.head('d'), { by: { unit: 'd', role: 'auditor' }, text: '立即到场' }),
      34,
    ),
  ],

  'whistle.call-out-open': [usually('issued'), g.concludes()],
  'whistle.call-out-unsettled': [usually('reported'), g.concludes()],
  'whistle.not-filed': [emergencyDone(), g.concludes()],
  'whistle.steps-open': [given(usually('reported'), g.plans({}), g.settles()), g.concludes()],
  'whistle.nothing-done': [
    given(usually('reported'), g.settles('urban', 1, 'NOT_MINE', '不属本单位')),
    g.concludes('PARTIAL'),
  ],
  'whistle.no-rating': [usually('concluded', nothing(without('rate'))), g.rates('s1', 'urban')],
  'whistle.not-rated-together': [usually('concluded'), g.rates('urban', 'market')],
  'whistle.rated-before': [
    given(usually('concluded'), g.rates('urban', 's1')),
    g.rates('urban', 's1'),
  ],
  'whistle.item-missing': [usually('concluded'), rated({ needed: 'yes' })],
  'whistle.unknown-item': [
    usually('concluded'),
    rated({ needed: 'yes', acted: 'no', liked: 'no' }),
  ],

  'whistle.clock-not-due': [usually('issued'), g.ticks('sign-1', 1)],
  'whistle.nothing-to-recompute': [
    usually('issued'),
    did(g.machine('tick'), { type: 'recompute-clocks', data: { calendar: 'cn' } }),
  ],
};

describe('refusals', () => {
  const rows = REFUSALS.filter((code) => code !== 'whistle.capacity-full');
  it.each(rows)('%s', (code) => {
    const [story, act] = ROWS[code];
    expect(g.when(story, act)).toMatchObject({ code });
  });

  it('an interest in the unit that leads the case keeps away from whistling about it', () => {
    const interest = { ...recused.recusals[0], scope: { kind: 'unit', unit: 's1' } } as const;
    const of = (account: string) => ({ ...institution, recusals: [{ ...interest, account }] });
    const elsewhere = of('c11/unit_handler');
    expect(g.when(nothing(elsewhere), g.proposes({}, g.handler('c11')))).toMatchObject({
      code: 'whistle.recused',
    });
  });

  it.each([
    ['went', 'ACTION'],
    ['said that it is not theirs', 'NOT_MINE'],
  ] as const)('no step of the plan is for a unit that %s', (_, result) => {
    const gone = given(usually('reported'), g.settles('urban', 1, result));
    expect(g.when(gone, g.plans({}))).toMatchObject({ code: 'whistle.owner-not-present' });
  });

  it('nor for one that owes a step and then said that it is not theirs', () => {
    const stays = given(usually('reported'), g.plans({}), g.settles('urban', 1, 'NOT_MINE'));
    expect(g.known(stays).callOuts[0]?.status).toBe('reported');
    expect(g.when(stays, g.plans({}))).toMatchObject({ code: 'whistle.owner-not-present' });
  });

  it.each<readonly [string, g.Act, RefusalCode]>([
    [
      'called by another whistle',
      { ...furthers(), ...about(withNote()) },
      'whistle.already-called',
    ],
    ['over', { ...furthers(), ...about(g.matter('closed')) }, 'whistle.case-ended'],
    ['not known', { ...furthers(), others: new Map() }, 'whistle.case-unknown'],
    ['another', { ...furthers({ case: 'case-2' }), ...elsewhere() }, 'whistle.case-unknown'],
  ])('further units are called by the rules of the first ones: the case is %s', (_, act, code) => {
    const story = given(usually('issued'), g.standsDown());
    expect(g.when(story, act)).toMatchObject({ code });
    expect(g.when(story, furthers({ again: '又须到场' }))).not.toHaveProperty('code');
  });

  it.each([
    ['propose', nothing(), g.proposes()],
    ['screen', usually('proposed'), g.screens()],
    ['call', usually('issued'), g.calls(['urban'])],
    ['decide an objection', given(usually('issued'), g.objects()), g.decides(false)],
    ['stand down', usually('issued'), g.standsDown()],
    ['supervise', usually('issued'), g.supervises()],
    ['conclude', usually('settled'), g.concludes()],
    ['rate', usually('concluded'), g.rates('urban', 's1')],
  ])('nobody can date back what binds others: %s', (_, story, act) => {
    const now = story.now + HOUR / 2;
    expect(g.when(story, { ...act, now, at: now - 1 })).toMatchObject({
      code: 'whistle.not-entered-late',
    });
  });

  it.each<readonly [string, g.Story, g.Act]>([
    ['signed for', second(), g.signs('market', 2)],
    ['objected to', second(), g.objects('market', 2)],
    ['come to', second(), g.reports('market', { callOut: 2 })],
    ['come to', given(usually('issued'), g.objects(), g.later(g.decides(false), 3)), g.reports()],
    ['settled', usually('reported'), g.settles()],
    ['finished', given(usually('reported'), g.plans({})), g.finishes()],
    ['dropped', given(usually('reported'), g.plans({})), g.drops()],
  ])('nothing is %s before it was asked', (_, story, act) => {
    const now = story.now + HOUR / 2;
    expect(g.when(story, { ...act, now, at: story.now - 1 })).toMatchObject({
      code: 'whistle.before-last-step',
    });
  });

  it('a delegation that has ended plans no more by dating back', () => {
    const delegations = institution.delegations.map((one) => ({
      ...one,
      validTo: AFTERNOON + 3 * HOUR,
    }));
    const story = usually('reported', nothing({ ...institution, delegations }));
    expect(g.when(story, { ...g.later(g.plans({}), 4), at: AFTERNOON + 2 * HOUR })).toMatchObject({
      code: 'whistle.no-coordination',
    });
  });

  it('nor comes by a power that it holds no longer', () => {
    const ends = AFTERNOON + 3 * HOUR;
    const story = usually('signed');
    const held = institution.rulebooks.map((one) => ({
      ...one,
      holdings: one.holdings.map((it) => (it.power === 'fine' ? { ...it, validTo: ends } : it)),
    }));
    const act = { ...g.later(g.reports(), 4), at: AFTERNOON + 2 * HOUR };
    expect(
      g.when(story, { ...act, institution: { ...institution, rulebooks: held } }),
    ).toMatchObject({
      code: 'whistle.no-power-present',
    });
  });

  it('whistle.capacity-full is what the store answers for the claim', () => {
    const [claim] = usually('proposed').claims;
    expect(claim).toMatchObject({ full: { code: 'whistle.capacity-full' } });
  });

  it.each([
    ['screen', usually('proposed'), g.screens(false, ' ')],
    ['override', nothing(), g.proposes({ override: '' })],
    ['object', usually('issued'), { ...g.objects(), command: emptyObjection() }],
    ['rule', given(usually('issued'), g.objects()), g.decides(false, 1, ' ')],
    ['settle', usually('reported'), g.settles('urban', 1, 'NOT_MINE', '')],
    ['stand down', usually('issued'), g.standsDown(1, ' ')],
    ['plan', usually('reported'), g.plans({ what: ' ' })],
    ['finish', given(usually('reported'), g.plans({})), g.finishes('urban', 1, '')],
    ['drop', given(usually('reported'), g.plans({})), g.drops(1, '')],
    ['instruct', missed(), g.later(wordless(), 34)],
    ['conclude', usually('settled'), g.concludes('DONE', ' ')],
  ])('a text that says nothing is none: %s', (_, story, act) => {
    expect(g.when(story, act)).toMatchObject({ code: 'whistle.text-needed' });
  });

  it('a stranger, a person and a machine of another kind are refused alike', () => {
    const story = usually('issued');
    for (const by of [g.person(), g.machine('import'), g.machine('tick'), g.handler('nowhere')]) {
      expect(g.when(story, { ...g.signs(), by })).toMatchObject({ code: 'whistle.not-yours' });
    }
  });

  it('a delegation that has ended whistles no more', () => {
    const delegations = institution.delegations.map((one) => ({
      ...one,
      validTo: AFTERNOON + HOUR,
    }));
    const story = usually('issued', nothing({ ...institution, delegations }));
    expect(g.when(story, g.later(g.calls(['urban']), 2))).toMatchObject({
      code: 'whistle.no-coordination',
    });
    expect(law?.whistle?.delegated.coordination).toBe('coordinate');
  });
});

function furthers(change: Parameters<typeof g.calls>[2] = {}): g.Act {
  return g.calls(['urban'], null, change);
}

function elsewhere() {
  return { others: new Map([['case-2', g.matter()]]) };
}

/** Two are called, the second one two hours later. */
function second(): g.Story {
  const terms = { missing: ['inspect'], units: ['housing'] };
  return given(nothing(), g.proposes(terms), g.screens(), g.later(g.calls(['market']), 2));
}

function emptyObjection() {
  const data = { callOut: 1, basis: 'not-on-list', reason: ' ' };
  return { type: 'object', data } as const;
}

function wordless(): g.Act {
  return g.supervises('urban', g.head('d'), { by: { unit: 'd', role: 'unit_head' }, text: ' ' });
}

import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import { whistlingInstitution } from '../rulebook/small.fixture.ts';
import { sponsorshipLaw } from '../rulebook/sponsoring.fixture.ts';
import type { Named } from './access.ts';
import { whyNot } from './decide.ts';
import * as g from './given.fixture.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';

const { AFTERNOON, DAY, HOUR, did, given, nothing, usually } = g;
const { institution } = nothing();

/** Somebody with an interest in the place. */
const recused = (account: string) => ({
  ...institution,
  recusals: [
    {
      id: 'r1',
      account,
      scope: { kind: 'unit', unit: 'c11' } as const,
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    },
  ],
});
const about = (state: ReturnType<typeof g.matter>) => ({ others: new Map([[c.CASE, state]]) });
const asked = (powers: readonly string[], tried: readonly string[] = ['约谈']) =>
  g.nominates({ blocked: { kind: 'ASKED', powers, tried } });
const extended = () => given(usually('accepted'), g.asksExtension());
const granted = () => given(extended(), g.decidesExtension());
const late = () => given(usually('met'), g.ticks('commitment-1', 14));
const climbed = () => given(usually('nominated'), g.passes());
const untaken = () => given(climbed(), g.passes(g.other));
const hearing = (change: Parameters<typeof g.hears>[0]) => g.hears(change);
const forDeputy = { kind: 'post', post: g.SPONSOR.post } as const;

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<
  Record<
    Exclude<RefusalCode, 'sponsorship.sponsor-full' | 'sponsorship.already-open'>,
    readonly [g.Story, g.Act]
  >
> = {
  'sponsorship.unknown': [nothing(), g.accepts()],
  'sponsorship.exists': [usually('nominated'), g.nominates()],
  'sponsorship.wrong-status': [usually('nominated'), g.closes()],
  'sponsorship.not-yours': [usually('nominated'), g.accepts(g.other)],
  'sponsorship.not-the-person': [usually('accepted'), g.needs(['work'], g.person('case-9'))],
  'sponsorship.helper-has-seat': [
    usually('accepted'),
    { ...g.letsSee, by: g.liaison, onBehalfOf: { kind: 'person', relation: 'helper' } },
  ],
  'sponsorship.machine-only': [usually('accepted'), { ...g.caseEnds(), by: g.sponsor }],
  'sponsorship.recused': [nothing(recused('s1/unit_head')), g.nominates()],
  'sponsorship.in-the-future': [usually('accepted'), { ...g.acts(), at: AFTERNOON * 2 }],
  'sponsorship.before-last-step': [usually('accepted'), { ...g.acts(), at: AFTERNOON }],
  'sponsorship.not-entered-late': [nothing(), { ...g.later(g.nominates(), 1), at: AFTERNOON }],
  'sponsorship.not-offered': [nothing(whistlingInstitution()), g.nominates()],
  'sponsorship.text-needed': [usually('nominated'), g.takesBack('  ')],
  'sponsorship.unknown-unit': [usually('accepted'), g.acts({ unit: 'nowhere' })],
  'sponsorship.unknown-power': [usually('accepted'), g.convenes({ powers: ['fly'] })],
  'sponsorship.due-in-past': [usually('needs'), g.plans({ owner: 'urban', dueAt: AFTERNOON })],
  'sponsorship.due-too-far': [usually('needs'), g.plans({ dueAt: AFTERNOON + 400 * DAY })],
  'sponsorship.past-end': [usually('accepted'), g.convenes({ until: AFTERNOON + 90 * DAY })],

  'sponsorship.case-unknown': [nothing(), { ...g.nominates(), others: new Map() }],
  'sponsorship.case-ended': [nothing(), { ...g.nominates(), ...about(g.matter('closed')) }],
  'sponsorship.not-your-case': [nothing(), g.nominates({}, g.head('s2'))],
  'sponsorship.heads-word-needed': [nothing(), g.nominates({}, g.handler('s1'))],
  'sponsorship.not-blocked': [nothing(), g.nominates({ blocked: { kind: 'RULED' } })],
  'sponsorship.no-power-named': [nothing(), asked([])],
  'sponsorship.power-held': [nothing(), asked(['demolish'])],
  'sponsorship.own-steps-needed': [nothing(), asked(['fine'], [' '])],

  'sponsorship.not-above': [
    nothing(),
    g.nominates({ sponsor: { account: 'x', post: { unit: 'urban', role: 'sponsor' } } }),
  ],
  'sponsorship.lead-elsewhere': [
    nothing(),
    g.nominates({ lead: { account: 'x', post: { unit: 'housing', role: 'unit_head' } } }),
  ],
  'sponsorship.liaison-elsewhere': [
    nothing(),
    g.nominates({ liaison: { account: 'x', post: { unit: 's2', role: 'liaison' } } }),
  ],
  'sponsorship.same-person': [
    nothing(),
    g.nominates({ liaison: { ...g.LIAISON, account: g.LEAD.account } }),
  ],
  'sponsorship.seat-recused': [nothing(recused('deputy')), g.nominates()],
  'sponsorship.whose-seat': [climbed(), { ...g.accepts(g.secretary), onBehalfOf: forDeputy }],
  'sponsorship.still-asked': [usually('nominated'), g.designates()],
  'sponsorship.no-sponsor-yet': [usually('nominated'), g.replaces('sponsor', g.OTHER)],
  'sponsorship.not-own-seat': [usually('accepted'), g.replaces('sponsor', g.OTHER, g.sponsor)],

  'sponsorship.unit-needed': [usually('accepted'), g.acts({ kind: 'unblocked' })],
  'sponsorship.unknown-duty': [usually('accepted'), g.acts({ duty: '稳控' })],
  'sponsorship.nothing-missed': [usually('accepted'), g.supervises('market')],
  'sponsorship.instruction-needed': [late(), g.later(g.supervises('market'), 14)],
  'sponsorship.instruction-not-a-leader': [
    late(),
    g.later(
      g.supervises('market', g.sponsor, { by: { unit: 'd', role: 'auditor' }, text: '即办' }),
      14,
    ),
  ],
  'sponsorship.extension-pending': [extended(), g.asksExtension()],
  'sponsorship.extension-used-up': [given(granted(), g.tellsExtension), g.asksExtension(10)],
  'sponsorship.extension-too-long': [usually('accepted'), g.asksExtension(31)],
  'sponsorship.extension-by-asker': [
    given(usually('accepted'), g.asksExtension(30, g.sponsor)),
    g.decidesExtension(true, { ...g.head('d'), account: 'deputy' } as typeof g.sponsor),
  ],
  'sponsorship.no-extension-asked': [given(extended(), g.decidesExtension()), again()],
  'sponsorship.no-extension-granted': [extended(), g.tellsExtension],
  'sponsorship.term-over': [usually('accepted'), g.later(g.asksExtension(), 61)],

  'sponsorship.already-convened': [usually('convened'), g.convenes()],
  'sponsorship.no-members': [usually('accepted'), g.convenes({ members: [] })],
  'sponsorship.member-twice': [usually('convened'), g.joins('market')],
  'sponsorship.no-force': [usually('accepted'), g.meets()],
  'sponsorship.not-member': [usually('convened'), g.leaves('water')],
  'sponsorship.unit-without-power': [usually('convened'), g.joins('housing', 'fine')],
  'sponsorship.nobody-present': [usually('convened'), g.meets({ present: [], positions: [] })],
  'sponsorship.not-present': [
    usually('convened'),
    g.meets({ dissents: [{ unit: 'housing', text: '不同意' }] }),
  ],
  'sponsorship.position-missing': [usually('convened'), g.meets({ positions: [] })],
  'sponsorship.no-quorum': [
    usually('convened'),
    g.meets({ present: ['market'], positions: [{ unit: 'market', position: '配合' }] }),
  ],
  'sponsorship.no-such-commitment': [usually('met'), g.unpromises(7)],
  'sponsorship.power-pinned': [usually('convened'), g.delegates('demolish')],
  'sponsorship.entrust-by-statute': [usually('convened'), g.delegates('fine')],
  'sponsorship.power-not-held': [
    usually('convened', nothing(without('coordinate'))),
    g.delegates('coordinate'),
  ],
  'sponsorship.not-beneath': [usually('convened'), g.delegates('coordinate', 'd')],

  'sponsorship.needs-first': [usually('accepted'), g.plans({})],
  'sponsorship.no-steps': [usually('needs'), g.plans()],
  'sponsorship.no-such-step': [usually('agreed'), g.drops(3)],
  'sponsorship.hearing-order': [usually('accepted'), hearing({ noticeAt: AFTERNOON })],
  'sponsorship.no-parties': [usually('accepted'), hearing({ parties: [] })],
  'sponsorship.citation-needed': [usually('accepted'), g.answersClaim('EXPLAIN', ' ')],
  'sponsorship.claim-unanswered': [usually('agreed'), g.tellsResult],
  'sponsorship.result-untold': [usually('answered'), g.closes()],
  'sponsorship.promises-open': [given(usually('answered'), g.tellsResult), g.closes()],

  'sponsorship.identity-open': [given(usually('accepted'), g.letsSee), g.letsSee],
  'sponsorship.identity-closed': [usually('accepted'), g.hides],
  'sponsorship.consent-too-long': [usually('told'), g.wantsFollowUp(400)],
  'sponsorship.no-consent': [usually('told'), g.stopsFollowUp],

  'sponsorship.clock-not-due': [usually('accepted'), g.ticks('term-1', 1)],
  'sponsorship.nothing-to-recompute': [
    usually('accepted'),
    did(g.machine('tick'), { type: 'recompute-clocks', data: { calendar: 'cn' } }),
  ],
};

describe('refusals', () => {
  const rows = Object.keys(ROWS) as (keyof typeof ROWS)[];
  it.each(rows)('%s', (code) => {
    const [story, act] = ROWS[code];
    expect(g.when(story, act)).toMatchObject({ code });
  });

  it('are all told, the two that the store answers for a claim too', () => {
    const { claims } = usually('accepted');
    const full = claims.flatMap((claim) => ('full' in claim ? [claim.full?.code ?? ''] : []));
    expect(full).toEqual(['sponsorship.already-open', 'sponsorship.sponsor-full']);
    expect([...rows, ...full].toSorted()).toEqual(REFUSALS.toSorted());
  });

  it('of status and access are known before anything is typed', () => {
    for (const [story, act] of [
      [usually('nominated'), g.closes()],
      [usually('nominated'), g.accepts(g.other)],
      [nothing(whistlingInstitution()), g.nominates()],
    ] as const) {
      const refusal = g.when(story, act);
      expect(whyNot(act.command as Named, story.state, g.factsOf(story, act))).toEqual(refusal);
    }
    const asked = usually('nominated');
    expect(whyNot(g.accepts().command as Named, asked.state, g.factsOf(asked, g.accepts()))).toBe(
      null,
    );
  });

  it('name the cap and how many, where a leader has no place left', () => {
    const [, claim] = usually('accepted').claims;
    const { usual: cap } = sponsorshipLaw.cap;
    expect(claim).toMatchObject({ limit: cap, full: { params: { cap } } });
  });

  it.each([
    ['nominate', nothing(), g.nominates()],
    ['accept', usually('nominated'), g.accepts()],
    ['pass', usually('nominated'), g.passes()],
    ['designate', untaken(), g.designates()],
    ['replace a seat', usually('accepted'), g.replaces('sponsor', g.OTHER)],
    ['supervise', usually('met'), g.supervises('market')],
    ['ask for more time', usually('accepted'), g.asksExtension()],
    ['grant it', extended(), g.decidesExtension()],
    ['tell of it', granted(), g.tellsExtension],
    ['convene', usually('accepted'), g.convenes()],
    ['hold a meeting', usually('convened'), g.meets()],
    ['delegate', usually('convened'), g.delegates()],
    ['plan', usually('met'), g.plans({})],
    ['drop a step', usually('agreed'), g.drops()],
    ['drop a commitment', usually('met'), g.unpromises()],
    ['close', usually('told'), g.closes()],
    ['agree to be followed up', usually('told'), g.wantsFollowUp()],
  ])('nobody can date back what binds others: %s', (_, story, act) => {
    const now = story.now + HOUR / 2;
    expect(g.when(story, { ...act, now, at: now - 1 })).toMatchObject({
      code: 'sponsorship.not-entered-late',
    });
  });

  it.each([
    ['nominate', nothing(), g.nominates({ reason: ' ' })],
    ['grounds', nothing(), g.nominates({ grounds: { ...grounds(), reason: '' } })],
    ['pass', usually('nominated'), g.passes(g.sponsor, ' ')],
    ['replace', usually('accepted'), g.replaces('sponsor', g.OTHER, g.head('d'), '')],
    ['act', usually('accepted'), g.acts({ note: '' })],
    ['mandate', usually('accepted'), g.convenes({ mandate: ' ' })],
    ['release', usually('convened'), g.leaves('market', ' ')],
    ['agenda', usually('convened'), g.meets({ agenda: '' })],
    ['dissent', usually('convened'), g.meets({ dissents: [{ unit: 'urban', text: ' ' }] })],
    ['keep', usually('met'), g.keeps('market', 1, ' ')],
    ['unpromise', usually('met'), g.unpromises(1, ' ')],
    ['need', usually('accepted'), g.needs([' '])],
    ['step', usually('needs'), g.plans({ what: ' ' })],
    ['finish', usually('agreed'), g.finishes('urban', 1, ' ')],
    ['drop', usually('agreed'), g.drops(1, ' ')],
    ['close', usually('told'), g.closes(' ')],
    ['extend', extended(), { ...g.decidesExtension(), command: wordless() }],
  ])('a text that says nothing is none: %s', (_, story, act) => {
    expect(g.when(story, act)).toMatchObject({ code: 'sponsorship.text-needed' });
  });

  it.each([
    ['a promise on the ladder', 'commitments', 'not-present'],
    ['a position of who was not there', 'positions', 'not-present'],
  ] as const)('a meeting takes no %s from a unit that is absent', (_, field, code) => {
    const act = g.meets({
      commitments: [{ unit: 'housing', what: '配合', dueAt: AFTERNOON + 9 * DAY, load: null }],
    });
    const absent = g.meets({
      positions: [
        { unit: 'urban', position: '可以' },
        { unit: 'market', position: '可以' },
        { unit: 'housing', position: '可以' },
      ],
    });
    const said = field === 'positions' ? absent : act;
    expect(g.when(usually('convened'), said)).toMatchObject({ code: `sponsorship.${code}` });
  });

  it('an end date that has passed is asked for no more, nor granted, nor told', () => {
    const asked = given(usually('accepted'), g.later(g.asksExtension(), 58));
    const allowed = given(asked, g.decidesExtension());
    for (const [story, act] of [
      [usually('accepted'), g.asksExtension()],
      [asked, g.decidesExtension()],
      [allowed, g.tellsExtension],
    ] as const) {
      expect(g.when(story, g.later(act, 61))).toMatchObject({ code: 'sponsorship.term-over' });
    }
  });
});

function grounds() {
  return { harm: 'none', affected: 'one', legalBreach: false, reason: '' } as const;
}

function again(): g.Act {
  return g.decidesExtension();
}

function wordless() {
  return { type: 'decide-extension', data: { granted: true, reason: ' ' } } as const;
}

function without(power: string) {
  return {
    ...institution,
    rulebooks: institution.rulebooks.map((one) => ({
      ...one,
      holdings: one.holdings.filter((it) => it.power !== power),
    })),
  };
}

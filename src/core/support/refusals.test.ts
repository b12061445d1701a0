import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import * as g from './given.fixture.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';

const { did, given, nothing, usually, AFTERNOON } = g;

const recused = g.institution({
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
});
const about = (state: unknown) => ({ others: new Map([[c.CASE, state]]) });
const leader = { unit: 'd', role: 'unit_head' } as const;
/** The provider missed its time and a reminder: supervision is owed. */
const missed = () => given(usually('consented'), g.ticks('deliver-1', 150));
/** Supervision was missed as well: a leader's word is owed. */
const unheard = () => given(usually('consented'), g.ticks('deliver-1', 175));

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<
  Record<Exclude<RefusalCode, 'support.already-open'>, readonly [g.Story, g.Act]>
> = {
  'support.unknown': [nothing(), g.consents()],
  'support.exists': [usually('offered'), g.offers()],
  'support.wrong-status': [usually('offered'), g.delivers()],
  'support.not-yours': [usually('shown'), g.delivers(g.handler('urban'))],
  'support.not-the-person': [usually('offered'), g.consents(null, g.person('case-2'))],
  'support.machine-only': [
    usually('offered'),
    did(g.handler('s1'), { type: 'clock-due', data: { clock: 'support-answer-1', revision: 1 } }),
  ],
  'support.recused': [nothing(recused), g.offers()],
  'support.before-last-step': [usually('shown'), { ...g.delivers(), at: AFTERNOON }],
  'support.not-entered-late': [usually('offered'), { ...g.consents(), at: AFTERNOON }],
  'support.not-offered-here': [nothing(c.district()), g.offers()],

  'support.case-unknown': [nothing(), { ...g.offers(), others: new Map() }],
  'support.case-ended': [nothing(), { ...g.offers(), ...about(g.matter('closed')) }],
  'support.not-your-case': [nothing(), g.offers({}, g.handler('s2'))],
  'support.sponsorship-unknown': [nothing(), g.offers({ sponsorship: 'sponsorship-1' })],
  'support.unknown-measure': [nothing(), g.offers({ measure: 'gold' })],
  'support.need-not-answered': [nothing(), g.offers({ need: 'illness' })],
  'support.no-provider': [
    nothing(),
    {
      ...g.offers({ measure: 'relief' }, g.handler('urban')),
      ...about({ ...g.matter(), holder: 'urban', place: { unit: 'd', text: c.sealed() } }),
    },
  ],

  'support.helper-has-part': [usually('offered'), g.helped(g.consents(), offerer())],
  'support.consent-in-the-past': [usually('offered'), g.consents(AFTERNOON)],
  'support.consent-too-long': [usually('offered'), g.consents(AFTERNOON + 91 * g.DAY)],

  'support.unknown-condition': [usually('consented'), g.shows('bills')],
  'support.condition-shown': [usually('shown'), g.shows()],
  'support.condition-unshown': [usually('consented'), g.delivers()],

  'support.unit-not-provider': [missed(), g.later(supervising('urban'), 151)],
  'support.text-needed': [missed(), g.later(supervising('market', ' '), 151)],
  'support.instruction-needed': [unheard(), g.later(g.supervises(g.head('d')), 176)],
  'support.instruction-not-a-leader': [
    unheard(),
    g.later(
      g.supervises(g.head('d'), { by: { unit: 'market', role: 'unit_head' }, text: '速办' }),
      176,
    ),
  ],

  'support.clock-not-due': [usually('offered'), g.ticks('support-answer-1', 1)],
  'support.nothing-to-recompute': [
    usually('offered'),
    did(g.machine('reaction'), { type: 'recompute-clocks', data: { calendar: 'cn' } }),
  ],
};

describe('a support refuses', () => {
  it.each(Object.entries(ROWS))('%s', (code, [story, act]) => {
    expect(g.when(story, act)).toMatchObject({ code });
  });

  it('every code it has, and one that only the store can give', () => {
    expect([...Object.keys(ROWS), 'support.already-open'].toSorted()).toEqual(REFUSALS.toSorted());
    const [claim] = usually('offered').claims;
    expect(claim).toMatchObject({
      op: 'take',
      limit: 1,
      full: { code: 'support.already-open', params: { measure: 'post' } },
    });
  });

  it('an instruction that says nothing', () => {
    const said = { by: leader, text: ' ' };
    expect(g.when(unheard(), g.later(g.supervises(g.head('d'), said), 176))).toMatchObject({
      code: 'support.text-needed',
    });
  });

  it('a clerk of the unit that is to give it as it does the one who offered it', () => {
    const theirs = g.staff('market', 'intake_agent');
    expect(g.when(usually('delivered'), g.helped(g.confirms(), theirs))).toMatchObject({
      code: 'support.helper-has-part',
    });
    expect(g.when(usually('delivered'), g.helped(g.confirms()))).not.toHaveProperty('code');
  });
});

/** The account that offered, in a seat of intake. */
function offerer() {
  return g.staff('s1', 'intake_agent', 's1/unit_handler');
}

function supervising(unit: string, text?: string): g.Act {
  return g.supervises(g.supervisor, null, unit, text);
}

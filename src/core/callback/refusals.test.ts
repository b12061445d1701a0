import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import type { CaseState } from '../case/state.ts';
import * as g from './given.fixture.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';

const { did, given, nothing } = g;
const institution = g.callingBack();
const recused = {
  ...institution,
  recusals: [
    {
      id: 'r1',
      account: 'centre/callback_agent',
      scope: { kind: 'unit', unit: 's1' },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    },
  ],
} as const;
const alone = { ...g.closed(), receivedBy: 'centre', place: { unit: 'd', detail: null } };
const parties = { ...alone, order: { ...orderOf(), lead: 'other-d', assisting: ['d'] } };

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<Record<RefusalCode, readonly [g.Story, g.Act]>> = {
  'callback.unknown': [nothing(), g.answers()],
  'callback.exists': [g.drawn(), g.draws()],
  'callback.wrong-status': [g.drawn(), g.answers()],
  'callback.not-yours': [g.asking(), g.answers({}, g.staff('market', 'callback_agent'))],
  'callback.machine-only': [nothing(), { ...g.draws(), by: g.agent }],
  'callback.recused': [g.asking(), { ...g.answers(), institution: recused, case: g.closed() }],
  'callback.in-the-future': [g.asking(), { ...g.answers(), at: g.MONDAY * 2 }],
  'callback.before-last-step': [g.asking(), { ...g.answers(), at: g.endedAt(g.closed()) }],
  'callback.not-offered': [{ ...nothing(), institution: c.district() }, g.answers()],
  'callback.case-unknown': [nothing(), g.draws(0, { case: { status: 'none' } })],

  'callback.not-a-callback': [g.looking(), g.answers()],
  'callback.not-a-recheck': [g.asking(), g.finds()],
  'callback.nothing-answered': [
    g.asking(),
    g.answers({ contacted: null, solved: null, listened: null }),
  ],
  'callback.how-needed': [g.looking(), g.finds('held', g.agent, null)],
  'callback.calls-made': [given(g.asking(), g.inVain, g.inVain), g.inVain],
  'callback.person-answered': [given(g.asking(), g.answers({}, g.person())), g.answers()],
  'callback.window-over': [
    given(g.asking(), g.answers(), g.ticks('window-1', 25)),
    g.answers({}, g.person()),
  ],

  'callback.nobody-to-hear': [
    given(nothing(), g.draws(0.75, { case: parties as CaseState })),
    g.reports(),
  ],
  'callback.no-such-report': [given(g.asking(), g.reports()), g.answersPressure(2)],
  'callback.report-answered': [
    given(g.asking(), g.reports(), g.answersPressure()),
    g.answersPressure(),
  ],

  'callback.clock-not-due': [g.drawn(), g.ticks('wait-1', 2)],
  'callback.nothing-to-recompute': [
    g.drawn(),
    did(g.machine('tick'), { type: 'recompute-clocks', data: { calendar: 'cn' } }),
  ],
};

function orderOf() {
  const state = g.closed();
  if (state.status !== 'closed' || state.order === null) throw new Error('no order');
  return state.order;
}

describe('refusals', () => {
  it.each(REFUSALS)('%s', (code) => {
    const [story, act] = ROWS[code];
    expect(g.when(story, act)).toMatchObject({ code });
  });

  it('of another person’s: a receipt opens what is about its own case', () => {
    expect(g.when(g.asking(), g.answers({}, g.person('case-2')))).toMatchObject({
      code: 'callback.not-yours',
    });
  });
});

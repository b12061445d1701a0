import type { StreamId } from '../process.ts';
import * as g from './given.fixture.ts';
import type { CallbackState } from './state.ts';

const SOLVED = ['yes', 'partly', 'no', null] as const;
const FINDINGS = ['held', 'recurred', 'unclear'] as const;

/** What somebody might do next about the case; `pick` chooses, not always rightly. */
export function anyAct(state: CallbackState, pick: number, about: StreamId): g.Act {
  const agents = ['centre', 'market', 's1'].map((unit) => g.staff(unit, 'callback_agent'));
  const asked = [...agents, g.person(about)].flatMap((by) => [
    ...SOLVED.map((solved) => g.answers({ solved }, by)),
    ...FINDINGS.map((finding) => g.finds(finding, by)),
    g.reports(by),
  ]);
  const all = [
    ...asked,
    ...agents.map((by) => ({ ...g.inVain, by })),
    ...(state.status === 'none' ? [] : state.reports).flatMap(({ n, to }) => [
      g.answersPressure(n, g.staff(to.unit, to.role)),
    ]),
  ];
  return all[(pick >> 8) % all.length] ?? g.inVain;
}

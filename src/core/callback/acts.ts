import { clockOf, liveOf } from '../clock/clock.ts';
import type { ActRow } from '../process.ts';
import { type CallbackState, openReports } from './state.ts';

/** What somebody still owes: the rows of "my next acts". */
export function actsOf(state: CallbackState): readonly ActRow[] {
  if (state.status === 'none') return [];
  return [...asking(state), ...pressure(state)];
}

function asking(state: CallbackState): readonly ActRow[] {
  if (state.status !== 'asking' || state.calledOut) return [];
  const clock = liveOf(state.clocks, 'ask');
  return [
    {
      act: state.kind === 'callback' ? 'callback.answer' : 'callback.find',
      unit: state.asker,
      role: 'callback_agent',
      ...(clock === undefined ? {} : { clock: clock.id }),
      startedAt: clock?.startedAt ?? state.since,
      dueAt: clock?.dueAt ?? null,
      first: false,
    },
  ];
}

/** One row a hearer and instant; the rest stand on the page. */
function pressure(state: CallbackState): readonly ActRow[] {
  if (state.status === 'none') return [];
  const [report] = openReports(state);
  if (report === undefined) return [];
  const clock = clockOf(state.clocks, report.clock);
  return [
    {
      act: 'callback.answer-pressure',
      ...report.to,
      clock: report.clock,
      startedAt: clock?.startedAt ?? report.at,
      dueAt: clock?.dueAt ?? null,
      first: false,
    },
  ];
}

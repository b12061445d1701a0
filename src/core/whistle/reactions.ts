import type { Reaction, StreamId, UnitId } from '../process.ts';
import type { WhistleEvent } from './events.ts';
import { isLive, type Known, type WhistleState } from './state.ts';

/**
 * The case knows which whistles it has: who reads it, whom the person is told of, and what a merge
 * or an ending carries along all hang on that. It is told afterwards, not in the same write: a
 * whistle that time sends out knows no case to read first.
 */
export function after(
  event: WhistleEvent,
  state: WhistleState,
  stream: StreamId,
): readonly Reaction[] {
  if (state.status === 'none') return [];
  switch (event.type) {
    case 'WhistleProposed':
    case 'WhistleIssued':
    case 'WhistleDeclined':
    case 'WhistleTakenBack':
    case 'Concluded':
      return [noted(state.case, state, stream)];
    case 'CalledOut':
      // The first ones are told of with the issue itself.
      return event.data.callOut <= state.calls.length ? [] : [noted(state.case, state, stream)];
    case 'Released':
      return [noted(state.case, state, stream, event.data.unit)];
    case 'CaseFollowed':
      return event.data.from === state.case
        ? [noted(state.case, state, stream)]
        : [left(event.data.from, stream), noted(state.case, state, stream)];
    default:
      return [];
  }
}

const noted = (
  to: StreamId,
  state: Known,
  whistle: StreamId,
  letGo: UnitId | null = null,
): Reaction => ({
  process: 'case',
  stream: to,
  command: {
    type: 'note-whistle',
    data: {
      whistle,
      home: state.home,
      issuer: state.issuer,
      units: unitsOf(state),
      stage: isLive(state) ? state.status : 'ended',
      result: 'result' in state ? state.result : null,
      letGo,
      notTheirs: state.callOuts
        .filter(({ notTheirs }) => notTheirs)
        .map(({ unit, powers }) => ({ unit, powers: powers.map(({ power }) => power) })),
    },
  },
});

const left = (from: StreamId, whistle: StreamId): Reaction => ({
  process: 'case',
  stream: from,
  command: { type: 'forget-whistle', data: { whistle } },
});

/**
 * While it is live, whom it calls now, or will call: a unit that was let go reads the matter no
 * more. Once it is over nobody reads by it, and the case keeps whom it had called.
 */
const unitsOf = (state: Known): readonly UnitId[] => {
  const { calls, callOuts } = state;
  const meant = callOuts.length === 0 ? calls : [];
  const out = callOuts.filter(({ status }) => status !== 'released' || !isLive(state));
  return [...new Set([...meant, ...out].map(({ unit }) => unit))];
};

import type { Reaction, StreamId } from '../process.ts';
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
      return state.calls.some(({ unit }) => unit === event.data.unit)
        ? []
        : [noted(state.case, state, stream)];
    case 'CaseFollowed':
      return event.data.from === state.case
        ? [noted(state.case, state, stream)]
        : [left(event.data.from, stream), noted(state.case, state, stream)];
    default:
      return [];
  }
}

const noted = (to: StreamId, state: Known, whistle: StreamId): Reaction => ({
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
    },
  },
});

const left = (from: StreamId, whistle: StreamId): Reaction => ({
  process: 'case',
  stream: from,
  command: { type: 'forget-whistle', data: { whistle } },
});

const unitsOf = (state: Known): readonly string[] => [
  ...new Set([...state.calls, ...state.callOuts].map(({ unit }) => unit)),
];

import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import type { Instant, Recorded } from '../process.ts';
import type { HoldAsked, SecrecyEvent } from './events.ts';
import type { Known, SecrecyState } from './state.ts';

/** The state after an event; one that cannot follow the state is a fault, never skipped. */
export function evolve(state: SecrecyState, event: Recorded<SecrecyEvent>): SecrecyState {
  if (event.type === 'HoldAsked') return asked(state, event);
  if (state.status === 'none') throw new Error(`secrecy: ${event.type} before anything was asked`);
  if (isClockEvent(event)) return { ...state, clocks: evolveClocks(state.clocks, event) };
  const at = event.occurredAt;
  if (state.status === 'asked' && event.type === 'HoldAgreed') {
    return { ...common(state, at), status: 'held', hold: state.hold, from: at };
  }
  if (state.status === 'asked' && event.type === 'HoldTurnedDown') {
    return { ...common(state, at), status: 'open' };
  }
  if (state.status === 'held' && (event.type === 'HoldLifted' || event.type === 'HoldExpired')) {
    const { hold, unit, basis } = state.hold;
    const past = [...state.past, { hold, unit, basis, from: state.from, to: at }];
    return { ...common(state, at), past, status: 'open' };
  }
  throw new Error(`secrecy: ${event.type} cannot follow ${state.status}`);
}

function asked(state: SecrecyState, event: Recorded<HoldAsked>): SecrecyState {
  if (state.status !== 'none' && state.status !== 'open') {
    throw new Error(`secrecy: asked while ${state.status}`);
  }
  const { case: of, ...hold } = event.data;
  const at = event.occurredAt;
  const before =
    state.status === 'none' ? { past: [], openedAt: at, clocks: [] } : common(state, at);
  return {
    ...before,
    status: 'asked',
    case: of,
    asked: hold.hold,
    since: at,
    hold: {
      ...hold,
      askedAt: at,
      asker: event.actedBy.kind === 'staff' ? event.actedBy.account : null,
    },
  };
}

const common = ({ case: of, past, asked: count, openedAt, clocks }: Known, since: Instant) => ({
  case: of,
  past,
  asked: count,
  since,
  openedAt,
  clocks,
});

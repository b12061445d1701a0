import type { Recorded } from '../process.ts';
import type { CallAsked, RelayEvent } from './events.ts';
import type { Call, Known, RelayState, Status } from './state.ts';

/** The state after an event; one that cannot follow the state is a fault, never skipped. */
export function evolve(state: RelayState, event: Recorded<RelayEvent>): RelayState {
  if (event.type === 'CallAsked') return asked(state, event);
  if (state.status === 'asked' && event.type === 'CallPlaced') {
    return changed(state, 'placed', { exchange: 'placed' });
  }
  if (state.status === 'asked' && event.type === 'CallRefused') {
    return changed(state, 'quiet', { exchange: 'refused' });
  }
  if ((state.status === 'asked' || state.status === 'placed') && event.type === 'CallTold') {
    return changed(state, 'quiet', { outcome: event.data.outcome });
  }
  throw new Error(`relay: ${event.type} cannot follow ${state.status}`);
}

function asked(state: RelayState, { data, occurredAt: at }: Recorded<CallAsked>): RelayState {
  const { call, post, ...of } = data;
  const before = state.status === 'none' ? [] : state.calls;
  const calls: readonly Call[] = [...before, { call, at, post, exchange: 'asked', outcome: null }];
  return { ...of, status: 'asked', calls };
}

const changed = (
  { about, case: of, calls }: Known,
  status: Exclude<Status, 'none'>,
  change: Partial<Call>,
): RelayState => ({
  status,
  about,
  case: of,
  calls: calls.map((call, n) => (n === calls.length - 1 ? { ...call, ...change } : call)),
});

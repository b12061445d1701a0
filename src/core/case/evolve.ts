import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import { evolveLadders, isLadderEvent } from '../clock/ladder.ts';
import type { Recorded } from '../process.ts';
import type { CaseEvent } from './events.ts';
import * as begin from './evolve/begin.ts';
import * as ending from './evolve/ending.ts';
import { known } from './evolve/fault.ts';
import * as ordering from './evolve/ordering.ts';
import * as working from './evolve/working.ts';
import type { CaseState } from './state.ts';

type Evolvers = {
  readonly [Type in CaseEvent['type']]?: (
    state: CaseState,
    event: Recorded<Extract<CaseEvent, { readonly type: Type }>>,
  ) => CaseState;
};

const EVOLVERS: Evolvers = { ...begin, ...ordering, ...working, ...ending };

/**
 * The state after an event. Every result is read from the event, none is computed again; an event
 * that cannot follow the state is a fault, never skipped.
 */
export function evolve(state: CaseState, event: Recorded<CaseEvent>): CaseState {
  if (isClockEvent(event)) {
    const before = known(state, event);
    return { ...before, clocks: evolveClocks(before.clocks, event) };
  }
  if (isLadderEvent(event)) {
    const before = known(state, event);
    return { ...before, ladders: evolveLadders(before.ladders, event) };
  }
  const evolver = EVOLVERS[event.type] as
    | ((state: CaseState, event: Recorded<CaseEvent>) => CaseState)
    | undefined;
  if (evolver === undefined) throw new Error(`case: unknown event ${event.type}`);
  const next = evolver(state, event);
  if (next.status === 'none' || !FOR_UPSTREAM.has(event.type)) return next;
  return { ...next, upstream: { ...next.upstream, said: event.version } };
}

/** What the system that gave an order waits to hear. */
const FOR_UPSTREAM: ReadonlySet<CaseEvent['type']> = new Set([
  'Replied',
  'AnsweredAtOnce',
  'MergedPersonTold',
  'Redirected',
  'UpstreamAsked',
]);

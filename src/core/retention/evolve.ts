import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import type { Recorded } from '../process.ts';
import type { EventOf, RetentionEvent } from './events.ts';
import {
  type Common,
  type Hold,
  isHindered,
  KEEPING,
  type Known,
  type RetentionState,
  type StateOf,
  type Status,
  type Wish,
} from './state.ts';

/**
 * The state after an event. Every result is read from the event, none is computed again; an event
 * that cannot follow the state is a fault, never skipped.
 */
export function evolve(state: RetentionState, event: Recorded<RetentionEvent>): RetentionState {
  if (event.type === 'RetentionBegun') return begun(state, event);
  const before = known(state, event);
  if (isClockEvent(event)) return { ...before, clocks: evolveClocks(before.clocks, event) };
  const evolver = EVOLVERS[event.type] as
    | ((before: Known, event: Recorded<RetentionEvent>) => Known)
    | undefined;
  if (evolver === undefined) throw new Error(`retention: unknown event ${event.type}`);
  return settled(evolver(before, event), event);
}

/** What stands before the erasure decides between the two ways of being over. */
function settled(state: Known, { occurredAt: since }: Recorded): Known {
  if (state.status !== 'lapsed' && state.status !== 'due') return state;
  const status = isHindered(state) ? 'lapsed' : 'due';
  return status === state.status ? state : { ...state, status, since };
}

type Evolvers = {
  readonly [Type in RetentionEvent['type']]?: (
    before: Known,
    event: Recorded<EventOf<Type>>,
  ) => Known;
};

const EVOLVERS: Evolvers = {
  RetentionStopped(before, event) {
    after(before, event, ...KEEPING);
    const at = event.occurredAt;
    return { ...commonOf(before), status: 'stopped', since: at, endedAt: at };
  },
  RetentionLapsed(before, event) {
    after(before, event, 'kept');
    return { ...commonOf(before), status: 'lapsed', since: event.occurredAt };
  },
  HoldPlaced(before, { data }) {
    const { hold: n, reason, until, account: by } = data;
    const hold: Hold = {
      n,
      reason,
      until,
      by,
      agreedBy: null,
      overdue: false,
      clock: nextOf(before, 'hold-agree'),
      end: null,
    };
    return { ...before, holds: [...before.holds, hold] };
  },
  HoldAgreed: (before, { data }) =>
    held(before, data.hold, { agreedBy: data.account, clock: nextOf(before, 'hold-review') }),
  HoldOverdue: (before, { data }) =>
    held(before, data.hold, { overdue: true, clock: nextOf(before, 'hold-review') }),
  HoldEnded: (before, { data }) => held(before, data.hold, { end: data.end }),
  PackageTaken: (before, { data, occurredAt: at }) => ({
    ...before,
    package: { digest: data.digest, at },
  }),
  Transferred: (before, { data, occurredAt: at }) => ({
    ...before,
    transfer: { receipt: data.receipt, at },
  }),
  ErasureAsked(before, { data, occurredAt: at }) {
    const clock = nextOf(before, 'wish');
    const wish: Wish = { n: data.wish, at, words: data.words, clock, answer: null };
    return { ...before, wishes: [...before.wishes, wish] };
  },
  ErasureAnswered: (before, { data }) => ({
    ...before,
    wishes: before.wishes.map((one) =>
      one.n === data.wish ? { ...one, answer: data.answer } : one,
    ),
  }),
  ErasureOrdered(before, event) {
    after(before, event, 'due');
    const { streams } = event.data;
    return { ...commonOf(before), status: 'erasing', since: event.occurredAt, streams };
  },
  Erased(before, event) {
    const { streams } = after(before, event, 'erasing');
    const at = event.occurredAt;
    return {
      ...commonOf(before),
      status: 'erased',
      since: at,
      streams,
      erasedAt: at,
      endedAt: at,
    };
  },
};

/** What was told and held before stays; what was handed over was another end's. */
function begun(state: RetentionState, event: Recorded<EventOf<'RetentionBegun'>>): RetentionState {
  if (state.status !== 'none' && state.status !== 'stopped') {
    throw new Error(`retention: begun in ${state.status}`);
  }
  const before = state.status === 'none' ? { holds: [], wishes: [], clocks: [] } : state;
  const { holds, wishes, clocks } = before;
  return {
    ...event.data,
    status: 'kept',
    since: event.occurredAt,
    holds,
    wishes,
    clocks,
    package: null,
    transfer: null,
  };
}

/** The part of a state that outlives its status: what a status alone has is dropped by name. */
const commonOf = (state: Common): Common => ({
  case: state.case,
  class: state.class,
  rulebook: state.rulebook,
  unit: state.unit,
  place: state.place,
  category: state.category,
  parts: state.parts,
  ended: state.ended,
  since: state.since,
  holds: state.holds,
  wishes: state.wishes,
  package: state.package,
  transfer: state.transfer,
  clocks: state.clocks,
});

/** The id that the next clock of a kind will have; its event follows the one that names it. */
const nextOf = ({ clocks }: Common, kind: string): string =>
  `${kind}-${clocks.filter((clock) => clock.kind === kind).length + 1}`;

function held(before: Known, n: number, change: Partial<Hold>): Known {
  if (!before.holds.some((hold) => hold.n === n)) throw new Error(`retention: no hold ${n}`);
  return {
    ...before,
    holds: before.holds.map((hold) => (hold.n === n ? { ...hold, ...change } : hold)),
  };
}

function known(state: RetentionState, event: { readonly type: string }): Known {
  if (state.status === 'none') throw new Error(`retention: ${event.type} before it began`);
  return state;
}

function after<Name extends Status>(
  state: Known,
  event: { readonly type: string },
  ...statuses: readonly Name[]
): StateOf<Name> {
  if (!statuses.some((status) => status === state.status)) {
    throw new Error(`retention: ${event.type} cannot follow ${state.status}`);
  }
  return state as StateOf<Name>;
}

import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import { evolveLadders, isLadderEvent } from '../clock/ladder.ts';
import type { Recorded } from '../process.ts';
import type { EventOf, WhistleEvent } from './events.ts';
import {
  type CallOut,
  type Common,
  type Concluded,
  callOutOf,
  type Known,
  type RatingPair,
  type StateOf,
  type Status,
  type WhistleState,
} from './state.ts';

/**
 * The state after an event. Every result is read from the event, none is computed again; an event
 * that cannot follow the state is a fault, never skipped.
 */
export function evolve(state: WhistleState, event: Recorded<WhistleEvent>): WhistleState {
  if (event.type === 'WhistleProposed') return proposed(state, event);
  const before = known(state, event);
  if (isClockEvent(event)) return { ...before, clocks: evolveClocks(before.clocks, event) };
  if (isLadderEvent(event)) return { ...before, ladders: evolveLadders(before.ladders, event) };
  const evolver = EVOLVERS[event.type] as
    | ((before: Known, event: Recorded<WhistleEvent>) => WhistleState)
    | undefined;
  if (evolver === undefined) throw new Error(`whistle: unknown event ${event.type}`);
  return evolver(before, event);
}

type Evolvers = {
  readonly [Type in WhistleEvent['type']]?: (
    before: Known,
    event: Recorded<EventOf<Type>>,
  ) => WhistleState;
};

const EVOLVERS: Evolvers = {
  WhistleDeclined: ended,
  WhistleTakenBack: ended,
  WhistleIssued(before, event) {
    after(before, event, 'proposed');
    const { occurredAt: at } = event;
    const { calls } = event.data;
    return { ...commonOf(before), status: 'issued', since: at, calls, issuedAt: at };
  },
  Filed: (before, { data }) => ({ ...before, tried: data.tried }),
  CalledOut(before, { data }) {
    const { callOut: n, unit, powers, because, override, again } = data;
    const callOut: CallOut = {
      n,
      unit,
      powers,
      because,
      override,
      status: 'notified',
      end: null,
      sign: `sign-${n}`,
      reportIn: nextOf(before, 'report-in'),
      objection: null,
      bound: false,
      notTheirs: false,
      again,
      presence: null,
      settlement: null,
    };
    return { ...before, callOuts: [...before.callOuts, callOut] };
  },
  CallOutSigned: (before, { data }) => changed(before, data.callOut, { status: 'signed' }),
  CallOutObjected: (before, { data }) =>
    changed(before, data.callOut, {
      status: 'objected',
      end: 'OBJECTED',
      objection: { basis: data.basis, ruler: data.ruler, clock: nextOf(before, 'objection') },
    }),
  CallOutRuled: (before, { data }) =>
    data.upheld
      ? changed(before, data.callOut, { notTheirs: true })
      : changed(before, data.callOut, {
          status: 'signed',
          end: null,
          bound: true,
          reportIn: nextOf(before, 'report-in'),
        }),
  ReportedIn(before, { data, occurredAt }) {
    const { mode, rank, headCount, short, late } = data;
    const presence = { at: occurredAt, mode, rank, headCount, short, late };
    const { end } = called(before, data.callOut);
    // A miss that was told stands beside the late arrival (invariant 20).
    return changed(before, data.callOut, {
      status: 'reported',
      end: end ?? 'REPORTED_IN',
      presence,
    });
  },
  CallOutMissed: (before, { data }) =>
    changed(before, data.callOut, { status: 'missed', end: 'MISSED' }),
  StoodDown(before, { data }) {
    const { end } = called(before, data.callOut);
    return changed(before, data.callOut, { end: end ?? 'STOOD_DOWN' });
  },
  CallOutSettled: (before, { data }) => changed(before, data.callOut, { settlement: data.result }),
  Released: (before, { data }) => changed(before, data.callOut, { status: 'released' }),
  Planned(before, { data }) {
    const first = before.clocks.filter(({ kind }) => kind === 'step').length;
    const steps = data.steps.map((step, n) => ({
      ...step,
      clock: `step-${first + n + 1}`,
      status: 'open' as const,
    }));
    return { ...before, steps: [...before.steps, ...steps] };
  },
  StepFinished: (before, { data }) => stepped(before, data.step, 'finished'),
  StepDropped: (before, { data }) => stepped(before, data.step, 'dropped'),
  Supervised: (before) => before,
  Concluded(before, event) {
    const { issuedAt } = after(before, event, 'issued');
    const { result, rate } = event.data;
    return {
      ...commonOf(before),
      status: rate.length === 0 ? 'rated' : 'concluded',
      since: event.occurredAt,
      issuedAt,
      endedAt: event.occurredAt,
      result,
      ratings: rate.map((unit) => ({
        unit,
        byIssuer: null,
        byCalled: null,
        open: false,
        openedAt: null,
      })),
    };
  },
  Rated(before, event) {
    const concluded = after(before, event, 'concluded');
    const { by, of, items, text } = event.data;
    const rating = { items, text, at: event.occurredAt };
    return by === before.issuer
      ? paired(concluded, of, { byIssuer: rating })
      : paired(concluded, by, { byCalled: rating });
  },
  RatingsOpened(before, event) {
    const concluded = paired(after(before, event, 'concluded'), event.data.unit, {
      open: true,
      openedAt: event.recordedAt,
    });
    return concluded.ratings.every(({ open }) => open)
      ? { ...concluded, status: 'rated', since: event.occurredAt }
      : concluded;
  },
  CaseFollowed: (before, { data }) => ({ ...before, case: data.case }),
  TextsErased: (before) => ({ ...before, title: null }),
};

function proposed(state: WhistleState, event: Recorded<EventOf<'WhistleProposed'>>): WhistleState {
  if (state.status !== 'none') throw new Error('whistle: proposed twice');
  const { shown: _, screener, ...data } = event.data;
  return {
    ...data,
    status: 'proposed',
    // Whoever needs nobody's look issues it in the same breath, as its own screener.
    screener: screener ?? { unit: data.issuer, role: 'unit_head' },
    proposer: event.actedBy.kind === 'staff' ? event.actedBy.account : null,
    home: data.case,
    proposedAt: event.occurredAt,
    since: event.occurredAt,
    callOuts: [],
    steps: [],
    clocks: [],
    ladders: [],
  };
}

function ended(before: Known, event: Recorded<WhistleEvent>): WhistleState {
  after(before, event, 'proposed');
  const { occurredAt: at } = event;
  return { ...commonOf(before), status: 'declined', since: at, endedAt: at };
}

/** The part of a state that outlives its status: what a status alone has is dropped by name. */
const commonOf = (state: Known): Common => ({
  case: state.case,
  home: state.home,
  kind: state.kind,
  level: state.level,
  issuer: state.issuer,
  category: state.category,
  title: state.title,
  place: state.place,
  urgency: state.urgency,
  rulebook: state.rulebook,
  missing: state.missing,
  tried: state.tried,
  override: state.override,
  proposedAt: state.proposedAt,
  since: state.since,
  calls: state.calls,
  callOuts: state.callOuts,
  steps: state.steps,
  clocks: state.clocks,
  ladders: state.ladders,
});

/** The id that the next clock of a kind will have; its event follows the one that names it. */
export const nextOf = ({ clocks }: Common, kind: string): string =>
  `${kind}-${clocks.filter((clock) => clock.kind === kind).length + 1}`;

function called(before: Known, n: number): CallOut {
  const callOut = callOutOf(before, n);
  if (callOut === undefined) throw new Error(`whistle: no call-out ${n}`);
  return callOut;
}

function changed(before: Known, n: number, change: Partial<CallOut>): Known {
  const callOut = { ...called(before, n), ...change };
  return {
    ...before,
    callOuts: before.callOuts.map((one) => (one.n === n ? callOut : one)),
  };
}

function stepped(before: Known, n: number, status: 'finished' | 'dropped'): Known {
  if (!before.steps.some((step) => step.n === n)) throw new Error(`whistle: no step ${n}`);
  return {
    ...before,
    steps: before.steps.map((step) => (step.n === n ? { ...step, status } : step)),
  };
}

function paired(before: Concluded, unit: string, change: Partial<RatingPair>): Concluded {
  if (!before.ratings.some((pair) => pair.unit === unit)) {
    throw new Error(`whistle: ${unit} has no rating here`);
  }
  return {
    ...before,
    ratings: before.ratings.map((pair) => (pair.unit === unit ? { ...pair, ...change } : pair)),
  };
}

function known(state: WhistleState, event: { readonly type: string }): Known {
  if (state.status === 'none') throw new Error(`whistle: ${event.type} before it was proposed`);
  return state;
}

function after<Name extends Status>(
  state: Known,
  event: { readonly type: string },
  ...statuses: readonly Name[]
): StateOf<Name> {
  if (!statuses.some((status) => status === state.status)) {
    throw new Error(`whistle: ${event.type} cannot follow ${state.status}`);
  }
  return state as StateOf<Name>;
}

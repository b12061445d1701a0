import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import type { Instant, Recorded } from '../process.ts';
import type { About, CallbackEvent, Draw, EventOf } from './events.ts';
import {
  type Asked,
  type CallbackState,
  type Common,
  type Drawn,
  isDrawn,
  type Known,
  type StateOf,
  type Status,
} from './state.ts';

/**
 * The state after an event. Every result is read from the event, none is computed again; an event
 * that cannot follow the state is a fault, never skipped.
 */
export function evolve(state: CallbackState, event: Recorded<CallbackEvent>): CallbackState {
  const begin = BEGINNINGS[event.type] as Begin | undefined;
  if (begin !== undefined) {
    if (state.status !== 'none') throw new Error(`callback: ${event.type} a second time`);
    return begin(event);
  }
  if (state.status === 'none') throw new Error(`callback: ${event.type} before any closing`);
  if (isClockEvent(event)) return { ...state, clocks: evolveClocks(state.clocks, event) };
  const evolver = EVOLVERS[event.type] as
    | ((before: Known, event: Recorded<CallbackEvent>) => CallbackState)
    | undefined;
  if (evolver === undefined) throw new Error(`callback: unknown event ${event.type}`);
  return evolver(state, event);
}

type Begin = (event: Recorded<CallbackEvent>) => CallbackState;
type Begun = 'NotDrawn' | 'NobodyToAsk' | 'Drawn' | 'RecheckPlanned';

const BEGINNINGS: { readonly [Type in CallbackEvent['type']]?: unknown } = {
  NotDrawn: ({ data, occurredAt }) => ({
    ...begun(data, drawOf(data), occurredAt),
    status: 'not_drawn',
  }),
  NobodyToAsk: ({ data, occurredAt }) => ({
    ...begun(data, data.draw, occurredAt),
    status: 'unasked',
  }),
  Drawn: ({ data, occurredAt }) => ({
    ...begun(data, drawOf(data), occurredAt),
    ...asked(data.asker, [data.askAt]),
    status: 'waiting',
  }),
  RecheckPlanned: ({ data, occurredAt }) => ({
    ...begun(data, null, occurredAt),
    ...asked(data.asker, data.rounds),
    status: 'waiting',
  }),
} satisfies { readonly [Type in Begun]: (event: Recorded<EventOf<Type>>) => CallbackState };

type Evolvers = {
  readonly [Type in CallbackEvent['type']]?: (
    before: Known,
    event: Recorded<EventOf<Type>>,
  ) => CallbackState;
};

const EVOLVERS: Evolvers = {
  TextsErased: (before) => ({ ...before, title: null }),
  RecheckCalledFor: (before) => before,
  AskingBegan(before, event) {
    const waiting = after(before, event, 'waiting');
    const { occurredAt: at } = event;
    return {
      ...waiting,
      status: 'asking',
      since: at,
      begunAt: waiting.begunAt ?? at,
      attempts: 0,
      calledOut: false,
    };
  },
  CalledInVain(before, event) {
    const { attempt, last } = event.data;
    return { ...after(before, event, 'asking'), attempts: attempt, calledOut: last };
  },
  Answered(before, event) {
    const asking = after(before, event, 'asking', 'answered');
    const at = event.occurredAt;
    const answers = [...asking.answers, { ...event.data, at }];
    return asking.status === 'answered'
      ? { ...asking, answers }
      : { ...asking, answers, status: 'answered', since: at, endedAt: at };
  },
  Found(before, event) {
    const asking = after(before, event, 'asking');
    const at = event.occurredAt;
    const looks = [...asking.looks, { ...event.data, at }];
    const over = event.data.finding === 'recurred' || isLastRound(asking);
    return over
      ? { ...asking, looks, status: 'answered', since: at, endedAt: at }
      : next({ ...asking, looks }, at);
  },
  WindowClosed(before, event) {
    const asking = after(before, event, 'asking');
    const at = event.occurredAt;
    if (!isLastRound(asking)) return next(asking, at);
    // A round before it may have found something.
    const status = asking.looks.length > 0 ? 'answered' : 'unanswered';
    return { ...asking, status, since: at, endedAt: at };
  },
  Overtaken(before, event) {
    const live = after(before, event, 'waiting', 'asking');
    const at = event.occurredAt;
    return { ...live, status: 'overtaken', since: at, endedAt: at };
  },
  PressureReported(before, event) {
    const { report: n, by, to, text } = event.data;
    const one = { n, by, to, text, at: event.occurredAt, clock: `pressure-${n}`, done: null };
    return { ...before, reports: [...before.reports, one] };
  },
  PressureAnswered(before, event) {
    const { report, done: text } = event.data;
    if (!before.reports.some(({ n }) => n === report)) throw new Error(`no report ${report}`);
    const done = { text, at: event.occurredAt };
    return {
      ...before,
      reports: before.reports.map((one) => (one.n === report ? { ...one, done } : one)),
    };
  },
};

function begun(
  { kind, closing, closedAt, outcome, category, title, lead, parties, rulebook, ...of }: About,
  draw: Draw | null,
  since: Instant,
): Common {
  const about = { kind, case: of.case, closing, closedAt, outcome, category, title, lead, parties };
  return { ...about, rulebook, draw, since, clocks: [], reports: [] };
}

const drawOf = ({ lot, share, sponsored }: Draw): Draw => ({ lot, share, sponsored });

const asked = (asker: string, rounds: readonly Instant[]): Asked => ({
  asker,
  rounds,
  round: 1,
  begunAt: null,
  attempts: 0,
  calledOut: false,
  answers: [],
  looks: [],
});

export const isLastRound = ({ round, rounds }: Asked): boolean => round >= rounds.length;

const next = (before: StateOf<'asking'>, since: Instant): StateOf<'waiting'> => ({
  ...before,
  status: 'waiting',
  since,
  round: before.round + 1,
});

function after<Name extends Exclude<Status, 'none'>>(
  state: Known,
  event: { readonly type: string },
  ...statuses: readonly Name[]
): Extract<Drawn, { readonly status: Name }> {
  if (!isDrawn(state) || !statuses.some((status) => status === state.status)) {
    throw new Error(`callback: ${event.type} cannot follow ${state.status}`);
  }
  return state as Extract<Drawn, { readonly status: Name }>;
}

import type { Instant, UnitId } from '../process.ts';
import type { Deadline } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Duration } from '../time/duration.ts';
import { type Clock, isLive, overdue } from './clock.ts';
import { dueOf } from './due.ts';
import type { ClockEvent } from './events.ts';

type Of<Type extends ClockEvent['type']> = Extract<ClockEvent, { type: Type }>;

/** Begins a promise under a deadline of the rulebook. The ordinal counts clocks of its kind. */
export function start(
  clocks: readonly Clock[],
  terms: {
    readonly kind: string;
    readonly unit: UnitId;
    readonly at: Instant;
    readonly deadline: Pick<Deadline, 'duration' | 'legal' | 'citation'>;
    readonly calendar: Calendar;
    readonly target?: Instant;
  },
): Of<'ClockStarted'> {
  const { kind, unit, at, deadline, calendar } = terms;
  const promise = {
    startedAt: at,
    duration: deadline.duration,
    legal: deadline.legal,
    target: terms.target ?? null,
    suspensions: [],
    extensions: [],
  };
  const clock: Clock = {
    ...promise,
    ...dueOf(promise, calendar),
    id: `${kind}-${clocks.filter((other) => other.kind === kind).length + 1}`,
    kind,
    unit,
    citation: deadline.citation,
    status: 'running',
    breachedAt: null,
    endedAt: null,
    revision: 1,
  };
  return { type: 'ClockStarted', v: 1, data: { clock } };
}

/**
 * Breaches the log does not know yet, each at its own due time. Every decision begins with these,
 * so that lateness does not hang on how often anybody looked (invariant 20).
 */
export const breaches = (
  clocks: readonly Clock[],
  now: Instant,
): readonly (Of<'ClockBreached'> & { readonly occurredAt: Instant })[] =>
  overdue(clocks, now)
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
    .map(({ id, dueAt }) => ({
      type: 'ClockBreached',
      v: 1,
      data: { clock: id, dueAt },
      occurredAt: dueAt,
    }));

export const meet = (clock: Clock, at: Instant): Of<'ClockMet'> => ({
  type: 'ClockMet',
  v: 1,
  data: { clock: clock.id, at },
});

export const end = (clock: Clock, reason: string): Of<'ClockEnded'> => ({
  type: 'ClockEnded',
  v: 1,
  data: { clock: clock.id, reason },
});

export const handOn = (clock: Clock, unit: UnitId): Of<'ClockHandedOn'> => ({
  type: 'ClockHandedOn',
  v: 1,
  data: { clock: clock.id, unit },
});

export const suspend = (clock: Clock, reason: string): Of<'ClockSuspended'> => ({
  type: 'ClockSuspended',
  v: 1,
  data: { clock: clock.id, reason },
});

/** Time runs again from `at`; what stood still is added to the due time. */
export function resume(clock: Clock, at: Instant, calendar: Calendar): Of<'ClockResumed'> {
  const due = dueOf({ ...clock, suspensions: lifted(clock, at) }, calendar);
  return { type: 'ClockResumed', v: 1, data: { clock: clock.id, ...due } };
}

export function extend(clock: Clock, by: Duration, calendar: Calendar): Of<'ClockExtended'> {
  const due = dueOf({ ...clock, extensions: [...clock.extensions, by] }, calendar);
  return { type: 'ClockExtended', v: 1, data: { clock: clock.id, by, ...due } };
}

/**
 * A calendar was published: what was counted by plain weekdays is counted again. A breach stands
 * where it is, for the promise as it was printed was not kept.
 */
export function recompute(
  clocks: readonly Clock[],
  calendar: Calendar,
): readonly Of<'ClockRecomputed'>[] {
  return clocks
    .filter((clock) => isLive(clock) && clock.provisional && clock.breachedAt === null)
    .filter(
      (clock) => clock.calendar.id === calendar.id && clock.calendar.version !== calendar.version,
    )
    .map((clock) => ({
      type: 'ClockRecomputed',
      v: 1,
      data: { clock: clock.id, ...dueOf(clock, calendar) },
    }));
}

/** The suspensions with the open one closed; what happened before it began took nothing from it. */
export const lifted = (clock: Clock, at: Instant): Clock['suspensions'] =>
  clock.suspensions.map((pause) =>
    pause.to === null ? { ...pause, to: Math.max(at, pause.from) } : pause,
  );

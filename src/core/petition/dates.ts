import * as clockActs from '../clock/acts.ts';
import type { Clock } from '../clock/clock.ts';
import type { ClockEvent } from '../clock/events.ts';
import { evolveClocks } from '../clock/evolve.ts';
import { whyDue } from '../clock/why.ts';
import type { Instant, UnitId } from '../process.ts';
import type { PetitionLaw, PetitionLimit } from '../rulebook/petition.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { Text } from '../text.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Duration } from '../time/duration.ts';

/** The law and the days it is counted in. */
export interface Counting {
  readonly law: PetitionLaw;
  readonly calendar: Calendar;
}

/** Starts one of the law's limits: the decider's clocks and the calculator's dates come from here. */
export function startLimit(
  clocks: readonly Clock[],
  limit: PetitionLimit,
  { unit, at }: { readonly unit: UnitId; readonly at: Instant },
  { law, calendar }: Counting,
): Extract<ClockEvent, { type: 'ClockStarted' }> {
  const deadline = { legal: null, ...law.limits[limit] };
  return clockActs.start(clocks, { kind: limit, unit, at, deadline, calendar });
}

/** What is known of a petition's days; what has not happened is left out. */
export interface KnownDates {
  /** The petition office received it. */
  readonly received?: Instant | undefined;
  /** The body that is to handle it received it. */
  readonly routed?: Instant | undefined;
  readonly accepted?: Instant | undefined;
  /** Granted, and told to the person in time. */
  readonly extension?: Duration | undefined;
  readonly delivered?: Instant | undefined;
  readonly reviewAsked?: Instant | undefined;
  readonly reviewDelivered?: Instant | undefined;
  readonly reReviewAsked?: Instant | undefined;
  /** Hearings held in the re-review; their days are not counted. */
  readonly hearings?: readonly { readonly from: Instant; readonly to: Instant }[] | undefined;
}

export type KnownDate = Exclude<keyof KnownDates, 'extension' | 'hearings'>;

/** One limit of the law, with its due time where the day it counts from is known. */
export interface DateRow {
  readonly limit: PetitionLimit;
  /** The day it counts from. */
  readonly from: KnownDate;
  readonly citation: Citation;
  readonly duration: Duration;
  readonly due: null | {
    readonly startedAt: Instant;
    readonly at: Instant;
    readonly provisional: boolean;
    /** One sentence, without its full stop. */
    readonly why: Text;
  };
}

/** Step by step, from which day each limit counts. */
const COUNTED: readonly (readonly [limit: PetitionLimit, from: KnownDate])[] = [
  ['routing', 'received'],
  ['notice', 'routed'],
  ['objection', 'routed'],
  ['handling', 'accepted'],
  ['ask-review', 'delivered'],
  ['review', 'reviewAsked'],
  ['ask-re-review', 'reviewDelivered'],
  ['re-review', 'reReviewAsked'],
];

/** Every due date of a petition that is handled, with the sentence why. */
export function datesOf(known: KnownDates, counting: Counting): readonly DateRow[] {
  return COUNTED.map(([limit, from]) => {
    const startedAt = known[from];
    const { duration, citation } = counting.law.limits[limit];
    if (startedAt === undefined) return { limit, from, citation, duration, due: null };
    const clock = counted(limit, startedAt, known, counting);
    const { dueAt: at, provisional } = clock;
    const why = whyDue(clock, counting.calendar);
    return { limit, from, citation, duration, due: { startedAt, at, provisional, why } };
  });
}

function counted(
  limit: PetitionLimit,
  at: Instant,
  { extension, hearings = [] }: KnownDates,
  counting: Counting,
): Clock {
  const { calendar } = counting;
  const first = startLimit([], limit, { unit: counting.law.office, at }, counting);
  let { clock } = first.data;
  const then = (event: ClockEvent, occurredAt: Instant): void => {
    [clock = clock] = evolveClocks([clock], { ...event, occurredAt });
  };
  if (limit === 'handling' && extension !== undefined) {
    then(clockActs.extend(clock, extension, calendar), at);
  }
  if (limit === 're-review') {
    for (const { from, to } of hearings.toSorted((a, b) => a.from - b.from)) {
      then(clockActs.suspend(clock, 'hearing'), from);
      then(clockActs.resume(clock, to, calendar), to);
    }
  }
  return clock;
}

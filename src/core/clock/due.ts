import type { Instant } from '../process.ts';
import type { Deadline, Rulebook } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import { dueAt } from '../time/due.ts';
import type { Clock } from './clock.ts';
import type { Due } from './events.ts';

/** The numbers a due time is a function of, and nothing else (invariant 15). */
export type Terms = Pick<
  Clock,
  'startedAt' | 'duration' | 'legal' | 'target' | 'suspensions' | 'extensions'
>;

/**
 * When the promise falls due, and when the law's own limit does. An extension lengthens what the
 * institution promised and never what the law allows; so the earlier of the two is due
 * (invariant 17).
 */
export function dueOf(terms: Terms, calendar: Calendar): Due {
  const own = ownDue(terms, calendar);
  const counted = { id: calendar.id, version: calendar.version };
  if (terms.legal === null) {
    return { dueAt: own.due, legalDueAt: null, provisional: own.provisional, calendar: counted };
  }
  const legal = dueAt({
    start: terms.startedAt,
    duration: terms.legal,
    calendar,
    suspensions: terms.suspensions,
  });
  return {
    dueAt: Math.min(own.due, legal.due),
    legalDueAt: legal.due,
    provisional: own.provisional || legal.provisional,
    calendar: counted,
  };
}

function ownDue(
  terms: Terms,
  calendar: Calendar,
): { readonly due: Instant; readonly provisional: boolean } {
  const { startedAt, duration, target, suspensions, extensions } = terms;
  if (target === null) {
    return dueAt({ start: startedAt, duration, calendar, suspensions, extensions });
  }
  // A named instant has no working time to count in: what stood still is added as it passed.
  const stood = suspensions.reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0);
  return extensions.reduce<{ readonly due: Instant; readonly provisional: boolean }>(
    (sofar, extension) => {
      const next = dueAt({ start: sofar.due, duration: extension, calendar, suspensions: [] });
      return { due: next.due, provisional: sofar.provisional || next.provisional };
    },
    { due: target + stood, provisional: false },
  );
}

/**
 * The deadline for a kind of clock: the line of this urgency before the line for all of them.
 * While nobody has judged the urgency yet, the first line stands in where there is none for all.
 */
export function deadlineFor(
  rulebook: Rulebook,
  kind: string,
  urgency: string | null,
): Deadline | null {
  const lines = rulebook.deadlines.filter((line) => line.clock === kind);
  return (
    lines.find((line) => line.urgency === urgency) ??
    lines.find((line) => line.urgency === '*') ??
    (urgency === null ? lines[0] : undefined) ??
    null
  );
}

import type { Instant } from '../../core/process.ts';
import type { Calendar } from '../../core/time/calendar.ts';
import { DAY, MINUTE } from '../../core/time/civil.ts';
import { type Span, workingTime } from '../../core/time/working-time.ts';

/** How far back the district was founded, before anything in it happened. */
const HISTORY = 60 * DAY;
/** The present is taken to ten minutes: two starts shortly after one another tell the same days. */
const GRAIN = 10 * MINUTE;

/** The stretch of office hours the demonstration's past happens in. Minutes are office minutes. */
export interface Timeline {
  readonly founded: Instant;
  /** The end of it: nothing is later. */
  readonly now: Instant;
  /** The last moment of office time up to now. */
  readonly anchor: Instant;
  /** The instant so many office minutes before the anchor. */
  before(minutes: number): Instant;
  /**
   * The instant so many office minutes later; out of hours counting begins at the next opening.
   * Infinity where that is still to come.
   */
  later(from: Instant, minutes: number): Instant;
}

export const foundedBefore = (now: Instant): Instant => Math.floor(now / GRAIN) * GRAIN - HISTORY;

export function timelineSince(founded: Instant, calendar: Calendar): Timeline {
  const now = founded + HISTORY;
  const spans = officeSpans(calendar, founded, now);
  const anchor = spans.at(-1)?.to ?? now;
  return {
    founded,
    now,
    anchor,
    before(minutes) {
      let left = minutes * MINUTE;
      for (const { from, to } of spans.toReversed()) {
        if (to - from > left) return to - left;
        left -= to - from;
      }
      throw new Error(`the demonstration has no ${minutes} office minutes behind it`);
    },
    later(from, minutes) {
      let left = minutes * MINUTE;
      for (const span of spans) {
        if (span.to <= from) continue;
        const begin = Math.max(span.from, from);
        if (span.to - begin > left) return begin + left;
        left -= span.to - begin;
      }
      return Number.POSITIVE_INFINITY;
    },
  };
}

function officeSpans(calendar: Calendar, from: Instant, until: Instant): readonly Span[] {
  const spans: Span[] = [];
  for (const span of workingTime(calendar).workHours(from)) {
    if (span.from >= until) break;
    spans.push({ from: span.from, to: Math.min(span.to, until) });
  }
  return spans;
}

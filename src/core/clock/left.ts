import type { Instant } from '../process.ts';
import type { Text } from '../text.ts';
import type { Calendar } from '../time/calendar.ts';
import { DAY, dateOfWall, HOUR, MINUTE } from '../time/civil.ts';
import { durationWords } from '../time/duration.ts';
import { workingTime } from '../time/working-time.ts';
import { type Clock, isLive } from './clock.ts';

/** How a clock stands, for whoever paints it; the words beside it say the same. */
export type Tone = 'breach' | 'soon' | 'running' | 'suspended' | 'provisional' | 'done';

/** The last part of its time in which a clock counts as soon due. */
const SOON = 1 / 5;

export function toneOf(clock: Clock, now: Instant): Tone {
  if (clock.breachedAt !== null) return 'breach';
  if (!isLive(clock)) return 'done';
  if (clock.status === 'suspended') return 'suspended';
  return toneOfDue(clock.startedAt, clock.dueAt, now, clock.provisional);
}

/** The same of a row that knows only when it began and when it is due. */
export function toneOfDue(
  startedAt: Instant,
  dueAt: Instant,
  now: Instant,
  provisional = false,
): Tone {
  if (dueAt <= now) return 'breach';
  if (dueAt - now <= (dueAt - startedAt) * SOON) return 'soon';
  return provisional ? 'provisional' : 'running';
}

/**
 * The time left to a due instant, as somebody at a desk would say it: minutes, then hours within a
 * day, then the working days there still are, then days. Past it: how long it is overdue.
 */
export function timeLeft(dueAt: Instant, now: Instant, calendar: Calendar): Text {
  const span = amount(dueAt, now, calendar);
  return dueAt > now
    ? { zh: `剩${span.zh}`, en: `${span.en} left` }
    : { zh: `逾期${span.zh}`, en: `${span.en} overdue` };
}

function amount(dueAt: Instant, now: Instant, calendar: Calendar): Text {
  const gap = Math.abs(dueAt - now);
  if (gap < HOUR) return words(Math.max(1, Math.floor(gap / MINUTE)), 'minute');
  if (gap < DAY) return words(Math.floor(gap / HOUR), 'hour');
  if (dueAt <= now) return words(Math.floor(gap / DAY), 'day');
  const working = workingDays(now, dueAt, calendar);
  return working > 0 ? words(working, 'workDay') : words(Math.floor(gap / DAY), 'day');
}

/** Working days after today, the due day included. */
function workingDays(now: Instant, dueAt: Instant, calendar: Calendar): number {
  const { zone, isWorking } = workingTime(calendar);
  const today = dateOfWall(zone.toWall(now));
  // What falls due at midnight falls due with the day before.
  const last = dateOfWall(zone.toWall(dueAt - 1));
  let count = 0;
  for (let date = today + 1; date <= last; date += 1) if (isWorking(date)) count += 1;
  return count;
}

const words = (n: number, unit: 'minute' | 'hour' | 'day' | 'workDay'): Text => ({
  zh: spaced(durationWords({ n, unit }, 'zh')),
  en: durationWords({ n, unit }, 'en'),
});

/** A space between the verb and the number, as printed Chinese has it. */
const spaced = (zh: string): string => ` ${zh.replace(/^\d+/, '$& ')}`;

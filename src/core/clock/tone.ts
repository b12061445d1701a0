import type { Instant } from '../process.ts';
import type { Text } from '../text.ts';
import { type Calendar, type ClockTone, clockTone, timeLeft } from '../time/index.ts';
import { type Clock, isLive } from './clock.ts';

/** How a clock stands, for whoever paints it; the words beside it say the same. */
export type Tone = ClockTone | 'suspended' | 'provisional' | 'done';

/** Late stays late: a breach outlives the clock's own end. */
export function toneOf(clock: Clock, now: Instant): Tone {
  if (clock.breachedAt !== null) return 'breach';
  if (!isLive(clock)) return 'done';
  if (clock.status === 'suspended') return 'suspended';
  const tone = clockTone(now, clock.startedAt, clock.dueAt);
  return tone === 'running' && clock.provisional ? 'provisional' : tone;
}

/** What is left to a due instant, or how long it is overdue. */
export const leftWords = (now: Instant, dueAt: Instant, calendar: Calendar): Text => ({
  zh: timeLeft(now, dueAt, calendar, 'zh'),
  en: timeLeft(now, dueAt, calendar, 'en'),
});

import type { Lang, Text } from '../text.ts';
import { say } from '../text.ts';
import type { Calendar } from './calendar.ts';
import { DAY, HOUR, type Instant, MINUTE } from './civil.ts';
import { workingTime } from './working-time.ts';

/** How a clock is to be shown: past due, in its last fifth, or with time to spare. */
export type ClockTone = 'breach' | 'soon' | 'running';

/** A clock is overdue from the due instant itself on. */
export function clockTone(now: Instant, startedAt: Instant, due: Instant): ClockTone {
  if (now >= due) return 'breach';
  return (due - now) * 5 <= due - startedAt ? 'soon' : 'running';
}

/**
 * How long is left, or how long it has been overdue, in the largest unit that fits and rounded
 * down: never more is promised than there is, nor more charged. Working days while a whole one is
 * left; lateness in plain days, which are the days the person has waited.
 */
export function timeLeft(now: Instant, due: Instant, calendar: Calendar, lang: Lang): string {
  if (now >= due) return say(overdue(now - due), lang);
  const days = wholeWorkDays(now, due, calendar);
  if (days > 0)
    return say({ zh: `剩 ${days} 个工作日`, en: `${plural(days, 'working day')} left` }, lang);
  const left = amount(due - now, 2 * DAY);
  return say(
    left === null
      ? { zh: '剩不足 1 分钟', en: 'less than a minute left' }
      : { zh: `剩 ${left.zh}`, en: `${left.en} left` },
    lang,
  );
}

function overdue(late: number): Text {
  const by = amount(late, DAY);
  return by === null
    ? { zh: '已逾期不足 1 分钟', en: 'overdue by less than a minute' }
    : { zh: `已逾期 ${by.zh}`, en: `overdue by ${by.en}` };
}

/** How long something has lain somewhere, in plain time. */
export const elapsed = (ms: number): Text =>
  amount(ms, DAY) ?? { zh: '不足 1 分钟', en: 'less than a minute' };

/** Days are spoken of from `days` milliseconds on. Null below a minute. */
function amount(ms: number, days: number): Text | null {
  if (ms < MINUTE) return null;
  if (ms < HOUR) return counted(Math.floor(ms / MINUTE), '分钟', 'minute');
  if (ms < days) return counted(Math.floor(ms / HOUR), '小时', 'hour');
  return counted(Math.floor(ms / DAY), '天', 'day');
}

const counted = (n: number, zh: string, en: string): Text => ({
  zh: `${n} ${zh}`,
  en: plural(n, en),
});

const plural = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;

function wholeWorkDays(now: Instant, due: Instant, calendar: Calendar): number {
  const { zone, workDays } = workingTime(calendar);
  const until = zone.toWall(due);
  let left = 0;
  for (const piece of workDays(zone.toWall(now))) {
    if (piece.from >= until) break;
    left += Math.min(piece.to, until) - piece.from;
  }
  return Math.floor(left / DAY);
}

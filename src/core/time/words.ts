import type { Lang } from '../text.ts';
import {
  civilParts,
  DAY,
  type DayNumber,
  dateOfWall,
  formatTimeOfDay,
  type Instant,
  weekdayOf,
} from './civil.ts';
import type { Zone } from './zone.ts';

const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * How a date is said: with its year unless that is `year`, the one the reader has in mind.
 * 'Fri 13 Feb 2026', '2026年2月13日（星期五）'.
 */
export function dateWords(date: DayNumber, lang: Lang, year?: number): string {
  const weekday = weekdayOf(date);
  if (lang === 'zh') return `${plainDate(date, lang, year)}（星期${WEEKDAYS_ZH[weekday]}）`;
  return `${WEEKDAYS_EN[weekday]} ${plainDate(date, lang, year)}`;
}

/** '15 to 23 Feb', '2月15日至23日'; a single day is said with its weekday. */
export function datesWords(from: DayNumber, to: DayNumber, lang: Lang, year?: number): string {
  if (from === to) return dateWords(from, lang, year);
  const [a, b] = [civilParts(from), civilParts(to)];
  const sameMonth = a.year === b.year && a.month === b.month;
  if (lang === 'zh') {
    const end = sameMonth ? `${b.day}日` : plainDate(to, lang, a.year);
    return `${plainDate(from, lang, year)}至${end}`;
  }
  const start = sameMonth ? `${a.day}` : plainDate(from, lang, a.year === b.year ? a.year : year);
  return `${start} to ${plainDate(to, lang, year)}`;
}

/**
 * An instant as the zone's wall shows it. Midnight that ends something is 24:00 of the day it ends:
 * 'Wed 25 Feb 24:00'.
 */
export function momentWords(
  instant: Instant,
  zone: Zone,
  lang: Lang,
  { year, ending = false }: { year?: number | undefined; ending?: boolean } = {},
): string {
  const wall = zone.toWall(instant);
  const date = dateOfWall(wall);
  const endsDay = ending && wall === date * DAY;
  const day = dateWords(endsDay ? date - 1 : date, lang, year);
  const time = endsDay ? '24:00' : formatTimeOfDay(wall);
  return lang === 'zh' ? `${day}${time}` : `${day} ${time}`;
}

/** The time of day alone: '16:20'. */
export const timeWords = (instant: Instant, zone: Zone): string =>
  formatTimeOfDay(zone.toWall(instant));

/** A stretch of time; its day is said once where one day holds it. */
export function spanWords(
  from: Instant,
  to: Instant,
  zone: Zone,
  lang: Lang,
  year?: number,
): string {
  const start = momentWords(from, zone, lang, { year });
  const [first, last] = [zone.toWall(from), zone.toWall(to)];
  const end =
    dateOfWall(first) === dateOfWall(last)
      ? formatTimeOfDay(last)
      : momentWords(to, zone, lang, { year, ending: true });
  return lang === 'zh' ? `${start}至${end}` : `${start} to ${end}`;
}

function plainDate(date: DayNumber, lang: Lang, known?: number): string {
  const { year, month, day } = civilParts(date);
  if (lang === 'zh') return `${year === known ? '' : `${year}年`}${month}月${day}日`;
  return `${day} ${MONTHS_EN[month - 1]}${year === known ? '' : ` ${year}`}`;
}

export type { Instant } from '../primitives.ts';

/** A date on a wall calendar, 'YYYY-MM-DD'; whose wall is said where it is used. */
export type CivilDate = string;

/** Days since 1970-01-01 on the wall calendar. */
export type DayNumber = number;

/**
 * A wall clock's reading as if the wall stood in UTC: milliseconds since 1970-01-01 00:00 of the
 * wall. Differences are differences of readings: every civil day has 24 hours of it, whatever the
 * clocks did that night.
 */
export type WallTime = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Days since 1970-01-01 of a proleptic Gregorian date (the era arithmetic of 400-year cycles). */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface CivilParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilParts(date: DayNumber): CivilParts {
  const z = date + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** 0 = Sunday to 6 = Saturday. */
export function weekdayOf(date: DayNumber): number {
  return (((date + 4) % 7) + 7) % 7;
}

export function formatCivilDate(date: DayNumber): CivilDate {
  const { year, month, day } = civilParts(date);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day a civil date names, or null where the calendar has no such day (2026-02-30). */
export function parseCivilDate(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const date = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatCivilDate(date) === text ? date : null;
}

/**
 * The same day of the month `n` months on; where that month has no such day, its last day
 * (民法典 第二百零二条).
 */
export function addMonths(date: DayNumber, n: number): { date: DayNumber; clamped: boolean } {
  const { year, month, day } = civilParts(date);
  const months = year * 12 + (month - 1) + n;
  const first = dayNumber(Math.floor(months / 12), (months % 12) + 1, 1);
  const next = dayNumber(Math.floor((months + 1) / 12), ((months + 1) % 12) + 1, 1);
  const clamped = first + day - 1 >= next;
  return { date: clamped ? next - 1 : first + day - 1, clamped };
}

export const dateOfWall = (wall: WallTime): DayNumber => Math.floor(wall / DAY);

/** 'HH:MM' of a wall reading. */
export function formatTimeOfDay(wall: WallTime): string {
  const minutes = Math.floor((wall - dateOfWall(wall) * DAY) / MINUTE);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Milliseconds after 00:00 of 'HH:MM' (to '24:00'), or null if it is no time of day. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (match === null || Number(match[2]) > 59) return null;
  const time = Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
  return time <= DAY ? time : null;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

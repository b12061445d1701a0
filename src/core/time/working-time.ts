import type { Text } from '../text.ts';
import type { Calendar } from './calendar.ts';
import {
  civilParts,
  DAY,
  type DayNumber,
  dateOfWall,
  dayNumber,
  type Instant,
  parseCivilDate,
  parseTimeOfDay,
  weekdayOf,
} from './civil.ts';
import { type Zone, zoneOf } from './zone.ts';

/** A day that differs from the week's rhythm. */
export interface SpecialDay {
  readonly kind: 'holiday' | 'make-up';
  readonly name: Text;
}

/** A half-open stretch of time, in instants or in wall readings: `from` is in, `to` is out. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A calendar made ready to be asked often. */
export interface WorkingTime {
  readonly zone: Zone;
  /** Milliseconds after 00:00 at which the office closes on a day it works. */
  readonly close: number;
  special(date: DayNumber): SpecialDay | undefined;
  isWorking(date: DayNumber): boolean;
  /** Whether the week's rhythm alone would make it a day off. */
  isWeekend(date: DayNumber): boolean;
  /** Years from the one to the other day, both included, without data. */
  yearsWithoutData(from: DayNumber, to: DayNumber): number[];
  /** Working days from `from` on, as wall readings: each has 24 hours. Never ends. */
  workDays(from: number): Iterable<Span>;
  /** Office hours from `from` on, as instants. Never ends. */
  workHours(from: Instant): Iterable<Span>;
}

const prepared = new WeakMap<Calendar, WorkingTime>();

/**
 * The working time of a calendar. A calendar is a value: prepared once per object and never looked
 * into again. Throws where it could not be lived by (no office hours, a week of days off).
 */
export function workingTime(calendar: Calendar): WorkingTime {
  let known = prepared.get(calendar);
  if (known === undefined) {
    known = prepare(calendar);
    prepared.set(calendar, known);
  }
  return known;
}

function prepare(calendar: Calendar): WorkingTime {
  const zone = zoneOf(calendar.zone);
  const hours = readOfficeHours(calendar);
  const off = new Set(calendar.weekend);
  if ([0, 1, 2, 3, 4, 5, 6].every((weekday) => off.has(weekday))) {
    throw new Error(`calendar ${calendar.id} has no working weekday`);
  }
  const specials = specialDays(calendar);
  const isWeekend = (date: DayNumber) => off.has(weekdayOf(date));
  const isWorking = (date: DayNumber) => {
    const special = specials(date);
    return special === undefined ? !isWeekend(date) : special.kind === 'make-up';
  };
  return {
    zone,
    close: hours.at(-1)?.to ?? DAY,
    special: specials,
    isWorking,
    isWeekend,
    yearsWithoutData(from, to) {
      const missing: number[] = [];
      const last = civilParts(to).year;
      for (let year = civilParts(from).year; year <= last; year += 1) {
        if (calendar.years[year] === undefined) missing.push(year);
      }
      return missing;
    },
    *workDays(from) {
      for (let date = dateOfWall(from); ; date += 1) {
        if (!isWorking(date)) continue;
        yield { from: Math.max(from, date * DAY), to: (date + 1) * DAY };
      }
    },
    *workHours(from) {
      for (let date = dateOfWall(zone.toWall(from)); ; date += 1) {
        if (!isWorking(date)) continue;
        for (const block of hours) {
          const to = zone.toInstant(date * DAY + block.to);
          if (to <= from) continue;
          yield { from: Math.max(from, zone.toInstant(date * DAY + block.from)), to };
        }
      }
    },
  };
}

function readOfficeHours(calendar: Calendar): Span[] {
  const hours = calendar.officeHours.map(({ from, to }) => {
    const span = { from: parseTimeOfDay(from), to: parseTimeOfDay(to) };
    if (span.from === null || span.to === null || span.from >= span.to) {
      throw new Error(`calendar ${calendar.id}: '${from}' to '${to}' are no office hours`);
    }
    return { from: span.from, to: span.to };
  });
  if (hours.length === 0) throw new Error(`calendar ${calendar.id} has no office hours`);
  return hours;
}

interface YearOfDays {
  readonly first: DayNumber;
  /** The first day of the next year. */
  readonly end: DayNumber;
  readonly days: ReadonlyMap<DayNumber, SpecialDay>;
}

/** Years are read when first asked for: a clock looks at one or two of a calendar's twenty. */
function specialDays(calendar: Calendar): (date: DayNumber) => SpecialDay | undefined {
  const years = new Map<number, YearOfDays>();
  let last: YearOfDays | undefined;
  return (date) => {
    if (last === undefined || date < last.first || date >= last.end) {
      const { year } = civilParts(date);
      last = years.get(year) ?? readYear(calendar, year);
      years.set(year, last);
    }
    return last.days.get(date);
  };
}

function readYear(calendar: Calendar, year: number): YearOfDays {
  const [first, end] = [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)];
  const days = new Map<DayNumber, SpecialDay>();
  const add = (kind: SpecialDay['kind'], named: Readonly<Record<string, Text>> = {}) => {
    for (const [text, name] of Object.entries(named)) {
      const date = parseCivilDate(text);
      if (date === null || date < first || date >= end) {
        throw new Error(`calendar ${calendar.id}: ${year} has no day '${text}'`);
      }
      days.set(date, { kind, name });
    }
  };
  add('holiday', calendar.years[year]?.holidays);
  add('make-up', calendar.years[year]?.workdays);
  return { first, end, days };
}

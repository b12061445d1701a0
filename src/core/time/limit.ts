import { addMonths, DAY, type DayNumber, dateOfWall, HOUR, type Instant, MINUTE } from './civil.ts';
import type { Duration, DurationUnit } from './duration.ts';
import { onTheWall, runOut, standingDays } from './suspension.ts';
import type { Span, WorkingTime } from './working-time.ts';
import { startOfDay } from './zone.ts';

/** Where one limit begins: an instant, and the civil day it belongs to (24:00 is still that day). */
export interface Beginning {
  readonly at: Instant;
  readonly day: DayNumber;
}

/** Where one limit ends. */
export interface Limit {
  readonly due: Instant;
  /** The day the count itself ended on, before any moving. */
  readonly counted: DayNumber;
  readonly lastDay: DayNumber;
  /** The reading asked for, on a wall that may have skipped or repeated it. */
  readonly wall: number;
}

interface End {
  readonly instant: Instant;
  readonly wall: number;
  readonly day: DayNumber;
}

const ENDLESS = Number.POSITIVE_INFINITY;

export const isWorkingUnit = (unit: DurationUnit) => unit === 'workHour' || unit === 'workDay';

export const countsDays = (unit: DurationUnit) =>
  unit === 'day' || unit === 'workDay' || unit === 'month';

/** Ends with a day's business, and so counts days whole. */
export const countsWholeDays = (duration: Duration) =>
  countsDays(duration.unit) && (duration.ends ?? 'same-time') !== 'same-time';

/**
 * From when the hours of a limit run. Days need no such choice: the day they start on is none of
 * the n, and at the same time of the last day just n of them have passed.
 */
export function countingStart(from: Beginning, duration: Duration, work: WorkingTime): Instant {
  if (duration.countFrom !== 'nextDay' || countsDays(duration.unit)) return from.at;
  return startOfDay(work.zone, from.day + 1);
}

/** The first civil day a limit looks at. */
export function firstCountedDay(from: Beginning, duration: Duration, work: WorkingTime): DayNumber {
  if (countsWholeDays(duration)) return from.day + 1;
  return dateOfWall(work.zone.toWall(countingStart(from, duration, work)));
}

/** One limit, with the standstills known to have begun before it fell due. */
export function limitOf(
  from: Beginning,
  duration: Duration,
  work: WorkingTime,
  stood: readonly Span[],
): Limit {
  const standing = standingDays(stood, work.zone);
  const end = countsWholeDays(duration)
    ? dayEnd(from, duration, work, standing)
    : runningEnd(from, duration, work, stood);
  const ends = duration.ends ?? 'same-time';
  const roll = duration.rollIfHoliday === true;
  if (ends === 'same-time' && !(roll && !work.isWorking(end.day))) {
    return { due: end.instant, counted: end.day, lastDay: end.day, wall: end.wall };
  }
  const timeOfDay = {
    'same-time': end.wall - end.day * DAY,
    'office-close': work.close,
    'day-end': DAY,
  };
  const mustWork = roll || isWorkingUnit(duration.unit);
  for (let day = end.day; ; day += 1) {
    if (standing(day) || (mustWork && !work.isWorking(day))) continue;
    const wall = day * DAY + timeOfDay[ends];
    const due = work.zone.toInstant(wall);
    // The office may have closed before a limit of no days began.
    if (due >= from.at) return { due, counted: end.day, lastDay: day, wall };
  }
}

/** The n-th day after the first that counts; days on which the clock stood still do not. */
function dayEnd(
  from: Beginning,
  duration: Duration,
  work: WorkingTime,
  standing: (date: DayNumber) => boolean,
): End {
  let day = from.day;
  for (let left = daysOf(from, duration); left > 0; ) {
    day += 1;
    if (standing(day) || (duration.unit === 'workDay' && !work.isWorking(day))) continue;
    left -= 1;
  }
  return { instant: from.at, wall: day * DAY, day };
}

/** Where the running time of a limit is used up. */
function runningEnd(
  from: Beginning,
  duration: Duration,
  work: WorkingTime,
  stood: readonly Span[],
): End {
  const { zone } = work;
  const start = countingStart(from, duration, work);
  const { unit, n } = duration;
  const onWall = (wall: number) => ({ instant: zone.toInstant(wall), wall, day: dateOfWall(wall) });
  const atInstant = (instant: Instant) => {
    const wall = zone.toWall(instant);
    return { instant, wall, day: dateOfWall(wall) };
  };
  if (n === 0)
    return { ...atInstant(start), day: Math.min(from.day, dateOfWall(zone.toWall(start))) };
  switch (unit) {
    case 'minute':
    case 'hour':
      return atInstant(
        runOut([{ from: start, to: ENDLESS }], stood, n * (unit === 'hour' ? HOUR : MINUTE)),
      );
    case 'workHour': {
      const instant = runOut(work.workHours(start), stood, n * HOUR);
      return { ...atInstant(instant), day: dateOfWall(zone.toWall(instant - 1)) };
    }
    case 'workDay': {
      const wall = runOut(work.workDays(zone.toWall(start)), onTheWall(stood, zone), n * DAY);
      return { ...onWall(wall), day: dateOfWall(wall - 1) };
    }
    case 'day':
    case 'month': {
      const amount = daysOf(from, duration) * DAY;
      const pieces = [{ from: zone.toWall(start), to: ENDLESS }];
      return onWall(runOut(pieces, onTheWall(stood, zone), amount));
    }
  }
}

/** A limit of months is the days up to the same day of the last month. */
function daysOf(from: Beginning, { unit, n }: Duration): number {
  return unit === 'month' ? addMonths(from.day, n).date - from.day : n;
}

import type { DueQuestion } from '../../src/core/time/index.ts';

/**
 * The due time found the slow way: one minute after another, each asked whether it counts. Written
 * from docs/decisions/0002-time.md alone and sharing no code with src/core/time; whatever both get
 * wrong, they get wrong independently. Whole minutes only; no extensions, no open suspensions.
 */
export function oracleDue(question: DueQuestion): number {
  const world = worldOf(question);
  const inOrder = question.suspensions
    .map(({ from, to }) => ({ from: Math.max(from, question.start), to: to ?? from }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  const known: Pause[] = [];
  let due = attempt(question, world, known);
  for (const pause of countedOnce(inOrder)) {
    if (pause.from >= due) continue;
    known.push(pause);
    due = attempt(question, world, known);
    while (known.some(({ from, to }) => from < due && due < to)) due += MINUTE;
  }
  return due;
}

interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Overlapping ones as one: where the wall runs twice, two of its readings may not tell that they are. */
function countedOnce(inOrder: readonly Pause[]): readonly Pause[] {
  const joined: Pause[] = [];
  for (const pause of inOrder) {
    const last = joined.at(-1);
    if (last === undefined || pause.from >= last.to) joined.push(pause);
    else joined.splice(-1, 1, { from: last.from, to: Math.max(last.to, pause.to) });
  }
  return joined;
}

/** A wall reading or an instant, in milliseconds; both move by minutes. */
const MINUTE = 60 * 1000;

function attempt(question: DueQuestion, world: World, pauses: readonly Pause[]): number {
  const { n, unit, countFrom, ends = 'same-time', rollIfHoliday = false } = question.duration;
  const { start } = question;
  const today = world.dateAt(start);
  const byDays = unit === 'day' || unit === 'workDay' || unit === 'month';
  const working = unit === 'workDay' || unit === 'workHour';
  const standing = daysTouched(world, pauses);
  const total = unit === 'month' ? daysToSameDay(today, n) : n;

  let lastDay: string;
  let wall: number;
  let due: number;
  if (byDays && ends !== 'same-time') {
    lastDay = today;
    for (let left = total; left > 0; ) {
      lastDay = nextDay(lastDay);
      if (!standing.has(lastDay) && (unit !== 'workDay' || world.works(lastDay))) left -= 1;
    }
    wall = due = Number.NaN;
  } else if (byDays) {
    wall = world.wallAt(start);
    for (let left = total * 24 * 60; left > 0; wall += MINUTE) {
      const counts = unit !== 'workDay' || world.works(dateOf(wall));
      if (counts && !pausedOnWall(world, pauses, wall)) left -= 1;
    }
    due = n === 0 ? start : world.firstShowing(wall);
    lastDay = dateOf(unit === 'workDay' && n > 0 ? wall - MINUTE : wall);
  } else {
    due = start;
    if (countFrom === 'nextDay') due = world.firstShowing(readingOf(nextDay(today), '00:00'));
    const minutes = unit === 'minute' ? n : n * 60;
    for (let left = minutes; left > 0; due += MINUTE) {
      const counts = unit !== 'workHour' || world.isOpen(due);
      const paused = pauses.some(({ from, to }) => from <= due && due < to);
      if (counts && !paused) left -= 1;
    }
    wall = world.wallAt(due);
    // The minute before, not the reading before: where midnight is skipped that is another day.
    lastDay = world.dateAt(unit === 'workHour' && n > 0 ? due - MINUTE : due);
    if (n === 0) lastDay = today;
  }
  const rolls = rollIfHoliday && !world.works(lastDay);
  if (ends === 'same-time' && !rolls) return due;

  const sinceMidnight = wall - readingOf(lastDay, '00:00');
  for (; ; lastDay = nextDay(lastDay)) {
    if (standing.has(lastDay)) continue;
    if ((rollIfHoliday || working) && !world.works(lastDay)) continue;
    const end =
      ends === 'same-time'
        ? readingOf(lastDay, '00:00') + sinceMidnight
        : readingOf(lastDay, ends === 'day-end' ? '24:00' : world.closing);
    if (world.firstShowing(end) >= start) return world.firstShowing(end);
  }
}

function pausedOnWall(world: World, pauses: readonly Pause[], wall: number): boolean {
  return pauses.some(({ from, to }) => world.wallAt(from) <= wall && wall < world.wallAt(to));
}

function daysTouched(world: World, pauses: readonly Pause[]): Set<string> {
  const days = new Set<string>();
  for (const { from, to } of pauses) {
    for (let minute = from; minute < to; minute += MINUTE) days.add(world.dateAt(minute));
  }
  return days;
}

/** How many days from `date` to the same day `n` months on, or to that month's last. */
function daysToSameDay(date: string, n: number): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  const target = Date.UTC(year, month - 1 + n, Math.min(day, lastOfMonth));
  return Math.round((target - Date.UTC(year, month - 1, day)) / (24 * 60 * MINUTE));
}

const dateOf = (wall: number) => new Date(wall).toISOString().slice(0, 10);

const nextDay = (date: string) => dateOf(Date.parse(`${date}T12:00Z`) + 24 * 60 * MINUTE);

function readingOf(date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.parse(`${date}T00:00Z`) + (hours * 60 + minutes) * MINUTE;
}

interface World {
  readonly closing: string;
  wallAt(instant: number): number;
  dateAt(instant: number): string;
  works(date: string): boolean;
  isOpen(instant: number): boolean;
  /** The first minute at which the wall has come to a reading. */
  firstShowing(wall: number): number;
}

function worldOf({ calendar }: DueQuestion): World {
  const wallAt = wallOf(calendar.zone);
  const showings = new Map<number, number>();
  const firstShowing = (wall: number) => {
    let minute = showings.get(wall);
    if (minute === undefined) {
      minute = wall - 15 * 60 * MINUTE;
      while (wallAt(minute) < wall) minute += MINUTE;
      showings.set(wall, minute);
    }
    return minute;
  };
  const works = (date: string) => {
    const year = calendar.years[date.slice(0, 4)];
    if (year !== undefined && date in year.workdays) return true;
    if (year !== undefined && date in year.holidays) return false;
    return !calendar.weekend.includes(new Date(`${date}T12:00Z`).getUTCDay());
  };
  const opens = (date: string) =>
    calendar.officeHours.map(({ from, to }) => ({
      from: firstShowing(readingOf(date, from)),
      to: firstShowing(readingOf(date, to)),
    }));
  return {
    closing: calendar.officeHours.at(-1)?.to ?? '',
    wallAt,
    dateAt: (instant) => dateOf(wallAt(instant)),
    works,
    firstShowing,
    isOpen(instant) {
      const date = dateOf(wallAt(instant));
      const yesterday = dateOf(readingOf(date, '00:00') - MINUTE);
      return [yesterday, date, nextDay(date)].some(
        (day) => works(day) && opens(day).some(({ from, to }) => from <= instant && instant < to),
      );
    },
  };
}

const walls = new Map<string, (instant: number) => number>();

/** Asks the platform what the wall shows, once a quarter of an hour: no clock changes within one. */
function wallOf(zone: string): (instant: number) => number {
  const known = walls.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const shown = new Map<number, number>();
  const wallAt = (instant: number) => {
    const quarter = Math.floor(instant / (15 * MINUTE)) * 15 * MINUTE;
    let wall = shown.get(quarter);
    if (wall === undefined) {
      wall = Date.parse(`${format.format(quarter).replace(' ', 'T')}Z`);
      shown.set(quarter, wall);
    }
    return wall + (instant - quarter);
  };
  walls.set(zone, wallAt);
  return wallAt;
}

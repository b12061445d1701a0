import type { Text } from '../text.ts';
import { addMonths, type DayNumber, formatCivilDate, formatTimeOfDay } from './civil.ts';
import type { Duration } from './duration.ts';
import {
  type Beginning,
  countingStart,
  countsDays,
  countsWholeDays,
  firstCountedDay,
  isWorkingUnit,
  type Limit,
} from './limit.ts';
import type { DueNote } from './question.ts';
import type { Span, WorkingTime } from './working-time.ts';
import { startOfDay } from './zone.ts';

interface Counted {
  readonly from: Beginning;
  readonly duration: Duration;
  readonly end: Limit;
  readonly work: WorkingTime;
  readonly met: readonly Span[];
  /** Whether this is the limit itself and not an extension of it. */
  readonly first: boolean;
}

/** What was out of the ordinary in one limit, in the order of its days. */
export function notesOf(counted: Counted): DueNote[] {
  const { from, duration, end, work } = counted;
  const notes = counted.first ? beginning(from, duration, work) : [];
  if (duration.unit === 'month' && addMonths(from.day, duration.n).clamped) {
    const last = addMonths(from.day, duration.n).date;
    notes.push({ kind: 'clamped', date: formatCivilDate(last) });
  }
  if (isWorkingUnit(duration.unit) && duration.n > 0) {
    notes.push(...specialDays(firstCountedDay(from, duration, work), end.lastDay, counted));
  }
  if (duration.rollIfHoliday === true && !work.isWorking(end.counted)) {
    const name = work.special(end.counted)?.name ?? null;
    notes.push({ kind: 'rolled', from: formatCivilDate(end.counted), name });
    notes.push(...specialDays(end.counted + 1, end.lastDay, counted, name));
  }
  return notes.concat(clockChange(duration, end, work));
}

/** A working clock, or one of hours from the next day, may start before it begins to run. */
function beginning(from: Beginning, duration: Duration, work: WorkingTime): DueNote[] {
  if (countsWholeDays(duration) || duration.n === 0) return [];
  const start = countingStart(from, duration, work);
  const at = firstRunning(start, duration, work);
  return at > from.at ? [{ kind: 'begins', at }] : [];
}

function firstRunning(start: number, { unit }: Duration, work: WorkingTime): number {
  if (unit === 'workHour') {
    for (const piece of work.workHours(start)) return piece.from;
  }
  if (unit === 'workDay') {
    const wall = work.zone.toWall(start);
    for (const piece of work.workDays(wall)) {
      return piece.from === wall ? start : work.zone.toInstant(piece.from);
    }
  }
  return start;
}

/** Days between two others, both included, that were worked or not worked against the week. */
function specialDays(
  first: DayNumber,
  last: DayNumber,
  { work, met }: Counted,
  told: Text | null = null,
): DueNote[] {
  const notes: DueNote[] = [];
  for (let date = first; date <= last; ) {
    const special = work.special(date);
    const to = special?.kind === 'holiday' ? lastOfHoliday(date, last, special.name, work) : date;
    if (special !== undefined && special.name.en !== told?.en && mattered(date, to, work, met)) {
      const from = formatCivilDate(date);
      notes.push(
        special.kind === 'make-up'
          ? { kind: 'make-up', date: from, name: special.name }
          : { kind: 'holiday', from, to: formatCivilDate(to), name: special.name },
      );
    }
    date = to + 1;
  }
  return notes;
}

function lastOfHoliday(date: DayNumber, last: DayNumber, name: Text, work: WorkingTime): DayNumber {
  let to = date;
  while (to < last) {
    const next = work.special(to + 1);
    if (next?.kind !== 'holiday' || next.name.en !== name.en) break;
    to += 1;
  }
  return to;
}

/** A holiday on a weekend takes nothing away, nor does a day the clock stood still throughout. */
function mattered(
  from: DayNumber,
  to: DayNumber,
  work: WorkingTime,
  met: readonly Span[],
): boolean {
  const stoodThrough = (date: DayNumber) =>
    met.some(
      (span) =>
        span.from <= startOfDay(work.zone, date) && span.to >= startOfDay(work.zone, date + 1),
    );
  for (let date = from; date <= to; date += 1) {
    if (work.isWorking(date) === work.isWeekend(date) && !stoodThrough(date)) return true;
  }
  return false;
}

function clockChange(duration: Duration, end: Limit, work: WorkingTime): DueNote[] {
  if (!countsDays(duration.unit) || duration.ends === 'day-end' || duration.n === 0) return [];
  const reading = work.zone.reading(end.wall);
  return reading === 'once' ? [] : [{ kind: reading, time: formatTimeOfDay(end.wall) }];
}

import { dateOfWall, formatCivilDate } from './civil.ts';
import type { Duration } from './duration.ts';
import { type Beginning, firstCountedDay, isWorkingUnit, type Limit, limitOf } from './limit.ts';
import { notesOf } from './notes.ts';
import type { DueNote, DueQuestion, DueResult } from './question.ts';
import { standstill } from './suspension.ts';
import { type Span, type WorkingTime, workingTime } from './working-time.ts';

/**
 * When a clock falls due: a pure function of start, duration, calendar and suspensions, so that
 * whoever computes it again gets the same instant (invariant 15).
 *
 * Minutes and hours are elapsed time; working hours are office time; days, working days and months
 * are wall time, so that "the same time on the third working day" survives a change of clocks. A
 * suspension takes out of each just the part of it that would have run; where the clock ends with
 * a day's business, each day on which it stood still. A suspension that begins once the clock has
 * fallen due changes nothing: late stays late. Every corner is decided in
 * docs/decisions/0002-time.md.
 *
 * Throws RangeError for a suspension that ends before it begins, and Error for a calendar nobody
 * could live by: both are faults of the caller.
 */
export function dueAt(question: DueQuestion): DueResult {
  const { start, duration, calendar, suspensions, extensions = [] } = question;
  const work = workingTime(calendar);
  const stood = standstill(suspensions, start);
  const notes: DueNote[] = [];
  const missing = new Set<number>();
  const counted: Span[] = [];
  let from: Beginning = { at: start, day: dateOfWall(work.zone.toWall(start)) };
  for (const [index, limit] of [duration, ...extensions].entries()) {
    const ahead = stood.closed.filter((span) => span.from >= from.at);
    const { end, met } = endAmong(from, limit, work, ahead);
    counted.push(...met);
    notes.push(...notesOf({ from, duration: limit, end, work, met, first: index === 0 }));
    for (const year of yearsLeanedOn(from, limit, end, work)) missing.add(year);
    from = { at: end.due, day: end.lastDay };
  }
  return {
    due: from.at,
    provisional: missing.size > 0,
    suspendedSince: stood.openSince !== null && stood.openSince < from.at ? stood.openSince : null,
    basis: {
      start,
      duration,
      extensions,
      calendar: { id: calendar.id, version: calendar.version, zone: calendar.zone },
      lastDay: formatCivilDate(from.day),
      yearsWithoutData: [...missing].sort((a, b) => a - b),
      notes: [...notes, ...counted.map((span) => ({ kind: 'suspended', ...span }) as const)],
    },
  };
}

/**
 * A standstill counts if the clock had not fallen due when it began, and one that counts may let
 * the next one count: so they are taken in one after the other.
 */
function endAmong(
  from: Beginning,
  duration: Duration,
  work: WorkingTime,
  stood: readonly Span[],
): { end: Limit; met: readonly Span[] } {
  let met: readonly Span[] = [];
  let end = limitOf(from, duration, work, met);
  for (const span of stood) {
    if (span.from >= end.due) break;
    met = [...met, span];
    end = limitOf(from, duration, work, met);
    // On the night the clocks go back, a reading may first have been shown before the resumption.
    if (end.due < span.to) end = { ...end, due: span.to };
  }
  return { end, met };
}

/** Only a limit that asked which days are worked leans on the calendar's years. */
function yearsLeanedOn(
  from: Beginning,
  duration: Duration,
  end: Limit,
  work: WorkingTime,
): number[] {
  const counts = isWorkingUnit(duration.unit) && duration.n > 0;
  if (counts) {
    const first = firstCountedDay(from, duration, work);
    return work.yearsWithoutData(first, Math.max(first, end.lastDay));
  }
  const moves = isWorkingUnit(duration.unit) && (duration.ends ?? 'same-time') !== 'same-time';
  const asked = moves || duration.rollIfHoliday === true;
  return asked ? work.yearsWithoutData(end.counted, end.lastDay) : [];
}

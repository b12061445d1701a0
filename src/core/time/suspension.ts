import { type DayNumber, dateOfWall, type Instant } from './civil.ts';
import type { Suspension } from './question.ts';
import type { Span } from './working-time.ts';
import type { Zone } from './zone.ts';

/** What a clock's suspensions come to, counted once however they overlap. */
export interface Standstill {
  /** In order, apart from each other, none before `start`. */
  readonly closed: readonly Span[];
  /** Since when it has been standing still, if it still is. */
  readonly openSince: Instant | null;
}

const NONE: Standstill = { closed: [], openSince: null };

/** Throws RangeError for a suspension that ends before it begins: no caller may record one. */
export function standstill(suspensions: readonly Suspension[], start: Instant): Standstill {
  if (suspensions.length === 0) return NONE;
  const closed: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of [...suspensions].sort((a, b) => a.from - b.from)) {
    const end = to ?? Number.POSITIVE_INFINITY;
    if (end < from) throw new RangeError(`a suspension from ${from} cannot end at ${to}`);
    if (end <= start || end === from) continue;
    const last = closed.at(-1);
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, end);
    else closed.push({ from: Math.max(from, start), to: end });
  }
  const last = closed.at(-1);
  if (last?.to !== Number.POSITIVE_INFINITY) return { closed, openSince: null };
  return { closed: closed.slice(0, -1), openSince: last.from };
}

/** The same stretches as the wall showed them, put together where the wall ran twice. */
export function onTheWall(stood: readonly Span[], zone: Zone): Span[] {
  const walls: { from: number; to: number }[] = [];
  const shown = stood.map(({ from, to }) => ({ from: zone.toWall(from), to: zone.toWall(to) }));
  for (const { from, to } of shown.sort((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    const last = walls.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else walls.push({ from, to });
  }
  return walls;
}

/** Tells whether a clock stood still for any part of a civil day. */
export function standingDays(stood: readonly Span[], zone: Zone): (date: DayNumber) => boolean {
  const days = stood.map(({ from, to }) => {
    const first = dateOfWall(zone.toWall(from));
    const last = dateOfWall(zone.toWall(to - 1));
    return { first: Math.min(first, last), last: Math.max(first, last) };
  });
  return (date) => days.some(({ first, last }) => first <= date && date <= last);
}

/**
 * Where `amount` of running time is used up: only the pieces run, and never while the clock stood
 * still. `pieces` and `stood` are in order and in the same measure.
 */
export function runOut(pieces: Iterable<Span>, stood: readonly Span[], amount: number): number {
  let left = amount;
  let next = 0;
  for (const piece of pieces) {
    let at = piece.from;
    while (at < piece.to) {
      const pause = stood[next];
      if (pause !== undefined && pause.to <= at) {
        next += 1;
        continue;
      }
      const stop = Math.max(at, Math.min(piece.to, pause?.from ?? piece.to));
      if (stop - at >= left) return at + left;
      left -= stop - at;
      at = stop < piece.to && pause !== undefined ? pause.to : piece.to;
    }
  }
  throw new Error('the pieces of running time came to an end before the clock ran out');
}

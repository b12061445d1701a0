import { chainOf } from '../authority/units.ts';
import type { Decided, Instant, ProcessEvent, UnitId } from '../process.ts';
import type { Rulebook, Rung } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import * as acts from './acts.ts';
import { type Clock, clockOf, isLive } from './clock.ts';
import type { ClockEvent } from './events.ts';

/**
 * How far a missed promise has climbed. Every rung is a promise of its own, with its own clock:
 * the unit's second chance, or the act that the one above owes. Whoever misses it sends it further
 * up, so nothing waits on somebody who does nothing.
 */
export interface Ladder {
  /** The promise that was missed. */
  readonly clock: string;
  /** Its kind, by which the rulebook's rungs are found. */
  readonly kind: string;
  /** Whom it is climbed against: whoever owes the promise now. */
  readonly unit: UnitId;
  /** Rungs climbed; the last one counts. */
  readonly rung: number;
  readonly act: Rung['act'];
  /** Who owes the act; null where the unit was only reminded. */
  readonly by: UnitId | null;
  /** The rung's own clock. */
  readonly timer: string;
  /** The act was done, and the unit has the rung's time again. */
  readonly answered: boolean;
}

type E<Type extends string, Data> = ProcessEvent<Type, Data & { readonly clock: string }>;

/** Ladders speak the same events in every process. */
export type LadderEvent =
  | E<'LadderClimbed', Omit<Ladder, 'answered'> & { readonly citation: Rung['citation'] }>
  | E<'LadderAnswered', { readonly timer: string }>
  /** What was missed has been done, or is no longer owed. */
  | E<'LadderLeft', Record<never, never>>;

export const LADDER_VOCABULARY: Readonly<Record<LadderEvent['type'], number>> = {
  LadderClimbed: 1,
  LadderAnswered: 1,
  LadderLeft: 1,
};

export const isLadderEvent = (event: { readonly type: string }): event is LadderEvent =>
  event.type.startsWith('Ladder');

interface Standing {
  readonly clocks: readonly Clock[];
  readonly ladders: readonly Ladder[];
}

interface Law {
  readonly law: Rulebook;
  readonly calendar: Calendar;
}

type Said = readonly Decided<ClockEvent | LadderEvent>[];

/** The rung that a missed clock leads to, at the instant it was missed; nothing at the ladder's top. */
export function climb({ clocks, ladders }: Standing, missed: Clock, at: Instant, on: Law): Said {
  const ladder = ladders.find(({ timer }) => timer === missed.id);
  const from = ladder ?? { clock: missed.id, kind: missed.kind, unit: missed.unit, rung: 0 };
  const owed = clockOf(clocks, from.clock);
  if (owed === undefined || !isLive(owed)) return [];
  const rung = on.law.ladder.filter(({ clock }) => clock === from.kind)[from.rung];
  if (rung === undefined) return [];
  const by = rung.act === 'remind' ? null : owing(on.law, rung, from.unit);
  const started = timer(clocks, rung, by ?? from.unit, at, on.calendar);
  const { clock, kind, unit } = from;
  const climbed: LadderEvent = {
    type: 'LadderClimbed',
    v: 1,
    data: {
      clock,
      kind,
      unit,
      rung: from.rung + 1,
      act: rung.act,
      by,
      timer: started.data.clock.id,
      citation: rung.citation,
    },
  };
  // The rung below is no longer owed: it was missed, and somebody else owes the next one.
  const below = ladder === undefined ? [] : [acts.end(missed, 'climbed')];
  return [climbed, ...below, started].map((event) => ({ ...event, occurredAt: at }));
}

/** The act that a rung waits for was done: the unit that missed has the rung's time once more. */
export function answer(standing: Standing, ladder: Ladder, at: Instant, on: Law): Said {
  const { clock, kind, unit, rung, timer: id } = ladder;
  const law = on.law.ladder.filter((one) => one.clock === kind)[rung - 1];
  const owed = clockOf(standing.clocks, id);
  if (law === undefined || owed === undefined) return [];
  const again = timer(standing.clocks, { ...law, act: 'remind' }, unit, at, on.calendar);
  return [
    ...(isLive(owed) ? [acts.meet(owed, at)] : []),
    { type: 'LadderAnswered', v: 1, data: { clock, timer: again.data.clock.id } },
    again,
  ];
}

/**
 * Another unit owes the promise now. What was missed before it came is not its own silence: it begins
 * at the ladder's foot, with the first rung's whole time, and what was asked of the unit before, or
 * of those above that one, is no longer owed.
 */
export function handOn(
  standing: Standing,
  promise: Clock,
  unit: UnitId,
  at: Instant,
  on: Law,
): Said {
  const { id, breachedAt } = promise;
  const handed = acts.handOn(promise, unit);
  if (breachedAt === null || !standing.ladders.some(({ clock }) => clock === id)) return [handed];
  const anew = { clocks: standing.clocks, ladders: [] };
  return [
    handed,
    ...leave(standing, id, 'handed-on'),
    // Entered late, it may have happened before the promise was missed.
    ...climb(anew, { ...promise, unit }, Math.max(at, breachedAt), on),
  ];
}

/** What was missed has been done or is no longer owed; whatever its ladder still held ends. */
export function leave({ clocks, ladders }: Standing, clock: string, reason: string): Said {
  const ladder = ladders.find((one) => one.clock === clock);
  if (ladder === undefined) return [];
  const owed = clockOf(clocks, ladder.timer);
  return [
    { type: 'LadderLeft', v: 1, data: { clock } },
    ...(owed !== undefined && isLive(owed) ? [acts.end(owed, reason)] : []),
  ];
}

export function evolveLadders(ladders: readonly Ladder[], event: LadderEvent): readonly Ladder[] {
  const others = ladders.filter(({ clock }) => clock !== event.data.clock);
  const before = ladders.find(({ clock }) => clock === event.data.clock);
  if (event.type === 'LadderClimbed') {
    const { citation: _, ...ladder } = event.data;
    return [...others, { ...ladder, answered: false }];
  }
  if (before === undefined) throw new Error(`${event.type}: no ladder of ${event.data.clock}`);
  if (event.type === 'LadderLeft') return others;
  return [...others, { ...before, timer: event.data.timer, answered: true }];
}

/** Ladders that wait for an act of the unit above. */
export const waiting = (ladders: readonly Ladder[]): readonly Ladder[] =>
  ladders.filter(({ by, answered }) => by !== null && !answered);

/** A unit at the top of the institution has nobody above it and answers for itself. */
const owing = (law: Rulebook, { by }: Rung, unit: UnitId): UnitId =>
  by === null || by === 'superior' ? (chainOf(law, unit)[1]?.id ?? unit) : by;

const timer = (
  clocks: readonly Clock[],
  { act, within, citation }: Rung,
  unit: UnitId,
  at: Instant,
  calendar: Calendar,
) =>
  acts.start(clocks, {
    kind: act,
    unit,
    at,
    deadline: { duration: within, legal: null, citation },
    calendar,
  });

import type { Instant, Post, StreamId, UnitId } from '../primitives.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';

/** Authority handed on for a time: never of a power that the law pins to a body. */
export interface Delegation {
  readonly id: string;
  readonly from: UnitId;
  readonly to: UnitId;
  readonly power: string;
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

/** 代班: another post acts for one that is away, between two dates. */
export interface StandIn {
  readonly id: string;
  readonly absent: Post;
  readonly present: Post;
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

/** An account that may not touch a matter because of a declared interest (invariant 35). */
export interface Recusal {
  readonly id: string;
  readonly account: string;
  readonly scope:
    | { readonly kind: 'case'; readonly case: StreamId }
    | { readonly kind: 'unit'; readonly unit: UnitId };
  readonly reason: string;
  readonly validFrom: Instant;
  /** Null while it holds; an ended recusal stays known for acts entered late. */
  readonly validTo: Instant | null;
}

/**
 * An institution as it stands at one version of its own stream: the law in force, the calendars,
 * who stands in for whom. Every write names the version it was decided under.
 */
export interface Institution {
  readonly version: number;
  /** In the order they take effect; the one in force at an instant is the last that has begun. */
  readonly rulebooks: readonly Rulebook[];
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly delegations: readonly Delegation[];
  readonly standIns: readonly StandIn[];
  readonly recusals: readonly Recusal[];
}

/** The law in force at an instant; null before the first rulebook took effect. */
export function rulebookAt(institution: Institution, at: Instant): Rulebook | null {
  return institution.rulebooks.findLast((rulebook) => rulebook.effectiveFrom <= at) ?? null;
}

/**
 * Every law, in the order in which to ask it what something is called at an instant: the one in
 * force, those before it from the newest on, then what is still to come.
 */
export function lawsFrom(institution: Institution, at: Instant): readonly Rulebook[] {
  const begun = institution.rulebooks.filter(({ effectiveFrom }) => effectiveFrom <= at);
  return [...begun.toReversed(), ...institution.rulebooks.slice(begun.length)];
}

/**
 * The calendar the rulebook's clocks run on. An institution cannot adopt a rulebook whose calendar
 * it lacks, so a missing one is a fault.
 */
export function calendarOf(institution: Institution, rulebook: Rulebook): Calendar {
  const calendar = institution.calendars.get(rulebook.calendar);
  if (calendar === undefined) {
    throw new Error(
      `rulebook ${rulebook.id} ${rulebook.version} has no calendar ${rulebook.calendar}`,
    );
  }
  return calendar;
}

/** A rulebook that has the sections of `Name`, with the calendar it counts by. */
export type LawOf<Name extends keyof Rulebook> = {
  readonly law: Rulebook;
  readonly calendar: Calendar;
} & { readonly [Section in Name]: NonNullable<Rulebook[Section]> };

/**
 * The law in force on one section. What was begun under a rulebook that had it goes on under that one
 * when a later rulebook has none; null where neither has.
 */
export function lawOf<Name extends keyof Rulebook>(
  institution: Institution,
  name: Name,
  begun: Pick<Rulebook, 'id' | 'version'> | null,
  at: Instant,
): LawOf<Name> | null {
  const inForce = rulebookAt(institution, at);
  if (inForce === null) return null;
  const law =
    inForce[name] !== null || begun === null
      ? inForce
      : institution.rulebooks.find(
          ({ id, version }) => id === begun.id && version === begun.version,
        );
  if (law === undefined || law[name] === null) return null;
  return { law, calendar: calendarOf(institution, law), [name]: law[name] } as LawOf<Name>;
}

/** True inside `[validFrom, validTo)`; `validTo` null has no end. */
export function validAt(
  span: { readonly validFrom: Instant; readonly validTo: Instant | null },
  at: Instant,
): boolean {
  return span.validFrom <= at && (span.validTo === null || at < span.validTo);
}

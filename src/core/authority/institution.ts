import type { Calendar } from '../time/calendar.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Instant, Post, StreamId, UnitId } from '../process.ts';

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
  readonly scope: { readonly kind: 'case'; readonly case: StreamId } | { readonly kind: 'unit'; readonly unit: UnitId };
  readonly reason: string;
  readonly validFrom: Instant;
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

import type { Citation } from '../rulebook/rulebook.ts';
import type { Duration } from '../time/duration.ts';
import type { Instant, UnitId } from '../process.ts';

/** A stretch in which a clock lawfully stood still; `to` is null while it still does. */
export interface Suspension {
  readonly reason: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * One promise: this unit owes this act by this instant. Every number that led to `dueAt` is kept,
 * so that anyone can compute it again (invariant 15).
 */
export interface Clock {
  /** Unique in its stream: kind and ordinal, `reply-1`. */
  readonly id: string;
  readonly kind: string;
  /** Who is held to it. */
  readonly unit: UnitId;
  readonly startedAt: Instant;
  readonly duration: Duration;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly citation: Citation;
  readonly dueAt: Instant;
  /** The law's own limit where the institution set itself a stricter one (invariant 17). */
  readonly legalDueAt: Instant | null;
  /** A year without calendar data: computed by weekdays until the calendar is published. */
  readonly provisional: boolean;
  readonly suspensions: readonly Suspension[];
  /** Extensions granted and told, in the order they took effect. */
  readonly extensions: readonly Duration[];
  readonly status: 'running' | 'suspended' | 'met' | 'void';
  /** Set once and never cleared: late stays late (invariant 20). */
  readonly breachedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Counts changes of the due instant; firing is keyed (clock, revision). */
  readonly revision: number;
}

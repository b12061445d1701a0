import type { Instant, UnitId } from '../primitives.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { Duration } from '../time/duration.ts';

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
  /** Who is held to it now; moves with the order, the promise itself does not. */
  readonly unit: UnitId;
  readonly startedAt: Instant;
  readonly duration: Duration;
  /** The law's own limit where the institution set itself a stricter one (invariant 17). */
  readonly legal: Duration | null;
  /** Set where a ledger or a superior's order named the instant itself instead of a duration. */
  readonly target: Instant | null;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly citation: Citation;
  readonly dueAt: Instant;
  readonly legalDueAt: Instant | null;
  /** A year without calendar data: computed by weekdays until the calendar is published. */
  readonly provisional: boolean;
  readonly suspensions: readonly Suspension[];
  /** Extensions granted and told, in the order they took effect. */
  readonly extensions: readonly Duration[];
  /** `met`: the act was done; `void`: it is no longer owed. A breached clock runs on until either. */
  readonly status: 'running' | 'suspended' | 'met' | 'void';
  /** Set once and never cleared: late stays late (invariant 20). */
  readonly breachedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Counts changes of the due instant; firing is keyed (clock, revision). */
  readonly revision: number;
}

/** Somebody still owes the act, whether time runs or stands still. */
export const isLive = (clock: Clock): boolean =>
  clock.status === 'running' || clock.status === 'suspended';

export const clockOf = (clocks: readonly Clock[], id: string): Clock | undefined =>
  clocks.find((clock) => clock.id === id);

/** The clock of a kind that is still owed; a stream has at most one at a time. */
export const liveOf = (clocks: readonly Clock[], kind: string): Clock | undefined =>
  clocks.find((clock) => clock.kind === kind && isLive(clock));

/** The one that fell due first, where any did; at one instant, by name. */
export const earliest = (clocks: readonly Clock[], now: Instant): Clock | undefined =>
  overdue(clocks, now).toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))[0];

/** Running clocks whose instant has come and whose breach the log does not know yet. */
export const overdue = (clocks: readonly Clock[], now: Instant): readonly Clock[] =>
  clocks.filter(
    (clock) => clock.status === 'running' && clock.breachedAt === null && clock.dueAt <= now,
  );

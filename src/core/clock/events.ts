import type { Instant, ProcessEvent, UnitId } from '../process.ts';
import type { Duration } from '../time/duration.ts';
import type { Clock } from './clock.ts';

/** What a due time came to. Stored, so that replay never computes one again. */
export interface Due {
  readonly dueAt: Instant;
  readonly legalDueAt: Instant | null;
  readonly provisional: boolean;
  /** The calendar, and the version of it, that the instants were counted on. */
  readonly calendar: Clock['calendar'];
}

type E<Type extends string, Data> = ProcessEvent<Type, Data & { readonly clock: string }>;

/** Clocks speak the same events in every process. */
export type ClockEvent =
  | ProcessEvent<'ClockStarted', { readonly clock: Clock }>
  | E<'ClockMet', { readonly at: Instant }>
  /** At its due time, whenever it was found; never taken back. */
  | E<'ClockBreached', { readonly dueAt: Instant }>
  | E<'ClockSuspended', { readonly reason: string }>
  | E<'ClockResumed', Due>
  | E<'ClockExtended', Due & { readonly by: Duration }>
  | E<'ClockRecomputed', Due>
  /** Another unit owes the act now. The promise and its due time stay. */
  | E<'ClockHandedOn', { readonly unit: UnitId }>
  | E<'ClockEnded', { readonly reason: string }>;

export const CLOCK_VOCABULARY: Readonly<Record<ClockEvent['type'], number>> = {
  ClockStarted: 1,
  ClockMet: 1,
  ClockBreached: 1,
  ClockSuspended: 1,
  ClockResumed: 1,
  ClockExtended: 1,
  ClockRecomputed: 1,
  ClockHandedOn: 1,
  ClockEnded: 1,
};

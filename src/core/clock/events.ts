import type { Duration } from '../time/duration.ts';
import type { Instant, ProcessEvent } from '../process.ts';
import type { Clock } from './clock.ts';

/**
 * Clocks speak the same events in every process. Each carries the resulting instant: replay never
 * computes a due time again.
 */
export type ClockEvent =
  | ProcessEvent<'ClockStarted', { readonly clock: Clock }>
  | ProcessEvent<'ClockMet', { readonly clock: string; readonly at: Instant }>
  | ProcessEvent<'ClockBreached', { readonly clock: string; readonly dueAt: Instant }>
  | ProcessEvent<'ClockSuspended', { readonly clock: string; readonly reason: string }>
  | ProcessEvent<'ClockResumed', { readonly clock: string; readonly dueAt: Instant; readonly provisional: boolean }>
  | ProcessEvent<'ClockExtended', { readonly clock: string; readonly by: Duration; readonly dueAt: Instant; readonly provisional: boolean }>
  | ProcessEvent<'ClockRecomputed', { readonly clock: string; readonly calendar: { readonly id: string; readonly version: string }; readonly dueAt: Instant; readonly legalDueAt: Instant | null; readonly provisional: boolean }>
  | ProcessEvent<'ClockEnded', { readonly clock: string; readonly reason: string }>;

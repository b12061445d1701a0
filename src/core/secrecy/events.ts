import type { ClockEvent } from '../clock/events.ts';
import type { Instant, Post, ProcessEvent, StreamId, UnitId } from '../process.ts';

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

export type HoldAsked = E<
  'HoldAsked',
  {
    readonly case: StreamId;
    readonly hold: number;
    /** Whose looks are not shown to the person while it lasts. */
    readonly unit: UnitId;
    readonly basis: string;
    readonly reason: string;
    readonly until: Instant;
    /** Whose word makes it a hold. */
    readonly approver: Post;
  }
>;
/** From here on, and for no look before it. */
export type HoldAgreed = E<'HoldAgreed', { readonly hold: number }>;
export type HoldTurnedDown = E<
  'HoldTurnedDown',
  { readonly hold: number; readonly reason: string }
>;
export type HoldLifted = E<'HoldLifted', { readonly hold: number; readonly reason: string }>;
export type HoldExpired = E<'HoldExpired', { readonly hold: number }>;

/** A hold runs until the instant it named: nothing lengthens it, and nobody is late. */
type HoldClock = Extract<ClockEvent, { readonly type: 'ClockStarted' | 'ClockEnded' }>;

export type SecrecyEvent =
  | HoldClock
  | HoldAsked
  | HoldAgreed
  | HoldTurnedDown
  | HoldLifted
  | HoldExpired;

export const VOCABULARY: Readonly<Record<SecrecyEvent['type'], number>> = {
  ClockStarted: 1,
  ClockEnded: 1,
  HoldAsked: 1,
  HoldAgreed: 1,
  HoldTurnedDown: 1,
  HoldLifted: 1,
  HoldExpired: 1,
};

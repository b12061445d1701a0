import type { Clock } from '../clock/clock.ts';
import type { Instant, Post, StreamId, UnitId } from '../process.ts';

/** One hold, asked for or in force. */
export interface Hold {
  readonly hold: number;
  readonly unit: UnitId;
  readonly basis: string;
  readonly reason: string;
  readonly until: Instant;
  readonly approver: Post;
  readonly askedAt: Instant;
  /** The account that asked, which does not agree to it too. */
  readonly asker: string | null;
}

/** A hold that is over: what was not shown while it lasted is shown, and so is that it was not. */
export interface PastHold {
  readonly hold: number;
  readonly unit: UnitId;
  readonly basis: string;
  readonly from: Instant;
  readonly to: Instant;
}

interface Common {
  readonly case: StreamId;
  readonly past: readonly PastHold[];
  /** Holds asked for so far; ordinals never repeat. */
  readonly asked: number;
  readonly since: Instant;
  readonly openedAt: Instant;
  readonly clocks: readonly Clock[];
}

/** A union by status: what a status lacks cannot be asked of it. */
export type SecrecyState =
  | { readonly status: 'none' }
  | (Common & { readonly status: 'asked'; readonly hold: Hold })
  | (Common & { readonly status: 'held'; readonly hold: Hold; readonly from: Instant })
  | (Common & { readonly status: 'open' });

export type Known = Exclude<SecrecyState, { readonly status: 'none' }>;
export type Status = SecrecyState['status'];

export const STATUSES = ['none', 'asked', 'held', 'open'] as const satisfies readonly Status[];

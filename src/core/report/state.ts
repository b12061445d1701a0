import type { Clock } from '../clock/clock.ts';
import type { Instant, Sealed, StreamId, UnitId } from '../process.ts';
import type { ReportAnswer } from './words.ts';

/** One telling, encrypted to the officers' keys before it was sealed; the keys by their streams. */
export interface Telling {
  readonly words: Sealed;
  readonly keys: readonly StreamId[];
  /** The day, not the hour. */
  readonly at: Instant;
}

/** What every report carries. Who is reported, and where, is inside the words and nowhere else. */
export interface Common {
  /** The desk's unit, which has it from its first instant to its last. */
  readonly unit: UnitId;
  readonly rulebook: { readonly id: string; readonly version: string };
  /** The day it came in, at its beginning. */
  readonly receivedAt: Instant;
  readonly told: readonly Telling[];
  /** Accounts that have declared an interest in it: they neither read nor act any more. */
  readonly interested: readonly string[];
  readonly clocks: readonly Clock[];
}

type S<Status extends string, Data = unknown> = Common & { readonly status: Status } & Data;
type Ended = { readonly lookedAt: Instant; readonly endedAt: Instant };

/** A union by status: what a status lacks cannot be asked of it. */
export type Known =
  | S<'received'>
  | S<'looked-at', { readonly lookedAt: Instant }>
  | S<'handed-over', Ended & { readonly channel: string }>
  | S<'concluded', Ended & { readonly answer: ReportAnswer }>;

export type ReportState = { readonly status: 'none' } | Known;
export type Status = ReportState['status'];
export type StateOf<Name extends Status> = Extract<ReportState, { readonly status: Name }>;

/** The desk still owes something for it. */
export const isOpen = (state: ReportState): state is StateOf<'received' | 'looked-at'> =>
  state.status === 'received' || state.status === 'looked-at';

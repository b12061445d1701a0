import type { Instant, Post, StreamId } from '../process.ts';

/** What came of a call, in the words of who called. */
export const OUTCOMES = ['reached', 'not-reached', 'wrong-number', 'never-rang'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One call: who asked for it as which post, and what is known of it. */
export interface Call {
  readonly call: number;
  readonly at: Instant;
  readonly post: Post;
  /** `asked` where the exchange has not said: the telephone may have rung. */
  readonly exchange: 'asked' | 'placed' | 'refused';
  readonly outcome: Outcome | null;
}

interface Common {
  /** What it is called about: the case, or a callback about it. */
  readonly about: StreamId;
  readonly case: StreamId;
  /** In the order they were asked for; the last one may still be in hand. */
  readonly calls: readonly Call[];
}

/** A union by status: what a status lacks cannot be asked of it. */
export type RelayState =
  | { readonly status: 'none' }
  /** The exchange has been asked and has not said anything yet. */
  | (Common & { readonly status: 'asked' })
  /** It rings, or rang: what came of it is still to be said. */
  | (Common & { readonly status: 'placed' })
  | (Common & { readonly status: 'quiet' });

export type Known = Exclude<RelayState, { readonly status: 'none' }>;
export type Status = RelayState['status'];

export const STATUSES = ['none', 'asked', 'placed', 'quiet'] as const satisfies readonly Status[];

/** The call in hand, or the last one. */
export const lastCall = (state: RelayState): Call | null =>
  state.status === 'none' ? null : (state.calls.at(-1) ?? null);

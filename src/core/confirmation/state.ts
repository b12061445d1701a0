import type { Instant, Post } from '../process.ts';
import type { Entered } from './events.ts';

interface Contest {
  readonly reason: string;
  readonly supervisor: Post;
  readonly at: Instant;
}

/** A union by status, as for every process. */
export type ConfirmationState =
  | { readonly status: 'none' }
  | (Entered & { readonly status: 'awaiting' })
  | (Entered & { readonly status: 'confirmed'; readonly endedAt: Instant })
  | (Entered & { readonly status: 'contested'; readonly contest: Contest })
  | (Entered & {
      readonly status: 'noted';
      readonly contest: Contest;
      readonly endedAt: Instant;
    });

export type Awaited = Exclude<ConfirmationState, { readonly status: 'none' }>;

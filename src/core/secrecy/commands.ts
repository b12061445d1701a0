import type { Instant, ProcessCommand, StreamId } from '../process.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

/** What may be asked of a hold. Who may ask it: `access.ts`. */
export type SecrecyCommand =
  /** For the looks of the unit that the asking post heads. */
  | C<
      'ask',
      {
        readonly case: StreamId;
        readonly basis: string;
        readonly reason: string;
        readonly until: Instant;
      }
    >
  | C<'agree'>
  | C<'turn-down', { readonly reason: string }>
  | C<'lift', { readonly reason: string }>
  /** Machine: its last instant has come. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published. A hold ends at an instant that was named, and never leans on one. */
  | C<'recompute-clocks', { readonly calendar: string }>;

export type CommandType = SecrecyCommand['type'];

import type { NoteErased } from '../erased.ts';
import type { Instant, ProcessCommand, Sealed, StreamId } from '../process.ts';
import type { Finding, Known, Replies } from './words.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

interface OfClosing {
  readonly case: StreamId;
  readonly closing: number;
}

/** What may be asked of a callback or a re-check. Who may ask it: `access.ts`. */
export type CallbackCommand =
  /** Reaction: a case was closed. */
  | C<'draw', OfClosing & { readonly sponsored: boolean }>
  /** Reaction: what was fixed is to be looked at again, at these instants. */
  | C<'plan', OfClosing & { readonly rounds: readonly Instant[] }>
  | C<'call-in-vain'>
  | C<
      'answer',
      { readonly replies: Replies; readonly words: Sealed | null; readonly share: boolean }
    >
  | C<
      'find',
      {
        readonly finding: Finding;
        /** A person's own word is neither. */
        readonly how: Exclude<Known, 'person'> | null;
        readonly words: Sealed | null;
      }
    >
  | C<'report-pressure', { readonly text: Sealed }>
  | C<'answer-pressure', { readonly report: number; readonly done: Sealed }>
  /** Reaction: the case was reopened; that closing is over. */
  | C<'case-reopened', { readonly closing: number }>
  | NoteErased
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>;

export type CommandType = CallbackCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<CallbackCommand, { readonly type: Type }>;

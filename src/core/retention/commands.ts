import type { Instant, ProcessCommand, Sealed, StreamId } from '../process.ts';
import type { Part } from './state.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

/** What may be asked of a retention. Who may ask it: `access.ts`. No hand erases. */
export type RetentionCommand =
  /** Reaction: the case ended. `into`: the case it was joined to, whose end it is. */
  | C<'begin', { readonly case: StreamId; readonly into: StreamId | null }>
  /** Reaction: it goes on after all. */
  | C<'stop', { readonly why: string }>
  | C<'place-hold', { readonly reason: string; readonly until: Instant }>
  | C<'agree-hold', { readonly hold: number }>
  | C<'decline-hold', { readonly hold: number; readonly reason: string }>
  | C<'lift-hold', { readonly hold: number; readonly reason: string }>
  /** The door wrote everything out and digested it. */
  | C<'take-package', { readonly digest: string }>
  | C<'record-transfer', { readonly receipt: string }>
  | C<'ask-erasure', { readonly words: Sealed | null }>
  | C<'answer-erasure', { readonly wish: number; readonly answer: Sealed }>
  /** Machine: nothing waits for a text of these streams any more. */
  | C<'erase', { readonly case: StreamId; readonly streams: readonly Part[] }>
  /** Machine: their keys are gone. */
  | C<'confirm-erased'>
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>;

export type CommandType = RetentionCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<
  RetentionCommand,
  { readonly type: Type }
>;

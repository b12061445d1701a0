import type { TextsErased } from '../erased.ts';
import type { Instant, Post, ProcessEvent, StreamId, UnitId } from '../process.ts';

/** An act of any process that one post entered for another: where it stands, and who entered it. */
export interface Entered {
  readonly process: string;
  readonly stream: StreamId;
  /** The act's own event in that stream. */
  readonly version: number;
  readonly event: string;
  /** As the matter's list row has them; null where it has none. Nothing personal. */
  readonly title: string | null;
  readonly place: UnitId;
  /** The case it is, or serves. */
  readonly about: StreamId | null;
  /** In whose name. */
  readonly post: Post;
  readonly by: { readonly account: string; readonly post: Post };
  readonly enteredAt: Instant;
}

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

/** The act stands meanwhile; what is awaited is the word of the post it was entered for. */
export type ConfirmationAwaited = E<'ConfirmationAwaited', Entered>;
export type EntryConfirmed = E<'EntryConfirmed', { readonly account: string }>;
/** Undoes nothing: the record says that the post says it was not so, and a supervisor is told. */
export type EntryContested = E<
  'EntryContested',
  { readonly account: string; readonly reason: string; readonly supervisor: Post }
>;
/** What the supervisor did about it, in words. */
export type ContestNoted = E<'ContestNoted', { readonly note: string }>;

export type ConfirmationEvent =
  | ConfirmationAwaited
  | EntryConfirmed
  | EntryContested
  | ContestNoted
  | TextsErased;

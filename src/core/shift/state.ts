import type { Instant, Post, ProcessCommand, ProcessEvent, Sealed, UnitId } from '../process.ts';

/** What one shift of a unit tells the next. The words lie in the vault, under a key for the day. */
export interface Note {
  readonly at: Instant;
  readonly post: Post;
  readonly text: Sealed;
}

export type ShiftState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly unit: UnitId;
      readonly day: string;
      readonly notes: readonly Note[];
    };

export type ShiftCommand = ProcessCommand<
  'leave-note',
  {
    readonly unit: UnitId;
    /** The day on the institution's calendar, `2026-03-02`: one stream for each unit and day. */
    readonly day: string;
    readonly text: Sealed | null;
  }
>;

export type ShiftEvent = ProcessEvent<
  'ShiftNoteLeft',
  { readonly unit: UnitId; readonly day: string; readonly post: Post; readonly text: Sealed }
>;

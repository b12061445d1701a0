import type { Duration } from '../time/duration.ts';
import type { Post, ProcessCommand, Sealed, StreamId, UnitId } from '../process.ts';
import type { ExternalReference, ImportMark, Intake, Outcome, RequestKind, Solved } from './events.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;
type Means = 'phone' | 'visit' | 'message' | 'counter';

/**
 * What may be asked of a case. `Sealed` fields arrive from the door as private text and are sealed
 * by the engine before the decision, so no decision ever sees a person's words.
 */
export type CaseCommand =
  | C<'register', {
      readonly kind: RequestKind;
      readonly intake: Intake;
      readonly words: Sealed;
      readonly place: { readonly unit: UnitId; readonly detail: Sealed | null };
      readonly contact: Sealed | null;
      readonly confidential: boolean;
      readonly external: readonly ExternalReference[];
      readonly receivedBy: UnitId;
      readonly title: string | null;
      /** Hash of the receipt code; the code itself is shown once and sealed. */
      readonly receipt: string | null;
      readonly imported: ImportMark | null;
    }>
  | C<'triage', { readonly category: string; readonly title: string; readonly urgency: string | null; readonly automatic: boolean }>
  | C<'show-emergency', { readonly channel: string }>
  | C<'confirm-handover', { readonly remains: boolean }>
  | C<'answer-at-once', { readonly answer: Sealed }>
  | C<'redirect', { readonly channel: string }>
  | C<'merge', { readonly into: StreamId; readonly basis: string }>
  | C<'join-request', { readonly from: StreamId; readonly basis: string }>
  | C<'unmerge', { readonly reason: string }>
  | C<'leave-request', { readonly left: StreamId; readonly reason: string }>
  | C<'dispatch', { readonly lead: UnitId; readonly assisting: readonly UnitId[]; readonly overrideReason: string | null }>
  | C<'sign-for'>
  | C<'object', { readonly basis: string; readonly reason: string }>
  | C<'decide-objection', { readonly upheld: boolean; readonly reason: string }>
  | C<'rule-allocation', {
      readonly panel: readonly Post[];
      readonly positions: readonly { readonly unit: UnitId; readonly position: string }[];
      readonly lead: UnitId;
      readonly assisting: readonly UnitId[];
      readonly reason: string;
    }>
  | C<'contact', { readonly means: Means; readonly reached: boolean; readonly note: Sealed | null }>
  | C<'suspend', { readonly clock: string; readonly reason: string }>
  | C<'resume', { readonly clock: string }>
  | C<'ask-extension', { readonly clock: string; readonly by: Duration; readonly reason: string }>
  | C<'decide-extension', { readonly granted: boolean; readonly reason: string }>
  | C<'tell-extension', { readonly means: Means | 'portal' }>
  | C<'remind', { readonly text: string }>
  | C<'supervise', { readonly text: string }>
  | C<'reply', { readonly reply: Sealed; readonly outcome: Outcome; readonly citation: string | null }>
  | C<'verify', { readonly reached: boolean; readonly solved: Solved | null; readonly heard: boolean | null; readonly words: Sealed | null }>
  | C<'close', { readonly outcome: Outcome }>
  | C<'reopen', { readonly reason: 'new_facts' | 'not_fixed' | 'failed_recheck'; readonly words: Sealed | null }>
  | C<'withdraw', { readonly words: Sealed | null }>
  | C<'disagree', { readonly words: Sealed }>
  | C<'add-words', { readonly words: Sealed }>
  | C<'tell-merged', { readonly into: StreamId; readonly reply: Sealed }>
  | C<'update-external', { readonly reference: ExternalReference }>
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>
  /** Machine: one row of a ledger's history, told as one act. See `history.ts`. */
  | C<'record-history', { readonly acts: readonly HistoryAct[] }>;

/**
 * What a past institution did, as far as its ledger tells. Recorded with its true time; it starts
 * no reaction and sends nothing.
 */
export type HistoryAct =
  | { readonly act: 'dispatched'; readonly at: number; readonly category: string; readonly title: string; readonly lead: UnitId }
  | { readonly act: 'due'; readonly at: number; readonly dueAt: number }
  | { readonly act: 'replied'; readonly at: number; readonly reply: Sealed | null }
  | { readonly act: 'closed'; readonly at: number; readonly outcome: Outcome };

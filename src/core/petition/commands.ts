import type { NoteErased } from '../erased.ts';
import type { Post, ProcessCommand, Sealed, StreamId, UnitId } from '../process.ts';
import type { Means, Verdict } from './words.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

/** What may be asked of a petition, step by step. Who may ask it: `access.ts`. */
export type PetitionCommand =
  | C<
      'register',
      {
        readonly case: StreamId;
        readonly kind: string;
        readonly number: { readonly system: string; readonly number: string } | null;
        readonly representatives: number;
        /** Null for what is handed over unread. */
        readonly words: Sealed | null;
      }
    >
  /** To the channel of its kind, with written notice. */
  | C<'hand-over'>
  /** 转送: to one body, or to several that must agree which of them accepts it. */
  | C<'route', { readonly bodies: readonly UnitId[] }>
  | C<'agree-body', { readonly body: UnitId }>
  /** 指定受理: the superior of them all names one. */
  | C<'designate', { readonly body: UnitId; readonly reason: string }>
  | C<'object', { readonly reason: string }>
  | C<'decide-return', { readonly agreed: boolean; readonly reason: string }>
  | C<'accept'>
  | C<'not-accept', { readonly reason: string; readonly text: string }>
  /** `more`: of the unit in which the law counts its longest extension, days. */
  | C<'ask-extension', { readonly more: number; readonly reason: string }>
  | C<'decide-extension', { readonly granted: boolean; readonly reason: string }>
  /** 调解: recorded where the person consented; it changes no clock and no right. */
  | C<
      'record-mediation',
      { readonly consented: boolean; readonly agreed: boolean; readonly note: Sealed | null }
    >
  | C<'open-hearing'>
  | C<'close-hearing', { readonly record: Sealed | null }>
  | C<
      'give-opinion',
      {
        readonly verdict: Verdict;
        readonly request: Sealed;
        readonly facts: Sealed;
        readonly opinion: Sealed;
        readonly basis: string;
      }
    >
  /** 送达, with its proof. */
  | C<'deliver', { readonly letter: number; readonly means: Means; readonly proof: Sealed | null }>
  /** 申请复查 or 申请复核, whichever the last opinion leaves open. */
  | C<'ask-review', { readonly words: Sealed | null }>
  | C<'claim-new-facts', { readonly words: Sealed }>
  | C<'look', { readonly found: boolean; readonly reason: string }>
  | C<'withdraw', { readonly words: Sealed | null }>
  /** 督办 of whoever missed a limit, by a leader's written word 批示 where the ladder asks for one. */
  | C<
      'supervise',
      {
        readonly text: string;
        readonly instruction: { readonly by: Post; readonly text: string } | null;
      }
    >
  | NoteErased
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>;

export type CommandType = PetitionCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<PetitionCommand, { readonly type: Type }>;

import type { Instant, Post, ProcessCommand, Sealed, StreamId, UnitId } from '../process.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

/** What may be asked of a support, phase by phase. Who may ask it: `access.ts`. */
export type SupportCommand =
  | C<
      'offer',
      {
        readonly case: StreamId;
        readonly sponsorship: StreamId | null;
        /** Of the rulebook's catalogue. */
        readonly measure: string;
        /** Which agreed need it answers. */
        readonly need: string;
        /** What is offered and why, in words for the person. */
        readonly words: Sealed;
      }
    >
  | C<'take-back', { readonly reason: Sealed }>
  /** `until`: as the person wants it; the rulebook's longest where null. */
  | C<'consent', { readonly until: Instant | null }>
  /** Nobody is asked why. */
  | C<'refuse'>
  | C<'revoke'>
  | C<'show', { readonly condition: string; readonly how: Sealed }>
  | C<'deliver', { readonly evidence: Sealed }>
  | C<'cannot-deliver', { readonly reason: Sealed; readonly next: Sealed }>
  | C<'confirm-receipt'>
  | C<'deny-receipt', { readonly words: Sealed | null }>
  | C<
      'supervise',
      {
        readonly unit: UnitId;
        readonly text: string;
        readonly instruction: { readonly by: Post; readonly text: string } | null;
      }
    >
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>;

export type CommandType = SupportCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<SupportCommand, { readonly type: Type }>;

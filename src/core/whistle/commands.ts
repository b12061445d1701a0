import type { NoteErased } from '../erased.ts';
import type { Instant, Post, ProcessCommand, Sealed, StreamId, UnitId } from '../process.ts';
import type { WhistleKind } from '../rulebook/rulebook.ts';
import type { Load } from './events.ts';
import type { Conclusion, Mode, Settlement, Verdict } from './words.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

interface Proposal {
  readonly case: StreamId;
  readonly kind: WhistleKind;
  readonly level: number;
  /** Powers the issuer lacks, by id. */
  readonly missing: readonly string[];
  /** Own steps tried, in words that name no person; an emergency may file them later. */
  readonly tried: readonly string[];
  readonly units: readonly UnitId[];
  /** Why although a unit is called as often as it can answer; null where none is. */
  readonly override: string | null;
  /** What the door showed of the units' load. */
  readonly shown: readonly Load[];
}

/** As the proposal has it. */
type Further = Pick<Proposal, 'case' | 'units' | 'override' | 'shown'> & {
  /** Why once more, where a unit was stood down before; null where none was. */
  readonly again: string | null;
};

interface PlannedStep {
  readonly what: string;
  readonly owner: UnitId;
  readonly power: string | null;
  readonly dueAt: Instant;
}

type CallOutAct<Data = Record<never, never>> = { readonly callOut: number } & Data;

/** What may be asked of a whistle, phase by phase. Who may ask it: `access.ts`. */
export type WhistleCommand =
  | C<'propose', Proposal>
  | C<'screen', { readonly issue: boolean; readonly reason: string }>
  | C<'take-back', { readonly reason: string }>
  | C<'file', { readonly tried: readonly string[] }>
  | C<'call', Further>
  | C<'sign', CallOutAct>
  | C<'object', CallOutAct<{ readonly basis: string; readonly reason: string }>>
  | C<'decide-objection', CallOutAct<{ readonly upheld: boolean; readonly reason: string }>>
  | C<
      'report-in',
      CallOutAct<{ readonly mode: Mode; readonly rank: string; readonly headCount: number }>
    >
  | C<'settle', CallOutAct<{ readonly result: Settlement; readonly text: string }>>
  | C<'stand-down', CallOutAct<{ readonly reason: string }>>
  | C<'plan', { readonly steps: readonly PlannedStep[] }>
  | C<'finish-step', { readonly step: number; readonly note: string }>
  | C<'drop-step', { readonly step: number; readonly reason: string }>
  | C<
      'supervise',
      {
        readonly unit: UnitId;
        readonly text: string;
        readonly instruction: { readonly by: Post; readonly text: string } | null;
      }
    >
  | C<'conclude', { readonly result: Conclusion; readonly reason: string }>
  | C<
      'rate',
      {
        readonly unit: UnitId;
        readonly items: Readonly<Record<string, Verdict>>;
        readonly text: Sealed | null;
      }
    >
  /** Reaction: the matter moved into another case, or back out of it. */
  | C<'follow-case', { readonly case: StreamId }>
  /** Reaction: the matter is over, and nobody need come any more. */
  | C<'case-ended', { readonly status: string }>
  | NoteErased
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>;

export type CommandType = WhistleCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<WhistleCommand, { readonly type: Type }>;

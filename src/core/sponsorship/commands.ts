import type { Means } from '../case/words.ts';
import type { NoteErased } from '../erased.ts';
import type { Instant, Post, ProcessCommand, Sealed, StreamId, UnitId } from '../process.ts';
import type { Duration } from '../time/duration.ts';
import type { Grounds, Member, Need, Seat } from './state.ts';
import type {
  ActKind,
  BlockedKind,
  ClaimAnswer,
  HearingOutcome,
  Party,
  SeatName,
} from './words.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

/** What is said to be the block; the decision finds it in the case, or refuses. */
export type SaidBlocked =
  | { readonly kind: Exclude<BlockedKind, 'ASKED'> }
  | {
      readonly kind: 'ASKED';
      /** Powers the nominating unit lacks. */
      readonly powers: readonly string[];
      /** What it tried itself, in words that name no person. */
      readonly tried: readonly string[];
    };

interface Nomination {
  readonly case: StreamId;
  readonly blocked: SaidBlocked;
  readonly reason: string;
  readonly grounds: Omit<Grounds, 'ageDays'>;
  /** Accounts with their posts: the door knows the accounts, the core trusts it. */
  readonly sponsor: Seat;
  readonly lead: Seat;
  readonly liaison: Seat;
  /** What the door found of the leader's load. */
  readonly shown: number | null;
}

interface PlannedStep {
  readonly what: string;
  readonly owner: UnitId;
  readonly power: string | null;
  readonly dueAt: Instant;
}

interface Meeting {
  readonly agenda: string;
  readonly present: readonly UnitId[];
  readonly positions: readonly { readonly unit: UnitId; readonly position: string }[];
  readonly decision: string;
  readonly dissents: readonly { readonly unit: UnitId; readonly text: string }[];
  readonly commitments: readonly {
    readonly unit: UnitId;
    readonly what: string;
    readonly dueAt: Instant;
    /** The door's own figure of what the unit has promised elsewhere. */
    readonly load: number | null;
  }[];
}

type Told = { readonly means: Means | 'portal' };

/** What may be asked of a sponsorship, phase by phase. Who may ask it: `access.ts`. */
export type SponsorshipCommand =
  | C<'nominate', Nomination>
  | C<'take-back', { readonly reason: string }>
  | C<'accept', { readonly shown: number | null }>
  | C<'pass', { readonly reason: string }>
  | C<'designate', { readonly sponsor: Seat; readonly shown: number | null }>
  | C<'replace-seat', { readonly seat: SeatName; readonly to: Seat; readonly reason: string }>
  | C<
      'record-act',
      {
        readonly kind: ActKind;
        readonly unit: UnitId | null;
        readonly duty: string | null;
        readonly note: string;
        readonly words: Sealed | null;
      }
    >
  | C<
      'supervise',
      {
        readonly unit: UnitId;
        readonly text: string;
        readonly instruction: { readonly by: Post; readonly text: string } | null;
      }
    >
  | C<'ask-extension', { readonly by: Duration; readonly reason: string }>
  | C<'decide-extension', { readonly granted: boolean; readonly reason: string }>
  | C<'tell-extension', Told>
  | C<
      'convene',
      {
        readonly mandate: string;
        readonly powers: readonly string[];
        readonly until: Instant;
        readonly members: readonly Member[];
      }
    >
  | C<'add-member', Member>
  | C<'release-member', { readonly unit: UnitId; readonly reason: string }>
  | C<'hold-meeting', Meeting>
  | C<'keep-commitment', { readonly commitment: number; readonly note: string }>
  | C<'drop-commitment', { readonly commitment: number; readonly reason: string }>
  | C<'delegate', { readonly power: string; readonly to: UnitId; readonly until: Instant }>
  | C<'consent-identity'>
  | C<'revoke-identity'>
  | C<'agree-needs', { readonly needs: readonly Omit<Need, 'n'>[] }>
  | C<'plan', { readonly steps: readonly PlannedStep[] }>
  | C<'finish-step', { readonly step: number; readonly note: string }>
  | C<'drop-step', { readonly step: number; readonly reason: string }>
  | C<
      'record-hearing',
      {
        readonly noticeAt: Instant;
        readonly heldAt: Instant;
        readonly parties: readonly Party[];
        readonly record: Sealed;
        readonly outcome: HearingOutcome;
      }
    >
  | C<
      'answer-claim',
      { readonly answer: ClaimAnswer; readonly reply: Sealed; readonly citation: string | null }
    >
  | C<'tell-result', Told & { readonly result: Sealed }>
  | C<'dissent', { readonly words: Sealed }>
  | C<'close', { readonly reason: string }>
  | C<'consent-follow-up', Told & { readonly until: Instant }>
  | C<'revoke-follow-up'>
  | C<'record-follow-up', { readonly reached: boolean; readonly words: Sealed | null }>
  /** Reaction: the matter moved into another case, or back out of it. */
  | C<'follow-case', { readonly case: StreamId }>
  /** Reaction: the matter is over. */
  | C<'case-ended', { readonly status: string }>
  | NoteErased
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>;

export type CommandType = SponsorshipCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<
  SponsorshipCommand,
  { readonly type: Type }
>;

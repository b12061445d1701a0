import type { Means } from '../case/words.ts';
import { CLOCK_VOCABULARY, type ClockEvent } from '../clock/events.ts';
import { LADDER_VOCABULARY, type LadderEvent } from '../clock/ladder.ts';
import type { TextsErased } from '../erased.ts';
import type { Instant, Post, ProcessEvent, Sealed, StreamId, UnitId } from '../process.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { Duration } from '../time/duration.ts';
import type { Asked, Blocked, Grounds, Member, Need, Seat } from './state.ts';
import type { ActKind, ClaimAnswer, Closing, HearingOutcome, Party, SeatName } from './words.ts';

type E<Type extends string, Data = Record<never, never>> = ProcessEvent<Type, Data>;

export type SponsorshipNominated = E<
  'SponsorshipNominated',
  {
    readonly case: StreamId;
    readonly nominator: UnitId;
    readonly category: string | null;
    readonly title: string | null;
    readonly place: UnitId;
    readonly blocked: Blocked;
    readonly reason: string;
    readonly grounds: Grounds;
    readonly asked: Asked;
    readonly lead: Seat;
    readonly liaison: Seat;
    /** Cases the leader had when the nominating unit looked; null where nobody counted. */
    readonly shown: number | null;
    readonly rulebook: { readonly id: string; readonly version: string };
  }
>;
/** An ordinary answer; `reason` null: nobody answered in time. It climbs to `next`. */
export type NominationPassed = E<
  'NominationPassed',
  { readonly by: Post; readonly reason: string | null; readonly next: Asked | null }
>;
/** By the unit that nominated it, or because the matter it was about is over. */
export type NominationTakenBack = E<'NominationTakenBack', { readonly reason: string }>;
export type SponsorshipAccepted = E<
  'SponsorshipAccepted',
  {
    readonly sponsor: Seat;
    readonly how: 'accepted' | 'designated';
    /** Cases the sponsor had when they took it on, itself not counted. */
    readonly shown: number | null;
  }
>;
export type SeatReplaced = E<
  'SeatReplaced',
  { readonly seat: SeatName; readonly from: Asked; readonly to: Seat; readonly reason: string }
>;
/** What the sponsor did in person, on its day. */
export type SponsorActed = E<
  'SponsorActed',
  {
    readonly act: number;
    readonly kind: ActKind;
    readonly unit: UnitId | null;
    readonly duty: string | null;
    readonly note: string;
    /** What the person said, where they met. */
    readonly words: Sealed | null;
  }
>;
export type IdentityConsented = E<'IdentityConsented'>;
export type IdentityConsentRevoked = E<'IdentityConsentRevoked'>;
/** Another has the seat, whom the person was never asked about. */
export type IdentityConsentLapsed = E<'IdentityConsentLapsed', { readonly seat: SeatName }>;
export type NeedsAgreed = E<'NeedsAgreed', { readonly needs: readonly Need[] }>;
export type CasePlanned = E<
  'CasePlanned',
  {
    readonly steps: readonly {
      readonly n: number;
      readonly what: string;
      readonly owner: UnitId;
      readonly power: string | null;
      readonly dueAt: Instant;
    }[];
  }
>;
export type StepFinished = E<
  'StepFinished',
  { readonly step: number; readonly unit: UnitId; readonly note: string }
>;
export type StepDropped = E<'StepDropped', { readonly step: number; readonly reason: string }>;
export type ForceConvened = E<
  'ForceConvened',
  {
    readonly mandate: string;
    readonly powers: readonly string[];
    readonly until: Instant;
    readonly members: readonly Member[];
  }
>;
export type MemberJoined = E<'MemberJoined', Member>;
export type MemberLeft = E<'MemberLeft', { readonly unit: UnitId; readonly reason: string }>;
export type MeetingHeld = E<
  'MeetingHeld',
  {
    readonly meeting: number;
    readonly agenda: string;
    readonly present: readonly UnitId[];
    readonly positions: readonly { readonly unit: UnitId; readonly position: string }[];
    readonly decision: string;
    /** As they were given, to the letter. */
    readonly dissents: readonly { readonly unit: UnitId; readonly text: string }[];
    /** Who held each power that the mandate needs; `delegated` for this case by the sponsor. */
    readonly quorum: readonly {
      readonly power: string;
      readonly unit: UnitId;
      readonly delegated: boolean;
    }[];
    readonly commitments: readonly {
      readonly n: number;
      readonly unit: UnitId;
      readonly what: string;
      readonly dueAt: Instant;
      /** Promises the unit had open elsewhere, as the door found them; null where nobody counted. */
      readonly load: number | null;
    }[];
  }
>;
export type CommitmentKept = E<
  'CommitmentKept',
  { readonly commitment: number; readonly unit: UnitId; readonly note: string }
>;
export type CommitmentDropped = E<
  'CommitmentDropped',
  { readonly commitment: number; readonly reason: string }
>;
/** For this case and until its end: never of a power that the law pins to a body. */
export type PowerDelegated = E<
  'PowerDelegated',
  {
    readonly n: number;
    readonly power: string;
    readonly from: UnitId;
    readonly to: UnitId;
    readonly until: Instant;
    readonly citation: Citation;
  }
>;
export type HearingHeld = E<
  'HearingHeld',
  {
    readonly hearing: number;
    readonly noticeAt: Instant;
    readonly heldAt: Instant;
    readonly parties: readonly Party[];
    readonly record: Sealed;
    readonly outcome: HearingOutcome;
  }
>;
/** The stated claim, on its merits, whatever else is done. */
export type ClaimAnswered = E<
  'ClaimAnswered',
  {
    readonly n: number;
    readonly answer: ClaimAnswer;
    readonly reply: Sealed;
    readonly citation: string | null;
  }
>;
export type ExtensionAsked = E<
  'ExtensionAsked',
  {
    readonly number: number;
    readonly clock: string;
    readonly by: Duration;
    readonly reason: string;
    readonly account: string | null;
    readonly approver: Post;
  }
>;
export type ExtensionDecided = E<
  'ExtensionDecided',
  {
    readonly number: number;
    readonly granted: boolean;
    readonly reason: string;
    readonly newDueAt: Instant | null;
  }
>;
/** Only now does the end date move: the person was told before the old one (invariant 18). */
export type ExtensionTold = E<
  'ExtensionTold',
  { readonly number: number; readonly means: Means | 'portal' }
>;
/** 督办, with a leader's written instruction 批示 where one was given. */
export type Supervised = E<
  'Supervised',
  {
    readonly unit: UnitId;
    readonly by: Post;
    readonly text: string;
    readonly instruction: { readonly by: Post; readonly text: string } | null;
  }
>;
export type ResultTold = E<
  'ResultTold',
  { readonly means: Means | 'portal'; readonly result: Sealed }
>;
/** Kept unedited beside what was told. */
export type Dissented = E<'Dissented', { readonly words: Sealed }>;
export type SponsorshipClosed = E<
  'SponsorshipClosed',
  { readonly how: Closing; readonly reason: string }
>;
export type FollowUpConsented = E<
  'FollowUpConsented',
  { readonly until: Instant; readonly means: Means | 'portal' }
>;
export type FollowUpBegun = E<'FollowUpBegun'>;
export type FollowUpRecorded = E<
  'FollowUpRecorded',
  { readonly reached: boolean; readonly words: Sealed | null }
>;
export type FollowUpEnded = E<'FollowUpEnded', { readonly why: 'revoked' | 'expired' }>;
/** The matter was merged into another, or parted from it again. */
export type CaseFollowed = E<'CaseFollowed', { readonly case: StreamId; readonly from: StreamId }>;

export type SponsorshipEvent =
  | ClockEvent
  | LadderEvent
  | SponsorshipNominated
  | NominationPassed
  | NominationTakenBack
  | SponsorshipAccepted
  | SeatReplaced
  | SponsorActed
  | IdentityConsented
  | IdentityConsentRevoked
  | IdentityConsentLapsed
  | NeedsAgreed
  | CasePlanned
  | StepFinished
  | StepDropped
  | ForceConvened
  | MemberJoined
  | MemberLeft
  | MeetingHeld
  | CommitmentKept
  | CommitmentDropped
  | PowerDelegated
  | HearingHeld
  | ClaimAnswered
  | ExtensionAsked
  | ExtensionDecided
  | ExtensionTold
  | Supervised
  | ResultTold
  | Dissented
  | SponsorshipClosed
  | FollowUpConsented
  | FollowUpBegun
  | FollowUpRecorded
  | FollowUpEnded
  | CaseFollowed
  | TextsErased;

export type EventOf<Type extends SponsorshipEvent['type']> = Extract<
  SponsorshipEvent,
  { readonly type: Type }
>;

/** Every event a sponsorship says, in the shape it says it in today. */
export const VOCABULARY: Readonly<Record<SponsorshipEvent['type'], number>> = {
  ...CLOCK_VOCABULARY,
  ...LADDER_VOCABULARY,
  SponsorshipNominated: 1,
  NominationPassed: 1,
  NominationTakenBack: 1,
  SponsorshipAccepted: 1,
  SeatReplaced: 1,
  SponsorActed: 1,
  IdentityConsented: 1,
  IdentityConsentRevoked: 1,
  IdentityConsentLapsed: 1,
  NeedsAgreed: 1,
  CasePlanned: 1,
  StepFinished: 1,
  StepDropped: 1,
  ForceConvened: 1,
  MemberJoined: 1,
  MemberLeft: 1,
  MeetingHeld: 1,
  CommitmentKept: 1,
  CommitmentDropped: 1,
  PowerDelegated: 1,
  HearingHeld: 1,
  ClaimAnswered: 1,
  ExtensionAsked: 1,
  ExtensionDecided: 1,
  ExtensionTold: 1,
  Supervised: 1,
  ResultTold: 1,
  Dissented: 1,
  SponsorshipClosed: 1,
  FollowUpConsented: 1,
  FollowUpBegun: 1,
  FollowUpRecorded: 1,
  FollowUpEnded: 1,
  CaseFollowed: 1,
  TextsErased: 1,
};

import type { Because } from '../authority/because.ts';
import type { Clock } from '../clock/clock.ts';
import type { ClockEvent } from '../clock/events.ts';
import type { LadderEvent } from '../clock/ladder.ts';
import type { TextsErased } from '../erased.ts';
import type {
  Instant,
  OfficeId,
  Post,
  ProcessEvent,
  Sealed,
  StreamId,
  UnitId,
} from '../process.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type {
  NotTheirs,
  PetitionNote,
  SponsorshipNews,
  SponsorshipNote,
  WhistleStage,
} from './state.ts';
import type {
  Binding,
  ExternalReference,
  ImportMark,
  Intake,
  Means,
  Outcome,
  Place,
  ReopenReason,
  RequestKind,
  Solved,
  UpstreamNote,
} from './words.ts';

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

export type Registered = E<
  'Registered',
  {
    readonly kind: RequestKind;
    readonly intake: Intake;
    readonly words: Sealed;
    readonly place: Place;
    /** Name and how to reach them, as one sealed record; null when the person gave none. */
    readonly contact: Sealed | null;
    readonly confidential: boolean;
    readonly external: readonly ExternalReference[];
    /** First receiver 首接: responsible until another unit has signed or been bound. */
    readonly receivedBy: UnitId;
    /** Whose dispatchers triage it: the street for its own halls, else the dispatch centre. */
    readonly desk: UnitId;
    readonly title: string | null;
    readonly rulebook: { readonly id: string; readonly version: string };
    readonly imported: ImportMark | null;
  }
>;

export type Triaged = E<
  'Triaged',
  {
    readonly category: string;
    readonly title: string;
    readonly urgency: string;
    readonly level: 'community' | 'beyond';
    readonly because: Because;
    /** Whom the duty list names as lead; null where it names nobody. */
    readonly proposed: UnitId | null;
    /** Whose dispatchers send it on: the desk itself inside its territory, else the centre. */
    readonly desk: UnitId;
    /** True where the engine's proposal was taken unseen; shown, and reversible (invariant 43). */
    readonly automatic: boolean;
  }
>;

/** The emergency line was shown. Never an implied dispatch: a person confirms the hand-over. */
export type EmergencyShown = E<
  'EmergencyShown',
  { readonly channel: string; readonly telephone: string }
>;
export type EmergencyHandedOver = E<
  'EmergencyHandedOver',
  {
    readonly channel: string;
    readonly confirmedBy: Post | 'person';
    readonly remains: boolean;
  }
>;

export type AnsweredAtOnce = E<'AnsweredAtOnce', { readonly answer: Sealed }>;

/** Not accepted here, always with code, citation and next path (invariant 3). */
export type Redirected = E<
  'Redirected',
  {
    readonly channel: string;
    /** `taken_back`: whoever gave the order takes it back; the channel is then their system. */
    readonly kind: 'statutory' | 'out_of_scope' | 'emergency' | 'taken_back';
    readonly citation: Citation;
    readonly nextPath: Text;
  }
>;

export type Merged = E<'Merged', { readonly into: StreamId; readonly basis: string }>;
export type RequestJoined = E<'RequestJoined', { readonly from: StreamId; readonly basis: string }>;
/** Brings every clock back as if the merge had not been; breaches follow it (invariant 11). */
export type Unmerged = E<
  'Unmerged',
  { readonly from: StreamId; readonly reason: string; readonly clocks: readonly Clock[] }
>;
export type RequestLeft = E<'RequestLeft', { readonly left: StreamId; readonly reason: string }>;

export type Dispatched = E<
  'Dispatched',
  {
    readonly order: number;
    readonly lead: UnitId;
    readonly assisting: readonly UnitId[];
    readonly because: Because;
    /** The duty list's own proposal, kept beside what a person chose. */
    readonly proposed: UnitId | null;
    readonly overrideReason: string | null;
    /** What still binds the lead from before the case was reopened. */
    readonly binding: Binding | null;
  }
>;
export type SignedFor = E<'SignedFor', { readonly order: number; readonly unit: UnitId }>;

export type Objected = E<
  'Objected',
  {
    readonly number: number;
    readonly unit: UnitId;
    readonly basis: string;
    readonly reason: string;
    /** Who decides it. */
    readonly ruler: UnitId;
  }
>;
export type ObjectionDecided = E<
  'ObjectionDecided',
  {
    readonly number: number;
    readonly upheld: boolean;
    readonly reason: string;
    /** The returns the rulebook allows are used up: only a ruling may allocate now (invariant 10). */
    readonly rulingNeeded: boolean;
  }
>;
/** Undecided at due: someone acts meanwhile, flagged (invariant 9). */
export type InterimOwnerFixed = E<
  'InterimOwnerFixed',
  { readonly number: number; readonly unit: UnitId; readonly citation: Citation }
>;
/** 派单裁定: binds and cannot be returned; searchable as a precedent by category. */
export type AllocationRuled = E<
  'AllocationRuled',
  {
    readonly order: number;
    readonly panel: readonly Post[];
    readonly positions: readonly { readonly unit: UnitId; readonly position: string }[];
    readonly lead: UnitId;
    readonly assisting: readonly UnitId[];
    readonly reason: string;
    readonly because: Because;
  }
>;

/** 分派、转办 inside the lead unit. Moves neither responsibility nor lead nor clock (invariant 55). */
export type AssignedWithin = E<
  'AssignedWithin',
  {
    readonly order: number;
    readonly unit: UnitId;
    readonly office: OfficeId | null;
    readonly to: { readonly account: string; readonly post: Post } | null;
    /** Why it was handed on; null where it was simply assigned. */
    readonly reason: string | null;
  }
>;

export type Contacted = E<
  'Contacted',
  {
    readonly unit: UnitId;
    readonly means: Means;
    readonly reached: boolean;
    readonly note: Sealed | null;
  }
>;

export type ExtensionAsked = E<
  'ExtensionAsked',
  {
    readonly number: number;
    readonly clock: string;
    readonly by: Duration;
    readonly reason: string;
    readonly account: string;
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
/** Only now does the clock move: the person was told before the old due time (invariant 18). */
export type ExtensionTold = E<
  'ExtensionTold',
  { readonly number: number; readonly means: Means | 'portal' }
>;

/** 催办, and 督办 where a superior does it. Neither moves a clock; 督办 may answer a rung of a ladder. */
export type Reminded = E<'Reminded', { readonly unit: UnitId; readonly text: string }>;
export type Supervised = E<
  'Supervised',
  {
    readonly unit: UnitId;
    readonly text: string;
    /** 批示: a leader's written word; absent before ladders were kept. */
    readonly instruction?: { readonly by: Post; readonly text: string } | null;
  }
>;

/** 审签: a reply that others of the unit must agree to before it goes out. */
export type ReplyDrafted = E<
  'ReplyDrafted',
  {
    /** Counts the drafts of one reply: a changed draft begins its way again. */
    readonly number: number;
    readonly unit: UnitId;
    readonly reply: Sealed;
    readonly outcome: Outcome;
    readonly citation: Citation | null;
    readonly account: string;
    /** Who must agree, in order, as the rulebook had it then. */
    readonly steps: readonly Post[];
  }
>;
export type ReplyAgreed = E<
  'ReplyAgreed',
  {
    readonly number: number;
    /** Which of the steps, from 1. */
    readonly step: number;
    readonly post: Post;
    readonly account: string;
  }
>;
export type ReplySentBack = E<
  'ReplySentBack',
  { readonly number: number; readonly step: number; readonly post: Post; readonly reason: string }
>;

export type Replied = E<
  'Replied',
  {
    readonly number: number;
    readonly unit: UnitId;
    readonly reply: Sealed | null;
    /** What the unit says came of it; the person is asked before it stands. */
    readonly outcome: Outcome;
    readonly citation: Citation | null;
    /** Who asks the person: never the unit that handled it (invariant 45). */
    readonly verifier: UnitId;
    /** Calls in vain after which the case may close UNREACHABLE. */
    readonly attempts: number;
    /** Where it is not ours to ask: `verifier` then reads in what the upstream system says. */
    readonly callback?: 'upstream';
  }
>;
export type Verified = E<
  'Verified',
  {
    readonly by: UnitId | 'person' | 'upstream';
    readonly reached: boolean;
    readonly solved: Solved | null;
    readonly heard: boolean | null;
    readonly words: Sealed | null;
  }
>;
export type SentBack = E<
  'SentBack',
  { readonly reason: 'not_solved' | 'not_contacted' | 'person_disagrees' }
>;
export type Closed = E<'Closed', { readonly outcome: Outcome; readonly dissent: boolean }>;
/** 回访 or 效果核验: what a closing claimed was not so. It reopens what is still closed. */
export type ClosingDenied = E<
  'ClosingDenied',
  { readonly closing: number; readonly by: 'callback' | 'recheck' }
>;
export type Reopened = E<
  'Reopened',
  {
    readonly by: 'person' | 'callback' | 'recheck' | 'supervisor';
    readonly reason: ReopenReason;
    readonly words: Sealed | null;
  }
>;
export type Withdrawn = E<'Withdrawn', { readonly words: Sealed | null }>;
export type Disagreed = E<'Disagreed', { readonly words: Sealed }>;
/** Added beside the first words, which never change (invariant 2). */
export type WordsAdded = E<'WordsAdded', { readonly words: Sealed }>;
/** A confidential request in an officer's words, for those whom its own words are closed to. */
export type Summarised = E<'Summarised', { readonly summary: Sealed }>;
/** To the person, through the product: whoever writes sees neither name nor number. */
export type MessageSent = E<'MessageSent', { readonly unit: UnitId; readonly text: Sealed }>;
/** A merged person gets the reply too (invariant 11). */
export type MergedPersonTold = E<
  'MergedPersonTold',
  { readonly into: StreamId; readonly reply: Sealed }
>;
export type ExternalUpdated = E<'ExternalUpdated', { readonly reference: ExternalReference }>;

/** What the case must know of a whistle about it, whenever that changes. */
export type WhistleNoted = E<
  'WhistleNoted',
  {
    readonly whistle: StreamId;
    /** The case it was proposed about; a merge carries it along. */
    readonly home: StreamId;
    readonly issuer: UnitId;
    readonly units: readonly UnitId[];
    readonly stage: WhistleStage;
    /** What it came to; null until it has. */
    readonly result: string | null;
    /** Whom it calls no more, where that is the news. */
    readonly letGo: UnitId | null;
    readonly notTheirs: readonly NotTheirs[];
  }
>;
/** It followed the matter into another case, or back out of this one. */
export type WhistleLeft = E<'WhistleLeft', { readonly whistle: StreamId }>;
/** Where a petition made for this request stands, whenever that changes. */
export type PetitionNoted = E<'PetitionNoted', PetitionNote>;
/** What the case must know of its sponsorship, whenever that changes. */
export type SponsorshipNoted = E<
  'SponsorshipNoted',
  SponsorshipNote & {
    /** What of it has changed. */
    readonly news: SponsorshipNews;
  }
>;
/** It followed the matter into another case, or back out of this one. */
export type SponsorshipLeft = E<'SponsorshipLeft', { readonly sponsorship: StreamId }>;
/** 退回上级、上级延期: asked of the system that gave the order. Moves no clock of ours or theirs. */
export type UpstreamAsked = E<
  'UpstreamAsked',
  {
    readonly number: number;
    readonly request: 'return' | 'extension';
    /** The due instant an extension would lead to. */
    readonly until: Instant | null;
    readonly reason: string;
  }
>;
/** What the case had to say up to a version was written into a sheet for that system. */
export type UpstreamTold = E<'UpstreamTold', UpstreamNote>;

export type CaseEvent =
  | Registered
  | Triaged
  | EmergencyShown
  | EmergencyHandedOver
  | AnsweredAtOnce
  | Redirected
  | Merged
  | RequestJoined
  | Unmerged
  | RequestLeft
  | Dispatched
  | SignedFor
  | Objected
  | ObjectionDecided
  | InterimOwnerFixed
  | AllocationRuled
  | AssignedWithin
  | Contacted
  | ExtensionAsked
  | ExtensionDecided
  | ExtensionTold
  | Reminded
  | Supervised
  | ReplyDrafted
  | ReplyAgreed
  | ReplySentBack
  | Replied
  | Verified
  | SentBack
  | Closed
  | ClosingDenied
  | Reopened
  | Withdrawn
  | Disagreed
  | WordsAdded
  | Summarised
  | MessageSent
  | MergedPersonTold
  | ExternalUpdated
  | UpstreamAsked
  | UpstreamTold
  | ClockEvent
  | LadderEvent
  | WhistleNoted
  | WhistleLeft
  | PetitionNoted
  | SponsorshipNoted
  | SponsorshipLeft
  | TextsErased;

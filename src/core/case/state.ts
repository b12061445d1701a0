import type { Because } from '../authority/because.ts';
import type { Clock } from '../clock/clock.ts';
import type { Ladder } from '../clock/ladder.ts';
import type { Erasure } from '../erased.ts';
import type { Instant, OfficeId, Post, Sealed, StreamId, UnitId } from '../process.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { Duration } from '../time/duration.ts';
import type {
  Binding,
  ExternalReference,
  ImportMark,
  Intake,
  Outcome,
  Place,
  RequestKind,
  Solved,
  UpstreamNote,
} from './words.ts';

/** What every registered case carries whatever became of it. */
export interface Common {
  readonly kind: RequestKind;
  readonly intake: Intake;
  readonly words: Sealed;
  readonly place: Place;
  readonly contact: Sealed | null;
  readonly confidential: boolean;
  /** The last one written; null before one, and where nobody asked for confidence. */
  readonly summary: Sealed | null;
  readonly external: readonly ExternalReference[];
  readonly receivedBy: UnitId;
  readonly receivedAt: Instant;
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly imported: ImportMark | null;
  readonly title: string | null;
  /** When the present status began; an act entered late may not come before it. */
  readonly since: Instant;
  /** Who is responsible this instant; there is always one (invariant 8). */
  readonly holder: UnitId;
  /** Whose dispatchers act next. */
  readonly desk: UnitId;
  readonly triage: Triage | null;
  readonly emergency: Emergency | null;
  readonly clocks: readonly Clock[];
  /** What each missed promise that is still owed has led to. */
  readonly ladders: readonly Ladder[];
  /** Orders dispatched so far; ordinals never repeat. */
  readonly orders: number;
  readonly returns: number;
  readonly objections: number;
  /** Units that objected, in order; a ruling hears them all. */
  readonly objectors: readonly UnitId[];
  /** Set where only an allocation ruling may allocate: who rules. */
  readonly ruler: UnitId | null;
  /** Acts because an objection was not decided in time. */
  readonly interim: UnitId | null;
  readonly extension: ExtensionRequest | null;
  readonly extensionsAsked: number;
  readonly extensionsTold: number;
  readonly replies: readonly Reply[];
  /** How often it was closed; each closing may be called back about by its number. */
  readonly closings: number;
  /** Closings that the person, or a look on the spot, said afterwards had fixed nothing that held. */
  readonly denials: readonly Denial[];
  /** The person said so, beside whatever stands. */
  readonly dissent: boolean;
  readonly joined: readonly StreamId[];
  /** Whistles about it, in the order they were first told of. */
  readonly whistles: readonly WhistleNote[];
  /** Petitions made for this request, in the order they were first told of. */
  readonly petitions: readonly PetitionNote[];
  /** Sponsorships of it, in the order they were first told of. */
  readonly sponsorships: readonly SponsorshipNote[];
  readonly upstream: Upstream;
  /** Set once its personal texts are gone for good. */
  readonly erased: Erasure | null;
}

/** What passed between us and the systems whose numbers the case carries. */
export interface Upstream {
  /** Version of the last event that has something for them; 0 before one. */
  readonly said: number;
  /** Requests to them so far; ordinals never repeat. */
  readonly asked: number;
  /** What was last written into a sheet for each number. */
  readonly told: readonly UpstreamNote[];
}

/** What the case knows of a whistle; all else is in the whistle's own stream. */
export interface WhistleNote {
  readonly whistle: StreamId;
  /** The case it was proposed about. */
  readonly home: StreamId;
  readonly issuer: UnitId;
  /** Whom it calls, or will call. */
  readonly units: readonly UnitId[];
  readonly stage: WhistleStage;
  readonly live: boolean;
  /** What it came to; null until it has. */
  readonly result: string | null;
  /** Powers ruled not to be the unit's to exercise here: it is not called for them again. */
  readonly notTheirs: readonly NotTheirs[];
}

/** What the case knows of a petition; all else is in the petition's own stream. */
export interface PetitionNote {
  readonly petition: StreamId;
  readonly status: string;
  /** Handling, review or re-review, where somebody owes an opinion or has given one. */
  readonly stage: string | null;
  /** Units with a part in it; none once it is over. */
  readonly units: readonly UnitId[];
  readonly live: boolean;
}

export interface NotTheirs {
  readonly unit: UnitId;
  readonly powers: readonly string[];
}

/** What the case knows of its sponsorship; all else is in the sponsorship's own stream. */
export interface SponsorshipNote {
  readonly sponsorship: StreamId;
  /** The case it was nominated about. */
  readonly home: StreamId;
  readonly nominator: UnitId;
  readonly stage: SponsorshipStage;
  /** Whom it waits for where nobody has it yet; without an account, whoever holds the post. */
  readonly sponsor: { readonly account: string | null; readonly post: Post } | null;
  readonly lead: { readonly account: string; readonly post: Post };
  readonly liaison: { readonly account: string; readonly post: Post };
  /** Units that know of the matter by it. */
  readonly units: readonly UnitId[];
  readonly endsAt: Instant | null;
  /** The person lets sponsor and liaison see who they are. */
  readonly identity: boolean;
}

export type SponsorshipNews = 'stage' | 'asked' | 'seat' | 'units' | 'identity' | 'end';

export type SponsorshipStage = 'nominated' | 'accepted' | 'agreed' | 'told' | 'following' | 'ended';

export type WhistleStage = 'proposed' | 'issued' | 'ended';

export interface Triage {
  readonly category: string;
  readonly urgency: string;
  readonly level: 'community' | 'beyond';
  readonly because: Because;
  readonly proposed: UnitId | null;
  readonly automatic: boolean;
}

export interface Emergency {
  readonly channel: string;
  readonly telephone: string;
  readonly shownAt: Instant;
  readonly confirmed: boolean;
}

export interface ExtensionRequest {
  readonly number: number;
  readonly clock: string;
  readonly by: Duration;
  readonly account: string;
  readonly approver: Post;
  /** Granted and not yet told: the due instant it would move to. */
  readonly granted: null | { readonly newDueAt: Instant };
}

/** 回访 or 效果核验 found that a closing was not what it claimed. */
export interface Denial {
  readonly closing: number;
  readonly by: 'callback' | 'recheck';
  readonly at: Instant;
}

export interface Reply {
  readonly number: number;
  readonly unit: UnitId;
  readonly at: Instant;
  readonly reply: Sealed | null;
  readonly outcome: Outcome;
  readonly cited: boolean;
}

export interface Order {
  readonly order: number;
  readonly lead: UnitId;
  readonly assisting: readonly UnitId[];
  readonly because: Because;
  /** Not null: it cannot be objected to. */
  readonly binding: Binding | null;
  /** Who inside the lead unit has it; null where nobody was named. */
  readonly assignment: Assignment | null;
}

/** Inside one unit: the unit is responsible, whoever in it has the matter. */
export interface Assignment {
  readonly office: OfficeId | null;
  readonly to: { readonly account: string; readonly post: Post } | null;
  readonly since: Instant;
}

/** 审签: a reply on its way through the posts of its unit that must agree to it. */
export interface ReplyDraft {
  readonly number: number;
  readonly reply: Sealed;
  readonly outcome: Outcome;
  readonly citation: Citation | null;
  readonly account: string;
  readonly draftedAt: Instant;
  readonly steps: readonly Post[];
  /** The steps already taken, in order. */
  readonly agreed: readonly {
    readonly account: string;
    readonly post: Post;
    readonly at: Instant;
  }[];
  readonly sentBack: null | {
    readonly step: number;
    readonly reason: string;
    readonly at: Instant;
  };
}

/** How the person was asked whether it is solved. */
export interface Verification {
  readonly verifier: UnitId;
  readonly attempts: number;
  readonly attemptsNeeded: number;
  /** Whose it is to ask: ours, or the system's that gave the order. */
  readonly callback: 'us' | 'upstream';
  readonly answer: null | { readonly by: UnitId | 'person' | 'upstream'; readonly solved: Solved };
}

type S<Status extends string, Data = unknown> = Common & { readonly status: Status } & Data;
type WithTriage = { readonly triage: Triage };
type WithOrder = WithTriage & { readonly order: Order };
type Ended<O extends Outcome> = { readonly outcome: O; readonly endedAt: Instant };

export type Received = S<'received'>;
export type Triaged = S<'triaged', WithTriage>;
export type Assigned = S<'assigned', WithOrder>;
export type Objected = S<
  'objected',
  WithOrder & {
    readonly objection: {
      readonly number: number;
      readonly unit: UnitId;
      readonly basis: string;
      readonly ruler: UnitId;
    };
  }
>;
export type Handling = S<'handling', WithOrder & { readonly draft: ReplyDraft | null }>;
export type Replied = S<'replied', WithOrder & { readonly verification: Verification }>;
export type Closed = S<'closed', Ended<Outcome> & { readonly order: Order | null }>;
export type Answered = S<'answered', Ended<'INFO_GIVEN'>>;
export type Redirected = S<
  'redirected',
  Ended<'REDIRECTED' | 'OUT_OF_SCOPE'> & { readonly channel: string }
>;
/** A merged request keeps what it was, to be given back whole (invariant 11). */
export type Merged = S<
  'merged',
  Ended<'DUPLICATE_OF'> & {
    readonly into: StreamId;
    readonly before: Mergeable;
    /** Replies of the case it joined that the person was told. */
    readonly told: number;
  }
>;

/** Work remains: somebody owes the person something. */
export type Open = Received | Triaged | Assigned | Objected | Handling | Replied;
/** Before a reply, and with no objection hanging. */
export type Mergeable = Received | Triaged | Assigned | Handling;
export type Known = Open | Closed | Answered | Redirected | Merged;

/** A union by status: what a status lacks cannot be asked of it. */
export type CaseState = { readonly status: 'none' } | Known;
export type Status = CaseState['status'];
export type StateOf<Name extends Status> = Extract<CaseState, { readonly status: Name }>;

/** The statuses in which somebody owes the person something. */
export const OPEN = [
  'received',
  'triaged',
  'assigned',
  'objected',
  'handling',
  'replied',
] as const satisfies readonly Status[];

/** Every status of a registered case. */
export const KNOWN = [
  ...OPEN,
  'closed',
  'answered',
  'redirected',
  'merged',
] as const satisfies readonly Status[];

export const isOpen = (state: CaseState): state is Open =>
  OPEN.some((status) => status === state.status);

/** Units that a live whistle has called to the matter, or that a live petition has brought it to. */
export const calledTo = (state: Known): readonly UnitId[] => [
  ...new Set([
    ...state.whistles.filter(({ stage }) => stage === 'issued').flatMap(({ units }) => units),
    ...state.petitions.flatMap(({ units }) => units),
  ]),
];

/** A leader has it: its promises climb the sponsorship's ladder and not the case's. */
export const governing = ({ sponsorships }: Common): SponsorshipNote | undefined =>
  sponsorships.find(({ stage }) => stage === 'accepted' || stage === 'agreed' || stage === 'told');

/** Nominated, or a leader has it: an ending or a merge carries it along. */
export const isSponsoring = ({ stage }: SponsorshipNote): boolean =>
  stage !== 'ended' && stage !== 'following';

/** Units that know of the matter by a leader's hand, while the leader has it. */
export const sponsoredWith = (state: Known): readonly UnitId[] => governing(state)?.units ?? [];

/** The step a draft waits for; null where it was sent back. */
export const waitsFor = ({ steps, agreed, sentBack }: ReplyDraft): Post | null =>
  sentBack === null ? (steps[agreed.length] ?? null) : null;

/** The order in force, or the last one; null before the first and after a return. */
export const orderOf = (state: CaseState): Order | null => ('order' in state ? state.order : null);

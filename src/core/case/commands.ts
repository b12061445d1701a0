import type { NoteErased } from '../erased.ts';
import type {
  Instant,
  OfficeId,
  Post,
  ProcessCommand,
  Sealed,
  StreamId,
  UnitId,
} from '../process.ts';
import type { Duration } from '../time/duration.ts';
import type {
  NotTheirs,
  PetitionNote,
  SponsorshipNews,
  SponsorshipNote,
  WhistleStage,
} from './state.ts';
import type {
  ExternalReference,
  ImportMark,
  Intake,
  Means,
  Outcome,
  ReopenReason,
  RequestKind,
  Solved,
  UpstreamWord,
} from './words.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

/** What the doors fill in when a person speaks. Their words arrive sealed: no decision reads them. */
export interface Registration {
  readonly kind: RequestKind;
  readonly intake: Intake;
  readonly words: Sealed;
  readonly place: { readonly unit: UnitId; readonly detail: Sealed | null };
  readonly contact: Sealed | null;
  readonly confidential: boolean;
  readonly external: readonly ExternalReference[];
  readonly receivedBy: UnitId;
  readonly title: string | null;
  /** The alias of the receipt code; the code itself is derived and stored nowhere. */
  readonly receipt: string | null;
}

/**
 * What a past institution did, as far as its ledger tells. Recorded with its true time; it starts
 * no reaction and sends nothing.
 */
export type HistoryAct =
  | {
      readonly act: 'triaged';
      /** Null where the import itself sorts it, now; nothing follows then. */
      readonly at: Instant | null;
      readonly category: string;
      readonly title: string;
      readonly urgency: string | null;
    }
  | {
      readonly act: 'dispatched';
      readonly at: Instant;
      /** Null takes whom the duty list names. */
      readonly lead: UnitId | null;
      /** The ledger's own target, where it has one. */
      readonly dueAt: Instant | null;
    }
  | {
      readonly act: 'replied';
      readonly at: Instant;
      readonly reply: Sealed | null;
      readonly outcome: Outcome;
    }
  | { readonly act: 'closed'; readonly at: Instant; readonly outcome: Outcome };

interface History extends Registration {
  readonly imported: ImportMark;
  /** In the order they happened. */
  readonly acts: readonly HistoryAct[];
}

interface Triage {
  readonly category: string;
  /** A few words for lists; no personal data. */
  readonly title: string;
  /** Null takes the category's own. */
  readonly urgency: string | null;
  readonly automatic: boolean;
}

interface Allocation {
  readonly lead: UnitId;
  readonly assisting: readonly UnitId[];
}

interface Ruling extends Allocation {
  readonly panel: readonly Post[];
  readonly positions: readonly { readonly unit: UnitId; readonly position: string }[];
  readonly reason: string;
}

interface Answer {
  readonly reached: boolean;
  readonly solved: Solved | null;
  readonly heard: boolean | null;
  readonly words: Sealed | null;
}

interface Contact {
  readonly means: Means;
  readonly reached: boolean;
  readonly note: Sealed | null;
}

interface Reply {
  readonly reply: Sealed;
  readonly outcome: Outcome;
  /** The rule the reply rests on; an EXPLAINED_CANNOT without one is refused. */
  readonly citation: string | null;
}

/** The number an order carries in the system that gave it. */
interface OrderNumber {
  readonly system: string;
  readonly number: string;
}

interface Assign {
  readonly office: OfficeId | null;
  /** An account of the unit, with the seat it has there. The door knows the accounts, the core trusts it. */
  readonly to: { readonly account: string; readonly post: Post } | null;
}

/** What may be asked of a case, phase by phase. Who may ask it: `access.ts`. */
export type CaseCommand =
  | C<'register', Registration>
  | C<'triage', Triage>
  | C<'show-emergency', { readonly channel: string }>
  | C<'confirm-handover', { readonly remains: boolean }>
  | C<'answer-at-once', { readonly answer: Sealed }>
  | C<'redirect', { readonly channel: string }>
  | C<'merge', { readonly into: StreamId; readonly basis: string }>
  | C<'join-request', { readonly from: StreamId; readonly basis: string }>
  | C<'unmerge', { readonly from: StreamId; readonly reason: string }>
  | C<'leave-request', { readonly left: StreamId; readonly reason: string }>
  | C<'dispatch', Allocation & { readonly overrideReason: string | null }>
  | C<'sign-for'>
  | C<'object', { readonly basis: string; readonly reason: string }>
  | C<'decide-objection', { readonly upheld: boolean; readonly reason: string }>
  | C<'rule-allocation', Ruling>
  /** 分派: who inside the lead unit has it; both null takes it back to the unit. */
  | C<'assign', Assign>
  /** 转办: on to another office of the same unit. */
  | C<'hand-on', { readonly office: OfficeId; readonly reason: string }>
  | C<'contact', Contact>
  /** A clock's id, or null for every clock the lead unit is held to. */
  | C<'suspend', { readonly clock: string | null; readonly reason: string }>
  | C<'resume', { readonly clock: string | null }>
  | C<'ask-extension', { readonly clock: string; readonly by: Duration; readonly reason: string }>
  | C<'decide-extension', { readonly granted: boolean; readonly reason: string }>
  | C<'tell-extension', { readonly means: Means | 'portal' }>
  | C<'remind', { readonly text: string }>
  | C<
      'supervise',
      {
        readonly text: string;
        readonly instruction?: { readonly by: Post; readonly text: string } | null;
      }
    >
  /** Where the unit's replies must be agreed to first, it is a draft that starts on its way. */
  | C<'reply', Reply>
  | C<'agree-reply'>
  | C<'send-back-reply', { readonly reason: string }>
  | C<'verify', Answer>
  | C<'close', { readonly outcome: Outcome }>
  | C<'reopen', { readonly reason: ReopenReason; readonly words: Sealed | null }>
  | C<'withdraw', { readonly words: Sealed | null }>
  | C<'disagree', { readonly words: Sealed }>
  | C<'add-words', { readonly words: Sealed }>
  /** 摘要: what a confidential request asks for, in words that show nobody who asked. */
  | C<'summarise', { readonly summary: Sealed }>
  /** 留言: to the person, read on their own page. */
  | C<'message', { readonly text: Sealed }>
  | C<'tell-merged', { readonly into: StreamId; readonly reply: Sealed }>
  | C<'update-external', { readonly reference: ExternalReference }>
  /** Reaction: a whistle about this case began, went out or ended. */
  | C<
      'note-whistle',
      {
        readonly whistle: StreamId;
        readonly home: StreamId;
        readonly issuer: UnitId;
        readonly units: readonly UnitId[];
        readonly stage: WhistleStage;
        readonly result: string | null;
        /** Set where it tells that this unit was let go. */
        readonly letGo?: UnitId | null;
        /** Left out by what was queued before rulings were noted. */
        readonly notTheirs?: readonly NotTheirs[];
      }
    >
  | C<'forget-whistle', { readonly whistle: StreamId }>
  | NoteErased
  /** Reaction: asked after that closing, the person or a look on the spot said otherwise. */
  | C<
      'deny-closing',
      {
        readonly closing: number;
        readonly by: 'callback' | 'recheck';
        /** What the person lets the units read of their answer. */
        readonly words: Sealed | null;
      }
    >
  /** Reaction: a petition made for this request began, moved on or ended. */
  | C<'note-petition', PetitionNote>
  /** Reaction: a sponsorship of this case began, changed hands or ended. */
  | C<'note-sponsorship', SponsorshipNote & { readonly news: SponsorshipNews }>
  | C<'forget-sponsorship', { readonly sponsorship: StreamId }>
  /** To the system that gave the order: take it back, or give it more time. */
  | C<'ask-upstream-return', { readonly reason: string }>
  | C<'ask-upstream-extension', { readonly by: Duration; readonly reason: string }>
  /** What was written for it into a sheet, up to this version of the case. */
  | C<'tell-upstream', OrderNumber & { readonly upTo: number; readonly state: string }>
  | C<'hear-upstream', { readonly reference: ExternalReference; readonly word: UpstreamWord }>
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>
  /** Machine: one row of a ledger, from its registration (the act's `occurredAt`) to its end. */
  | C<'record-history', History>;

export type CommandType = CaseCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<CaseCommand, { readonly type: Type }>;

import type { Instant, OfficeId, Role, UnitId } from '../primitives.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type { CallbackLaw } from './callback.ts';
import type { Citation, Reason } from './citation.ts';
import type { PetitionLaw } from './petition.ts';
import type { ReportLaw } from './report.ts';
import type { RetentionLaw } from './retention.ts';
import type { SecrecyLaw } from './secrecy.ts';
import type { SponsorshipLaw } from './sponsorship.ts';
import type { SupportLaw, SupportMeasure } from './supports.ts';

export type { Citation, Reason } from './citation.ts';

export const UNIT_TYPES = [
  'district',
  'street',
  'community',
  'department',
  'utility',
  'centre',
  'civic',
] as const;

export type UnitType = (typeof UNIT_TYPES)[number];

/** Clocks the case keeps; a rulebook must give each a deadline for every urgency. */
export const CLOCK_KINDS = [
  'triage',
  'sign-for',
  'contact',
  'reply',
  'objection',
  'ruling',
  'verification',
  'extension-decision',
] as const;

export type ClockKind = (typeof CLOCK_KINDS)[number];

export interface Unit {
  readonly id: UnitId;
  readonly name: Text;
  readonly type: UnitType;
  readonly parent: UnitId | null;
  /** The 12-digit division code where the unit governs a territory. */
  readonly division: string | null;
  readonly telephone: string | null;
}

/** 科室: a part of a unit. Matters are divided among them inside; responsible is the unit. */
export interface Office {
  readonly id: OfficeId;
  readonly unit: UnitId;
  readonly name: Text;
}

/** Roles inside a unit whose agreement a reply may need. */
export const SIGNERS = ['unit_handler', 'office_head', 'unit_head'] as const;

/** One agreement: of a role, in the office named, or, without one, in whichever office has the matter. */
export interface SignOffStep {
  readonly role: (typeof SIGNERS)[number];
  readonly office: OfficeId | null;
}

/**
 * 审签: which posts must agree, in order, before a unit's reply goes out. The first line that fits
 * the unit and the category holds; where none does, whoever handles it replies.
 */
export interface SignOffLine {
  /** A unit's id, or `type:department` for every unit of the type. */
  readonly unit: string;
  /** A category with all beneath it, or null for every category. */
  readonly category: string | null;
  readonly steps: readonly SignOffStep[];
  readonly citation: Citation;
}

/** A place where people are received. */
export interface Hall {
  readonly id: string;
  readonly unit: UnitId;
  readonly name: Text;
  readonly address: Text;
  readonly hours: Text;
  readonly telephone: string;
}

export interface Category {
  readonly code: string;
  readonly name: Text;
  readonly parent: string | null;
  /** Which deadlines hold for it; the first of `urgencies` unless said. */
  readonly urgency: string;
  /** Words that speak for it when the engine proposes a category. */
  readonly keywords: readonly string[];
  /** Set where the matter belongs to an emergency line or a statutory channel. */
  readonly emergency: string | null;
  readonly channel: string | null;
}

/**
 * One line of the duty list 履职事项清单: what this unit must do itself (BASIC), helps another with
 * (SUPPORT), or no longer does because it was taken back by a department (WITHDRAWN).
 */
export interface Duty {
  readonly id: string;
  /** A unit's id, or `type:street` for every unit of the type. */
  readonly holder: string;
  readonly category: string;
  readonly mode: 'BASIC' | 'SUPPORT' | 'WITHDRAWN';
  /** For SUPPORT and WITHDRAWN: who leads instead, a unit's id or `type:street` for the place's own. */
  readonly lead: string | null;
  readonly citation: Citation;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

/** A power 职权 that a matter may need: to order, to fine, to enter, to dispose on the spot. */
export interface Power {
  readonly id: string;
  readonly name: Text;
  /** Categories it is needed for. */
  readonly categories: readonly string[];
  /** `no`: the law pins it to a body. */
  readonly delegable: 'no' | 'statutory' | 'internal';
  readonly citation: Citation;
}

export interface PowerHolding {
  readonly power: string;
  readonly holder: string;
  /** The least rank of the officer who may exercise it. */
  readonly rank: string;
  /** A unit's id whose territory limits it, or null for the holder's whole territory. */
  readonly scope: UnitId | null;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

/** How long an act may take, per kind of clock and urgency (`*` for all). */
export interface Deadline {
  readonly clock: string;
  readonly urgency: string;
  readonly duration: Duration;
  /** The law's limit where `duration` is an institution's own, stricter promise. */
  readonly legal: Duration | null;
  readonly citation: Citation;
}

/** Where a request goes that this institution may not or need not handle, and how to get there. */
export interface Channel {
  readonly code: string;
  readonly kind: 'emergency' | 'statutory' | 'out_of_scope';
  readonly name: Text;
  /** What the person does next, with number or address. */
  readonly nextPath: Text;
  readonly telephone: string | null;
  readonly citation: Citation;
}

export const WHISTLE_KINDS = ['DAILY', 'KEY', 'EMERGENCY'] as const;

export type WhistleKind = (typeof WHISTLE_KINDS)[number];

/** What a whistle 吹哨 of one kind and level asks of those it calls. */
export interface WhistleLevel {
  readonly kind: WhistleKind;
  readonly level: number;
  readonly sign: Duration;
  readonly reportIn: Duration;
  /** From issuing to the conclusion the issuer owes. */
  readonly conclude: Duration;
  /** Asked of those who come; what came instead is recorded beside it. */
  readonly rank: string;
  readonly headCount: number;
  /** Whether taking part from afar counts as reporting in. */
  readonly remote: boolean;
  /** Powers that may be called for at this level; empty for any. */
  readonly powers: readonly string[];
  /**
   * Who looks at it before it goes out, and within what time; after that it goes out unseen. Null:
   * it goes out at once.
   */
  readonly screen: {
    readonly by: 'issuer' | 'street' | 'centre';
    readonly role: Role;
    readonly within: Duration;
  } | null;
  readonly citation: Citation;
}

/** 吹哨报到 as one institution has it. */
export interface WhistleLaw {
  readonly levels: readonly WhistleLevel[];
  /** In which an emergency files what it skipped: the own steps tried (invariant 21: 24 hours). */
  readonly filing: Duration;
  /** The three powers a superior delegates, dated, to whoever may whistle. */
  readonly delegated: {
    readonly coordination: string;
    readonly supervision: string;
    readonly rating: string;
  };
  readonly rating: {
    readonly items: readonly { readonly code: string; readonly name: Text }[];
    /** After which ratings open though one side is missing. */
    readonly window: Duration;
    /** Fewer different raters than this are shown as too few (invariant 27). */
    readonly minimum: number;
    readonly citation: Citation;
  };
  /** Call-outs a unit answers at one time, where `units` does not say (invariant 28). */
  readonly capacity: {
    readonly usual: number;
    readonly units: Readonly<Record<UnitId, number>>;
    readonly citation: Citation;
  };
}

export const RUNG_ACTS = ['remind', 'supervise', 'instruct'] as const;

/**
 * One rung of what follows a missed promise, in the order of the rulebook: remind 催办 (by itself,
 * and the unit has `within` again), supervise 督办 or instruct 批示 (owed within `within` by a post
 * of `by`; the unit then has as long again).
 */
export interface Rung {
  /** Kind of the clock that was missed. */
  readonly clock: string;
  readonly act: (typeof RUNG_ACTS)[number];
  /** `superior`: the unit above the one that missed it. Nobody where the act is `remind`. */
  readonly by: 'superior' | UnitId | null;
  readonly within: Duration;
  readonly citation: Citation;
}

/** Clocks with a ladder: any but its own rungs. */
export const LADDER_CLOCKS = [
  ...CLOCK_KINDS,
  'sign',
  'report-in',
  'step',
  'conclude',
  'commitment',
  'term',
  'deliver',
  'routing',
  'notice',
  'designation',
  'handling',
  'delivery',
  'review',
  're-review',
  'new-facts',
] as const;

/** One institution's law as data. Versions take effect forward only (invariant 54). */
export interface Rulebook {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly effectiveFrom: Instant;
  /** The calendar its clocks run on. */
  readonly calendar: string;
  readonly languages: readonly string[];
  readonly units: readonly Unit[];
  readonly offices: readonly Office[];
  readonly halls: readonly Hall[];
  /** From junior to senior. */
  readonly ranks: readonly { readonly code: string; readonly name: Text }[];
  readonly urgencies: readonly { readonly code: string; readonly name: Text }[];
  readonly categories: readonly Category[];
  readonly duties: readonly Duty[];
  readonly powers: readonly Power[];
  readonly holdings: readonly PowerHolding[];
  readonly deadlines: readonly Deadline[];
  readonly channels: readonly Channel[];
  readonly suspensionReasons: readonly Reason[];
  /** Legal bases an objection may rest on. */
  readonly objectionBases: readonly Reason[];
  readonly extension: {
    readonly max: Duration;
    readonly times: number;
    readonly approver: Role;
    readonly citation: Citation;
  };
  readonly objection: {
    /** Returns after which one binding ruling decides (invariant 10: at most two). */
    readonly maxReturns: number;
    readonly ruler: UnitId;
    /** Who acts when an objection is undecided at its due time. */
    readonly interimOwner: 'firstReceiver' | 'street' | UnitId;
    readonly citation: Citation;
  };
  readonly dispatch: { readonly centre: UnitId };
  /** 检举控告: where a report against an official goes; intake shows it before anything is stored. */
  readonly reportWrongdoing: ReportLaw;
  readonly verification: {
    readonly unit: UnitId;
    readonly attempts: number;
    /** Who asks the person of an order that a system above gave; `us` unless said. */
    readonly callback?: 'us' | 'upstream' | undefined;
    readonly citation: Citation;
  };
  /** Null where the institution has not said how long it keeps what people said: it then keeps it. */
  readonly retention: RetentionLaw | null;
  readonly signOff: readonly SignOffLine[];
  readonly reopening: { readonly window: Duration; readonly citation: Citation };
  /** Null where the institution has no whistle. */
  readonly whistle: WhistleLaw | null;
  /** Null where nobody is called back. */
  readonly callback: CallbackLaw | null;
  /** Null where petitions are none of its business. */
  readonly petition: PetitionLaw | null;
  /** Null where no leader sponsors. */
  readonly sponsorship: SponsorshipLaw | null;
  /** Null where no support is offered; what can be is the table beside it. */
  readonly support: SupportLaw | null;
  readonly supports: readonly SupportMeasure[];
  /** What happens at each missed clock, clock by clock from the lowest rung up. */
  readonly ladder: readonly Rung[];
  /** Null where every look at a person's details is shown to them at once. */
  readonly secrecy: SecrecyLaw | null;
}

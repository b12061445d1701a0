import type { Instant, Sealed, UnitId } from '../process.ts';

/** 诉求类型: what kind of thing the person said. */
export type RequestKind = 'consult' | 'help' | 'complaint' | 'suggestion';

export type Intake = 'counter' | 'phone' | 'web' | 'paper' | 'sms' | 'grid' | 'upstream' | 'import';

export type Means = 'phone' | 'visit' | 'message' | 'counter';

/** A number this matter carries in another system, with that system's own clock and state. */
export interface ExternalReference {
  readonly system: string;
  readonly number: string;
  readonly dueAt: Instant | null;
  /** That it named a day alone, whose end `dueAt` is: what we say back names that day. */
  readonly dueIsDay?: true;
  readonly state: string | null;
  /** How it sorted the matter, in our codes: a proposal for whoever triages. */
  readonly category?: string | null;
  /** The form of the sheet it came in; what we say goes back in the same. */
  readonly sheet?: SheetForm;
  /** What it said came of it, when last it was heard and while its sheets go on saying so. */
  readonly word?: UpstreamWord | null;
}

/** What was written into a sheet for an order: up to which version of the case, in their words. */
export interface UpstreamNote {
  readonly system: string;
  readonly number: string;
  readonly upTo: number;
  readonly state: string;
}

/** A spreadsheet's form: a workbook, or text in one of two encodings. */
export type SheetForm = 'xlsx' | 'csv' | 'csv-gb18030';

/**
 * What the system that gave an order says came of it, where verification is its own: an outcome it
 * names, that the work is not done, or that it took the order back.
 */
export type UpstreamWord =
  | 'FIXED'
  | 'PARTLY'
  | 'EXPLAINED_CANNOT'
  | 'INFO_GIVEN'
  | 'UNREACHABLE'
  | 'NOT_SOLVED'
  | 'NOT_CONTACTED'
  | 'TAKEN_BACK';

export interface Place {
  /** The community 社区 (or street, where nobody could tell) the matter lies in. */
  readonly unit: UnitId;
  /** Address or landmark in the person's words. */
  readonly detail: Sealed | null;
}

/** State is not outcome: CLOSED never means FIXED (invariant 44). */
export type Outcome =
  | 'FIXED'
  | 'PARTLY'
  | 'EXPLAINED_CANNOT'
  | 'INFO_GIVEN'
  | 'REDIRECTED'
  | 'DUPLICATE_OF'
  | 'WITHDRAWN_BY_PERSON'
  | 'UNREACHABLE'
  | 'OUT_OF_SCOPE'
  | 'UNKNOWN';

export type Solved = 'yes' | 'partly' | 'no' | 'not_contacted';

export type ReopenReason = 'new_facts' | 'not_fixed' | 'denied_in_callback' | 'failed_recheck';

/** Why an order can no longer be objected to: an objection was refused, or a panel ruled. */
export type Binding = 'objection-refused' | 'ruling';

/** The act was done by a past institution and only read in; what it could not satisfy is told apart. */
export interface ImportMark {
  readonly mapping: string;
  readonly line: number;
}

/** The basis of a merge that nobody had to state. */
export const SAME_CATEGORY_AND_PLACE = 'same-category-and-place';

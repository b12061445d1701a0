import type { Delegation, Recusal, StandIn } from '../authority/institution.ts';
import type { Instant, Post, ProcessEvent } from '../process.ts';

/** One of the two who change the law; `setup` is the installation itself. */
export type Editor = { readonly account: string; readonly post: Post } | 'setup';

/** A rulebook's place in the institution. The text lies in the document table under `hash`. */
export interface AdoptedRulebook {
  readonly hash: string;
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: Instant;
}

/** A published calendar. The text lies in the document table under `hash`. */
export interface PublishedCalendar {
  readonly hash: string;
  readonly id: string;
  readonly version: string;
  /** Years it has data for, ascending. */
  readonly years: readonly number[];
}

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

/** A version of the law with what must stand behind it (invariant 54). */
export interface Draft extends AdoptedRulebook {
  readonly calendar: string;
  /** The decision or document it rests on. */
  readonly evidence: string;
}

/** A version as one editor puts it to the others. */
export interface Proposed extends Draft {
  readonly proposal: string;
  /** The version it was written against: the one in force when it would take effect. */
  readonly base: string;
  readonly proposedBy: Editor;
}

/** Takes effect forward only; `proposal` is null where the installation founded the institution. */
export interface Adopted extends Draft {
  readonly proposal: string | null;
  readonly proposedBy: Editor;
  readonly approvedBy: Editor;
}

/** What a change of staff ordered of one account. Accounts are ids here: a login may be a name. */
export interface StaffOrder {
  readonly account: string;
  readonly posts: readonly Post[];
  readonly disabled: boolean;
  /** True where a one-time password was made: for a new account, or in place of a lost one. */
  readonly password: boolean;
}

export type RulebookProposed = E<'RulebookProposed', Proposed>;
export type ProposalTakenBack = E<'ProposalTakenBack', { readonly proposal: string }>;
export type ProposalTurnedDown = E<
  'ProposalTurnedDown',
  { readonly proposal: string; readonly reason: string; readonly by: Editor }
>;
/** The version it was written against is not the one it would follow any more. */
export type ProposalOvertaken = E<
  'ProposalOvertaken',
  { readonly proposal: string; readonly version: string }
>;
export type RulebookAdopted = E<'RulebookAdopted', Adopted>;
export type StaffChanged = E<
  'StaffChanged',
  { readonly reason: string; readonly orders: readonly StaffOrder[] }
>;
export type CalendarPublished = E<'CalendarPublished', PublishedCalendar>;
export type PowerDelegated = E<'PowerDelegated', Delegation>;
export type DelegationEnded = E<'DelegationEnded', { readonly id: string; readonly at: Instant }>;
export type StandInNamed = E<'StandInNamed', StandIn>;
export type StandInEnded = E<'StandInEnded', { readonly id: string; readonly at: Instant }>;
export type RecusalDeclared = E<'RecusalDeclared', Recusal>;
export type RecusalEnded = E<
  'RecusalEnded',
  { readonly id: string; readonly at: Instant; readonly reason: string }
>;

export type InstitutionEvent =
  | RulebookProposed
  | ProposalTakenBack
  | ProposalTurnedDown
  | ProposalOvertaken
  | RulebookAdopted
  | StaffChanged
  | CalendarPublished
  | PowerDelegated
  | DelegationEnded
  | StandInNamed
  | StandInEnded
  | RecusalDeclared
  | RecusalEnded;

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

/** Invariant 54: names the evidence or decision behind it, and takes effect forward only. */
export type RulebookAdopted = E<
  'RulebookAdopted',
  AdoptedRulebook & {
    readonly calendar: string;
    readonly evidence: string;
    readonly proposedBy: Editor;
    readonly approvedBy: Editor;
  }
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
  | RulebookAdopted
  | CalendarPublished
  | PowerDelegated
  | DelegationEnded
  | StandInNamed
  | StandInEnded
  | RecusalDeclared
  | RecusalEnded;

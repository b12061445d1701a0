import type { Delegation, Recusal, StandIn } from '../authority/institution.ts';
import type { Instant } from '../process.ts';
import type { Adopted, Editor, Proposed, PublishedCalendar } from './events.ts';

interface Common {
  /** Every publication, in order; of one id the last stands. */
  readonly calendars: readonly PublishedCalendar[];
}

/** A version of the law and when it was approved. */
export interface Version extends Adopted {
  readonly approvedAt: Instant;
}

/** A version one editor put to the others, and what became of it. */
export interface Proposal extends Proposed {
  readonly proposedAt: Instant;
  readonly end: ProposalEnd | null;
}

export type ProposalEnd =
  | { readonly kind: 'approved'; readonly at: Instant; readonly by: Editor }
  | { readonly kind: 'takenBack'; readonly at: Instant }
  | {
      readonly kind: 'turnedDown';
      readonly at: Instant;
      readonly by: Editor;
      readonly reason: string;
    }
  | { readonly kind: 'overtaken'; readonly at: Instant; readonly version: string };

/**
 * Hashes and ids only: the documents stand beside the log, and `engine/institution.ts` joins them
 * to what deciders see. Ended entries stay, because acts may be entered late.
 */
export type InstitutionState =
  | (Common & { readonly status: 'founding' })
  | (Common & {
      readonly status: 'lawful';
      /** In the order they take effect, no two at one instant. */
      readonly rulebooks: readonly Version[];
      /** In the order they were made, those decided among them. */
      readonly proposals: readonly Proposal[];
      readonly delegations: readonly Delegation[];
      readonly standIns: readonly StandIn[];
      readonly recusals: readonly Recusal[];
    });

export type Lawful = Extract<InstitutionState, { readonly status: 'lawful' }>;

export const initial: InstitutionState = { status: 'founding', calendars: [] };

import type { Delegation, Recusal, StandIn } from '../authority/institution.ts';
import type { AdoptedRulebook, PublishedCalendar } from './events.ts';

interface Common {
  /** Every publication, in order; of one id the last stands. */
  readonly calendars: readonly PublishedCalendar[];
}

/**
 * Hashes and ids only: the documents stand beside the log, and `engine/institution.ts` joins them
 * to what deciders see. Ended entries stay, because acts may be entered late.
 */
export type InstitutionState =
  | (Common & { readonly status: 'founding' })
  | (Common & {
      readonly status: 'lawful';
      /** In the order they take effect, no two at one instant. */
      readonly rulebooks: readonly AdoptedRulebook[];
      readonly delegations: readonly Delegation[];
      readonly standIns: readonly StandIn[];
      readonly recusals: readonly Recusal[];
    });

export type Lawful = Extract<InstitutionState, { readonly status: 'lawful' }>;

export const initial: InstitutionState = { status: 'founding', calendars: [] };

import type { Sealed, UnitId } from '../process.ts';
import { refuse } from './refusals.ts';
import { rule } from './scene.ts';
import type { Outcome } from './words.ts';

/**
 * What a past institution did, as far as its ledger tells. Recorded with its true time; it starts
 * no reaction and sends nothing.
 */
export type HistoryAct =
  | {
      readonly act: 'dispatched';
      readonly at: number;
      readonly category: string;
      readonly title: string;
      readonly lead: UnitId;
    }
  | { readonly act: 'due'; readonly at: number; readonly dueAt: number }
  | { readonly act: 'replied'; readonly at: number; readonly reply: Sealed | null }
  | { readonly act: 'closed'; readonly at: number; readonly outcome: Outcome };

/** Rows of a ledger; filled in with the import. */
export const recordHistory = rule('record-history', {
  from: ['received'],
  decide: () => refuse('case.history-only-imported'),
});

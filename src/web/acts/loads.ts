import type { CallProposal } from '../../contract/whistles.ts';

/** What stood under the name of each unit when somebody chose whom to call: it is kept with the act. */
export const loadsOf = (calls: readonly CallProposal[]): Readonly<Record<string, number>> =>
  Object.fromEntries(calls.map(({ unit, load }) => [unit, load.live]));

import type { CallOutView, WhistleView } from '../../contract/whistles.ts';

type Rank = WhistleView['ranks'][number];

/** As high as the level asks, and high enough to exercise what the unit is called for: one rank. */
export const rankNeeded = (of: WhistleView, called: CallOutView | undefined): Rank => {
  const asked = [of.terms.rank, ...(called?.powers ?? []).map(({ rank }) => rank)];
  // The rulebook lists ranks from junior to senior.
  const strictest = of.ranks.findLast(({ code }) => asked.includes(code));
  return strictest ?? { code: of.terms.rank, name: of.terms.rankName };
};

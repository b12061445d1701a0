import type { Text } from '../../contract/common.ts';
import type { PromiseView, SponsorshipAct, SponsorshipView } from '../../contract/sponsorships.ts';

/** Powers the mandate needs that nobody of these holds, by the law or for this case. */
export const lackingPowers = (
  { force }: SponsorshipView,
  present: ReadonlySet<string>,
): readonly Text[] =>
  (force?.held ?? []).flatMap(({ power, by }) =>
    by.some(({ unit }) => present.has(unit)) ? [] : [power.name],
  );

/** The steps or commitments an act is done to one of; none for any other act. */
const promisesFor = (of: SponsorshipView, act: SponsorshipAct): readonly PromiseView[] => {
  if (act === 'finish-step' || act === 'drop-step') return of.steps;
  if (act === 'keep-commitment' || act === 'drop-commitment') {
    return of.meetings.flatMap(({ commitments }) => commitments);
  }
  return [];
};

/** The one that was named, or the nearest that may be done, one's own unit's first. */
export const promiseOf = (
  of: SponsorshipView,
  act: SponsorshipAct,
  unit: string,
  n: number | undefined,
): PromiseView | undefined => {
  const all = promisesFor(of, act);
  if (n !== undefined) return all.find((one) => one.n === n);
  const open = all
    .filter(({ acts }) => acts.some((one) => one.act === act && one.allowed))
    .toSorted((a, b) => a.clock.dueAt.localeCompare(b.clock.dueAt));
  return open.find((one) => one.unit === unit) ?? open[0];
};

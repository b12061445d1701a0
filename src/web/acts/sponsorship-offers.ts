import type { ActChoice } from '../../contract/cases.ts';
import type { SponsorshipAct, SponsorshipView } from '../../contract/sponsorships.ts';
import { isSponsorshipAct, sponsorshipForms } from './sponsorship-forms.ts';
import { promiseOf } from './sponsorship-parts.ts';

/** An act of a sponsorship with what it is done to, for the bar of acts. */
export interface SponsorshipOffer {
  readonly act: SponsorshipAct;
  readonly n: number | undefined;
  readonly choice: ActChoice;
}

const ORDER = Object.keys(sponsorshipForms);

/** What the reader may do now, and what it would need for the rest; the likely first. */
export const sponsorshipOffers = (
  of: SponsorshipView,
  unit: string,
): readonly SponsorshipOffer[] => {
  const whole = of.acts.flatMap((choice): SponsorshipOffer[] => {
    const { act } = choice;
    if (!isSponsorshipAct(act) || !(sponsorshipForms[act].applies?.(of) ?? true)) return [];
    return [{ act, n: undefined, choice }];
  });
  // Of what units promised only the nearest of one's own; the rest stands beside each of them.
  const own = (['finish-step', 'keep-commitment'] as const).flatMap((act): SponsorshipOffer[] => {
    const promise = promiseOf(of, act, unit, undefined);
    const choice = promise?.acts.find((one) => one.act === act);
    return promise?.unit === unit && choice ? [{ act, n: promise.n, choice }] : [];
  });
  const before = ({ act, choice }: SponsorshipOffer) =>
    (choice.likely ? 0 : 100) + ORDER.indexOf(act);
  return [...own, ...whole].toSorted((a, b) => before(a) - before(b));
};

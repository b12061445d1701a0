import { chainOf } from '../authority/units.ts';
import { type Closed, type Known, orderOf, type SponsorshipNote } from '../case/state.ts';
import type { UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/**
 * Units with a hand in the matter: who received, holds, led, assisted or answered it, who whistled or
 * was called, who sponsored it or sat at that table, to whom a petition about it was routed, and who
 * governs its place below the district. None of them asks how it went.
 */
export function partiesTo(state: Known, law: Rulebook): readonly UnitId[] {
  const order = orderOf(state);
  const governing = chainOf(law, state.place.unit).filter(({ type }) => type !== 'district');
  return [
    ...new Set([
      state.receivedBy,
      state.holder,
      ...(order === null ? [] : [order.lead, ...order.assisting]),
      ...state.replies.map(({ unit }) => unit),
      ...state.whistles.flatMap(({ issuer, units }) => [issuer, ...units]),
      ...state.sponsorships.filter(wasTaken).flatMap(seatedIn),
      ...state.petitions.flatMap(({ units }) => units),
      ...governing.map(({ id }) => id),
    ]),
  ];
}

/** A leader took it on, whatever came of it. */
const wasTaken = ({ endsAt }: SponsorshipNote): boolean => endsAt !== null;

const seatedIn = ({ sponsor, lead, liaison, units }: SponsorshipNote): readonly UnitId[] => [
  ...(sponsor === null ? [] : [sponsor.post.unit]),
  lead.post.unit,
  liaison.post.unit,
  ...units,
];

/** The rulebook's first unit that is no party (invariant 45); null where every one is. */
export const askerFor = (units: readonly UnitId[], parties: readonly UnitId[]): UnitId | null =>
  units.find((unit) => !parties.includes(unit)) ?? null;

/** What a case's closing claims; a person's "no" denies it unless the closing said no itself. */
export const claims = ({ outcome }: Pick<Closed, 'outcome'>): boolean =>
  outcome !== 'EXPLAINED_CANNOT';

import { chainOf, unitIn } from '../authority/units.ts';
import type { UnitId } from '../process.ts';
import type { PetitionLaw, PetitionReason } from '../rulebook/petition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { NotAccepted } from './state.ts';

/** Who looks at this unit's opinion again: whom the rulebook names, else the unit above; or nobody. */
export function reviewerOf(law: Rulebook, petition: PetitionLaw, unit: UnitId): UnitId | null {
  const named = petition.reviewers[unit];
  return named === undefined ? (unitIn(law, unit)?.parent ?? null) : named;
}

/** 共同的上一级: the nearest unit above them all; null where they have none. */
export function commonSuperior(law: Rulebook, units: readonly UnitId[]): UnitId | null {
  const [first = [], ...rest] = units.map((unit) => chainOf(law, unit).map(({ id }) => id));
  return first.slice(1).find((id) => rest.every((chain) => chain.slice(1).includes(id))) ?? null;
}

export const reasonIn = ({ reasons }: PetitionLaw, code: string): PetitionReason | undefined =>
  reasons.find((reason) => reason.code === code);

/** Reason, rule and next path, as an event keeps them (invariant 3). */
export const notAccepted = ({ code, name, citation, nextPath }: PetitionReason): NotAccepted => ({
  reason: code,
  name,
  citation,
  nextPath,
});

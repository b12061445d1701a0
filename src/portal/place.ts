import type { Institution } from '../core/authority/institution.ts';
import { rulebookAt } from '../core/authority/institution.ts';
import type { Instant, UnitId } from '../core/process.ts';
import type { Rulebook, Unit } from '../core/rulebook/rulebook.ts';
import type { PlaceGroup } from './say.ts';

/** The law as residents meet it: places to choose from, halls to go to, numbers to call. */

export const lawNow = (institution: Institution, now: Instant): Rulebook => {
  const rulebook = rulebookAt(institution, now);
  if (rulebook === null) throw new Error('no rulebook is in force');
  return rulebook;
};

export const placesOf = (rulebook: Rulebook): readonly PlaceGroup[] =>
  rulebook.units
    .filter(({ type }) => type === 'street')
    .map((street) => ({
      street,
      communities: rulebook.units.filter(
        ({ type, parent }) => type === 'community' && parent === street.id,
      ),
    }));

export const officeOf = (rulebook: Rulebook): Unit => {
  const centre = rulebook.units.find(({ id }) => id === rulebook.dispatch.centre);
  if (!centre) throw new Error(`the dispatch centre ${rulebook.dispatch.centre} is not a unit`);
  return centre;
};

/**
 * Who receives what is said on the web: the street of the place, which can act at once in its own
 * territory and whose dispatchers triage it.
 */
export const receiverOf = (rulebook: Rulebook, place: UnitId): UnitId => {
  const unit = rulebook.units.find(({ id }) => id === place);
  return unit?.type === 'community' && unit.parent ? unit.parent : place;
};

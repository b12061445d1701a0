import { holdsPower, type PowerUse } from '../authority/power.ts';
import type { Facts, UnitId } from '../process.ts';
import type { Telling } from './scene.ts';
import { isHeld } from './state.ts';

/**
 * Whether the unit holds the power, when it happened and when it is entered: a delegation that has
 * ended must not go on by dating acts back.
 */
export const holds = (
  { institution, occurredAt, now }: Facts,
  unit: UnitId,
  power: string,
  use: PowerUse = {},
): boolean =>
  [occurredAt, now].every((at) => holdsPower(institution, unit, power, at, use) !== null);

/** How the unit holds it here: by the law, or handed to it for this case; null where neither. */
export function holdsHere(
  { facts, known }: Telling,
  unit: UnitId,
  power: string,
): 'law' | 'case' | null {
  if (holds(facts, unit, power, { place: known.place })) return 'law';
  const lent =
    isHeld(known) &&
    known.powers.some(
      (one) =>
        one.power === power && one.to === unit && one.since <= facts.now && facts.now < one.until,
    );
  return lent ? 'case' : null;
}

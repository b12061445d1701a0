import { holdsPower, type PowerUse } from '../authority/power.ts';
import type { Facts, UnitId } from '../process.ts';

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

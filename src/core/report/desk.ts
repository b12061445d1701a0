import { chainOf } from '../authority/units.ts';
import type { StreamId, UnitId } from '../process.ts';
import type { ReportDesk } from '../rulebook/report.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/**
 * What a door answers before anything is encrypted, kept or given to the engine: a refused command is
 * kept with what it names, and here that would be the unit complained of.
 */
export const DOOR_REFUSALS = ['report.desk-closed', 'report.desk-in-line'] as const;
export type DoorRefusal = (typeof DOOR_REFUSALS)[number];

/** Why the desk does not take a report about the unit named (null: none is named), or that it does. */
export function turnedAway(
  law: Rulebook,
  concerned: UnitId | null,
  keys: readonly StreamId[],
): DoorRefusal | null {
  const { desk } = law.reportWrongdoing;
  if (desk === null || keys.length === 0) return 'report.desk-closed';
  return concerned !== null && inLine(law, desk, concerned) ? 'report.desk-in-line' : null;
}

/**
 * Rule 4 of the house: the unit reported and its superiors in line never read it. So the desk takes
 * nothing about its own unit, about one beneath it, or about one above, which gives it its orders.
 */
function inLine(law: Rulebook, { unit }: ReportDesk, concerned: UnitId): boolean {
  const has = (below: UnitId, above: UnitId) => chainOf(law, below).some(({ id }) => id === above);
  return has(concerned, unit) || has(unit, concerned);
}

import type { LoadView } from '../../contract/whistles.ts';
import type { StreamId, UnitId } from '../../core/process.ts';
import type { WhistleLaw } from '../../core/rulebook/rulebook.ts';
import { placeOf } from '../../core/whistle/issuing.ts';
import type { ApiParts, Reader } from '../parts.ts';

/** Which whistles hold a place of each unit now. */
export async function heldBy(
  { queries }: ApiParts,
  reader: Reader,
  units: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, readonly StreamId[]>> {
  const each = [...new Set(units)];
  const held = await queries.claimHolders(reader.tenant, each.map(placeOf));
  return new Map(each.map((unit) => [unit, held.get(placeOf(unit)) ?? []]));
}

/** How many call-outs a unit answers now, of how many it can. */
export const loadOf = (
  { capacity }: WhistleLaw,
  unit: UnitId,
  held: ReadonlyMap<UnitId, readonly StreamId[]>,
): LoadView => ({
  live: held.get(unit)?.length ?? 0,
  capacity: capacity.units[unit] ?? capacity.usual,
});

import type { LoadView } from '../../contract/whistles.ts';
import type { StreamId, UnitId } from '../../core/process.ts';
import type { WhistleLaw } from '../../core/rulebook/rulebook.ts';
import type { Load } from '../../core/whistle/events.ts';
import { placeOf } from '../../core/whistle/issuing.ts';
import { settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { eventOf } from './reading.ts';

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

type Shown = Readonly<Record<UnitId, number>>;

/**
 * What each unit called answers as the door finds it, this whistle not counted: that stays in the log
 * (invariant 28). Who says what they were shown must have been shown just that. One that is no longer
 * at `version` is not decided again: sent once more, it says what it said.
 */
export async function loadsSeen(
  parts: ApiParts,
  reader: Reader,
  whistle: { readonly id: StreamId; readonly version: number },
  { units, shown }: { readonly units: readonly UnitId[]; readonly shown: Shown },
): Promise<readonly Load[]> {
  const row = await parts.queries.entry(reader.tenant, whistle.id);
  if ((row?.version ?? 0) !== whistle.version) return loadsTold(parts, reader, whistle.id, units);
  const held = await heldBy(parts, reader, units);
  const loads = [...new Set(units)].map((unit) => ({
    unit,
    live: (held.get(unit) ?? []).filter((one) => one !== whistle.id).length,
  }));
  const moved = loads.filter(({ unit, live }) => (shown[unit] ?? live) !== live);
  const [first] = moved;
  if (first === undefined) return loads;
  const { names } = await settingOf(parts, reader);
  const told = moved.map(({ unit, live }) => ({ name: names.unit(unit), live }));
  throw new Refused(
    'api.load-moved',
    { ...first },
    {
      loads: {
        zh: told.map(({ name, live }) => `${name.zh} ${live} 份`).join('、'),
        en: told.map(({ name, live }) => `${name.en} ${live}`).join(', '),
      },
    },
  );
}

/** What the log kept of it, where it was sent before. */
async function loadsTold(
  { store }: ApiParts,
  { tenant }: Reader,
  id: StreamId,
  units: readonly UnitId[],
): Promise<readonly Load[]> {
  const events = (await store.events(tenant, id)).map((row) => eventOf(row));
  return units.flatMap((unit) => {
    const called = events.findLast(
      (event) =>
        event.type === 'CalledOut' && event.data.unit === unit && event.data.shown !== null,
    );
    const proposed = events.find(({ type }) => type === 'WhistleProposed');
    const live =
      (called?.type === 'CalledOut' ? called.data.shown : null) ??
      (proposed?.type === 'WhistleProposed'
        ? proposed.data.shown.find((one) => one.unit === unit)?.live
        : null);
    return live === null || live === undefined ? [] : [{ unit, live }];
  });
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

import { clockOf, isLive, liveOf } from '../clock/clock.ts';
import type { ActRow, Role, UnitId } from '../process.ts';
import { awaitsArchive, type Known, liveHolds, openWishes, type RetentionState } from './state.ts';

type Owed = readonly [act: string, unit: UnitId, role: Role, clock: string | undefined];

/** What somebody still owes: the rows of "my next acts". One row of a kind, the nearest. */
export function actsOf(state: RetentionState): readonly ActRow[] {
  if (state.status === 'none' || state.status === 'erasing' || state.status === 'erased') return [];
  return owed(state).map(([act, unit, role, id]): ActRow => {
    const found = id === undefined ? undefined : clockOf(state.clocks, id);
    const clock = found !== undefined && isLive(found) ? found : undefined;
    return {
      act: `retention.${act}`,
      unit,
      role,
      ...(clock === undefined ? {} : { clock: clock.id }),
      startedAt: clock?.startedAt ?? state.since,
      dueAt: clock?.dueAt ?? null,
      first: false,
    };
  });
}

function owed(state: Known): readonly Owed[] {
  const holds = liveHolds(state);
  const asked = holds.find(({ agreedBy }) => agreedBy === null);
  const standing = holds.find(({ agreedBy }) => agreedBy !== null);
  const [wish] = openWishes(state);
  const archivist = (act: string, clock: string | undefined): Owed => [
    act,
    state.unit,
    'archivist',
    clock,
  ];
  return [
    ...(state.status === 'lapsed' && awaitsArchive(state)
      ? [archivist('record-transfer', liveOf(state.clocks, 'transfer')?.id)]
      : []),
    ...(asked === undefined ? [] : [archivist('agree-hold', asked.clock)]),
    ...(standing === undefined ? [] : [archivist('lift-hold', standing.clock)]),
    ...(wish === undefined ? [] : [archivist('answer-erasure', wish.clock)]),
  ];
}

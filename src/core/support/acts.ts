import { clockOf, isLive as isOwed } from '../clock/clock.ts';
import { waiting } from '../clock/ladder.ts';
import type { ActRow, Role, UnitId } from '../process.ts';
import type { SupportState } from './state.ts';

type Owed = readonly [act: string, unit: UnitId, role: Role, clock: string];

/** What an institution still owes the support. The person owes nothing: they answer, or they do not. */
export function actsOf(state: SupportState): readonly ActRow[] {
  if (state.status !== 'consented') return [];
  const { provider, clocks, ladders, since } = state;
  const promises = clocks.filter((clock) => clock.kind === 'deliver' && isOwed(clock));
  const owed: readonly Owed[] = [
    ...promises.map(({ id }): Owed => ['deliver', provider, 'unit_handler', id]),
    ...waiting(ladders).flatMap(({ act, by, timer }): readonly Owed[] =>
      by === null
        ? []
        : [['supervise', by, act === 'instruct' ? 'unit_head' : 'supervisor', timer]],
    ),
  ];
  return owed.map(([act, unit, role, id]): ActRow => {
    const clock = clockOf(clocks, id);
    return {
      act: `support.${act}`,
      unit,
      role,
      clock: id,
      startedAt: clock?.startedAt ?? since,
      dueAt: clock?.dueAt ?? null,
      first: false,
    };
  });
}

import { type Clock, clockOf, isLive as isOwed, liveOf } from '../clock/clock.ts';
import { waiting } from '../clock/ladder.ts';
import type { ActRow, Role, UnitId } from '../process.ts';
import { holderOf, isLive, type Known, type Letter, type PetitionState } from './state.ts';

type Owed = readonly [act: string, unit: UnitId, role: Role, clock: Clock | undefined];

/** What somebody still owes the petition: the rows of "my next acts". */
export function actsOf(state: PetitionState): readonly ActRow[] {
  if (state.status === 'none') return [];
  const rows = [...owed(state), ...letters(state), ...above(state)].map(
    ([act, unit, role, clock]): ActRow => {
      const live = clock !== undefined && isOwed(clock) ? clock : undefined;
      return {
        act: `petition.${act}`,
        unit,
        role,
        ...(live === undefined ? {} : { clock: live.id }),
        startedAt: live?.startedAt ?? state.since,
        dueAt: live?.dueAt ?? null,
        first: false,
      };
    },
  );
  // Two papers of one unit that are due at one instant are one row: a page of a list ends between rows.
  return rows.filter((row, n) => rows.findIndex((one) => isAlike(one, row)) === n);
}

const isAlike = (a: ActRow, b: ActRow): boolean =>
  a.act === b.act &&
  a.unit === b.unit &&
  a.role === b.role &&
  a.startedAt === b.startedAt &&
  a.dueAt === b.dueAt;

function owed(state: Known): readonly Owed[] {
  const of = (kind: string) => liveOf(state.clocks, kind);
  const holder = holderOf(state);
  switch (state.status) {
    case 'registered':
      return [
        [state.way === 'handle' ? 'route' : 'hand-over', holder, 'unit_handler', of('routing')],
      ];
    case 'shared':
      return [
        ...state.bodies
          .filter((unit) => state.named[unit] === undefined)
          .map((unit): Owed => ['agree-body', unit, 'unit_handler', of('designation')]),
        ['designate', state.superior, 'unit_head', of('designation')],
      ];
    case 'routed':
      return [['accept', holder, 'unit_handler', of('notice')]];
    case 'objected':
      return [['decide-return', holder, 'unit_handler', of('return-decision')]];
    case 'working': {
      const clock = of(state.stage);
      const asked = state.extension !== null && state.extension.letter === null;
      return [
        ['give-opinion', holder, 'unit_handler', clock],
        ...(asked && clock?.breachedAt === null
          ? [['decide-extension', holder, 'unit_head', clock] as const]
          : []),
        ...(state.hearing === null
          ? []
          : [['close-hearing', holder, 'unit_handler', undefined] as const]),
      ];
    }
    case 'not-accepted':
    case 'concluded':
      return state.look === null ? [] : [['look', state.office, 'unit_handler', of('new-facts')]];
    default:
      return [];
  }
}

/** The act that a missed limit's ladder waits for, in the rung's own time. */
const above = ({ clocks, ladders }: Known): readonly Owed[] =>
  waiting(ladders).flatMap(({ act, by, timer }): readonly Owed[] =>
    by === null
      ? []
      : [
          [
            'supervise',
            by,
            act === 'instruct' ? 'unit_head' : 'supervisor',
            clockOf(clocks, timer),
          ],
        ],
  );

/** Papers on their way; after a withdrawal none need arrive any more. */
function letters(state: Known): readonly Owed[] {
  if (state.status === 'concluded' && state.ending === 'withdrawn') return [];
  return state.letters
    .filter((letter) => isDue(state, letter))
    .map(({ unit, clock }): Owed => {
      const handling = liveOf(state.clocks, 'handling');
      const due = clock === null ? handling : clockOf(state.clocks, clock);
      return ['deliver', unit, 'unit_handler', due];
    });
}

/** An extension is told while there is something to extend, or not at all. */
export function isDue(state: Known, { kind, delivered, n }: Letter): boolean {
  if (delivered !== null) return false;
  if (kind !== 'extended') return true;
  const live =
    isLive(state) && state.status === 'working' ? liveOf(state.clocks, 'handling') : undefined;
  return live?.breachedAt === null && state.status === 'working' && state.extension?.letter === n;
}

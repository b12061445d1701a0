import { type Clock, clockOf, isLive as isOwed } from '../clock/clock.ts';
import { waiting } from '../clock/ladder.ts';
import type { ActRow, Role, UnitId } from '../process.ts';
import { WINDOW } from './rating.ts';
import { type CallOut, isLive, type Known, openSteps, type WhistleState } from './state.ts';

type Owed = readonly [act: string, unit: UnitId, role: Role, clock: string | null];

/** What somebody still owes the whistle: the rows of "my next acts". */
export function actsOf(state: WhistleState): readonly ActRow[] {
  if (state.status === 'none') return [];
  const first = isLive(state) && state.kind === 'EMERGENCY';
  const rows = owed(state).map(([act, unit, role, id]): ActRow => {
    const clock = id === null ? undefined : owedClock(state, id);
    return {
      act: `whistle.${act}`,
      unit,
      role,
      ...(clock === undefined ? {} : { clock: clock.id }),
      startedAt: clock?.startedAt ?? state.since,
      dueAt: clock?.dueAt ?? null,
      first,
    };
  });
  return rows.filter((row, n) => rows.findIndex((one) => isAlike(one, row)) === n);
}

/**
 * A list goes on after the last row's key: of two rows alike in it the second would be lost at the
 * border of a page. One row stands for both; done, it makes way for the other.
 */
const isAlike = (a: ActRow, b: ActRow): boolean =>
  a.act === b.act &&
  a.unit === b.unit &&
  a.role === b.role &&
  a.startedAt === b.startedAt &&
  a.dueAt === b.dueAt;

const owedClock = (state: Known, id: string): Clock | undefined => {
  const clock = clockOf(state.clocks, id);
  return clock !== undefined && isOwed(clock) ? clock : undefined;
};

function owed(state: Known): readonly Owed[] {
  switch (state.status) {
    case 'proposed':
      return [['screen', state.screener.unit, state.screener.role, 'screen-1']];
    case 'issued':
      return [
        ...(state.tried.length === 0
          ? [['file', state.issuer, 'unit_handler', 'filing-1'] as const]
          : []),
        ...state.callOuts.flatMap((callOut) => called(callOut)),
        ...steps(state),
        ...waiting(state.ladders).flatMap(({ act, by, timer }): readonly Owed[] =>
          by === null
            ? []
            : [['supervise', by, act === 'instruct' ? 'unit_head' : 'supervisor', timer]],
        ),
        ['conclude', state.issuer, 'unit_handler', 'conclude-1'],
      ];
    case 'concluded':
      return state.ratings.flatMap(({ unit, byIssuer, byCalled, open }): readonly Owed[] =>
        open
          ? []
          : [
              ...(byIssuer === null ? [['rate', state.issuer, 'unit_head', WINDOW] as const] : []),
              ...(byCalled === null ? [['rate', unit, 'unit_head', WINDOW] as const] : []),
            ],
      );
    default:
      return [];
  }
}

/** One row a call-out: the nearest thing that is owed. */
function called({ unit, status, sign, reportIn, objection, settlement }: CallOut): readonly Owed[] {
  switch (status) {
    case 'notified':
      return [['sign', unit, 'unit_handler', sign]];
    case 'signed':
    case 'missed':
      return [['report-in', unit, 'unit_handler', reportIn]];
    case 'objected':
      return [['decide-objection', objection?.ruler ?? unit, 'arbiter', objection?.clock ?? null]];
    case 'reported':
      return settlement === null ? [['settle', unit, 'unit_handler', null]] : [];
    case 'released':
      return [];
  }
}

/** The earliest step of each owner; the rest stand on the whistle's page. */
function steps(state: Known): readonly Owed[] {
  const owners = [...new Set(openSteps(state).map(({ owner }) => owner))];
  return owners.flatMap((owner): readonly Owed[] => {
    const [next] = openSteps(state, owner).toSorted((a, b) => a.dueAt - b.dueAt || a.n - b.n);
    return next === undefined ? [] : [['finish-step', owner, 'unit_handler', next.clock]];
  });
}

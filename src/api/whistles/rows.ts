import type { CallOutCell, WhistleRow } from '../../contract/whistles.ts';
import { type Clock, clockOf, isLive } from '../../core/clock/clock.ts';
import type { StreamId, UnitId } from '../../core/process.ts';
import type { WhistleLaw } from '../../core/rulebook/rulebook.ts';
import { type CallOut, isLive as isOut, type Known, openSteps } from '../../core/whistle/state.ts';
import type { Setting } from '../cases/reading.ts';
import { clockView } from '../cases/rows.ts';
import { iso, isoOrNull } from '../route.ts';
import { loadOf } from './load.ts';

export type Held = ReadonlyMap<UnitId, readonly StreamId[]>;

/** A row of the board: the whistle, and a cell for each unit it called. */
export function whistleRow(
  id: StreamId,
  { state, version }: { readonly state: Known; readonly version: number },
  setting: Setting,
  law: WhistleLaw,
  held: Held,
): WhistleRow {
  const { names } = setting;
  return {
    id,
    version,
    case: state.case,
    kind: state.kind,
    level: state.level,
    status: state.status,
    result: 'result' in state ? state.result : null,
    title: state.title,
    categoryName: state.category === null ? null : names.category(state.category),
    place: state.place,
    placeName: names.unit(state.place),
    issuer: state.issuer,
    issuerName: names.unit(state.issuer),
    openedAt: iso(state.proposedAt),
    endedAt: isoOrNull('endedAt' in state ? state.endedAt : null),
    first: isOut(state) && state.kind === 'EMERGENCY',
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
    callOuts: state.callOuts.map((callOut) => cellOf(callOut, state, setting, law, held)),
  };
}

export function cellOf(
  callOut: CallOut,
  state: Known,
  setting: Setting,
  law: WhistleLaw,
  held: Held,
): CallOutCell {
  const { n, unit, status, end, settlement } = callOut;
  const clock = owed(callOut, state);
  return {
    n,
    unit,
    unitName: setting.names.unit(unit),
    status,
    end,
    settlement,
    clock: clock === undefined ? null : clockView(clock, setting),
    load: loadOf(law, unit, held),
  };
}

/** The clock that holds the unit now: to sign, to come, to be ruled on, then its nearest step. */
function owed(callOut: CallOut, state: Known): Clock | undefined {
  const live = (id: string | undefined) => {
    const clock = id === undefined ? undefined : clockOf(state.clocks, id);
    return clock !== undefined && isLive(clock) ? clock : undefined;
  };
  switch (callOut.status) {
    case 'notified':
      return live(callOut.sign) ?? live(callOut.reportIn);
    case 'objected':
      return live(callOut.objection?.clock);
    case 'signed':
    case 'missed':
      return live(callOut.reportIn);
    default: {
      const [next] = openSteps(state, callOut.unit).toSorted((a, b) => a.dueAt - b.dueAt);
      return live(next?.clock);
    }
  }
}

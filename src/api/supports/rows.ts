import type { SupportRow } from '../../contract/supports.ts';
import { isLive } from '../../core/clock/clock.ts';
import type { Setting } from '../cases/reading.ts';
import { clockView } from '../cases/rows.ts';
import { iso, isoOrNull } from '../route.ts';
import type { Held } from './reading.ts';

/** One line: what is given, by whom, how it stands. What was written lies in its vault. */
export function supportRow({ row, state }: Held, setting: Setting): SupportRow {
  const { names } = setting;
  const owed = state.clocks.find((clock) => clock.kind === 'deliver' && isLive(clock));
  return {
    id: row.stream,
    version: row.version,
    case: state.case,
    measure: state.measure,
    measureName: names.measure(state.measure),
    status: state.status,
    end: state.status === 'ended' ? state.end : null,
    provider: state.provider,
    providerName: names.unit(state.provider),
    managerName: names.unit(state.manager),
    placeName: names.unit(state.place),
    openedAt: iso(state.offeredAt),
    endedAt: isoOrNull(state.status === 'ended' ? state.endedAt : null),
    breaches: row.breaches,
    clock: owed === undefined ? null : clockView(owed, setting),
  };
}

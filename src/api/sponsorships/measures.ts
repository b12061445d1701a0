import type { DisplacedWork } from '../../contract/sponsorships.ts';
import type { UnitId } from '../../core/process.ts';
import { isHeld } from '../../core/sponsorship/state.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { rowsFor } from './load.ts';
import { sponsorshipsOf } from './reading.ts';

const DAY = 24 * 60 * 60_000;
const WINDOW = 90 * DAY;

/**
 * Attention is a resource: of what fell late of a unit's own cases in the window, how much did while
 * it served task forces. Counts with their denominator, for one unit and never beside another's. It
 * serves from the beginning of a task force it is a member of to its end, or the sponsorship's.
 */
export async function displacedWork(
  parts: ApiParts,
  reader: Reader,
  { names, now }: Setting,
  unit: UnitId,
): Promise<DisplacedWork> {
  const from = now - WINDOW;
  const rows = await rowsFor(parts, reader, unit);
  const states = await sponsorshipsOf(
    parts,
    reader,
    rows.map(({ stream }) => stream),
  );
  const spans = [...states.values()].flatMap(({ state }) => {
    if (!isHeld(state) || state.force === null) return [];
    if (!state.force.members.some((member) => member.unit === unit)) return [];
    const ended = 'endedAt' in state ? state.endedAt : now;
    const to = Math.min(state.force.until, ended, now);
    const span = { from: Math.max(state.force.from, from), to };
    return span.from < span.to ? [span] : [];
  });
  const lateIn = async (span: { readonly from: number; readonly to: number }) =>
    (
      await parts.queries.changes(
        reader.tenant,
        'case',
        { id: unit, territory: [] },
        span.from,
        span.to,
      )
    ).breached;
  const served = await Promise.all(merged(spans).map(lateIn));
  return {
    unit,
    unitName: names.unit(unit),
    from: iso(from),
    to: iso(now),
    late: {
      definition: 'displaced/1',
      numerator: served.reduce((sum, n) => sum + n, 0),
      denominator: await lateIn({ from, to: now }),
    },
    served: spans.length,
  };
}

/** Two task forces at one time are one time. */
function merged(spans: readonly { readonly from: number; readonly to: number }[]) {
  const all: { from: number; to: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else all.push({ ...span });
  }
  return all;
}

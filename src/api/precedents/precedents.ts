import type { PrecedentView } from '../../contract/cases.ts';
import { type CaseEvent, caseProcess } from '../../core/case/index.ts';
import type { Recorded } from '../../core/process.ts';
import { type AnyProcess, readEvent } from '../../engine/upcast.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { postView } from '../session/presenter.ts';

/** Allocation rulings of a category, newest first. They name units, posts and reasons, no person. */
export async function precedentsOf(
  { queries }: ApiParts,
  reader: Reader,
  { names, institution }: Setting,
  category: string,
  limit: number,
): Promise<readonly PrecedentView[]> {
  const rows = await queries.eventsOfType(reader.tenant, 'AllocationRuled', category, limit);
  return rows.flatMap((row) => {
    const event = readEvent(caseProcess as unknown as AnyProcess, row) as Recorded<CaseEvent>;
    if (event.type !== 'AllocationRuled') return [];
    const { lead, assisting, panel, positions, reason } = event.data;
    return [
      {
        case: row.stream,
        at: iso(row.occurredAt),
        leadName: names.unit(lead),
        assisting: assisting.map((unit) => names.unit(unit)),
        panel: panel.map((post) => postView(institution, post)),
        positions: positions.map(({ unit, position }) => ({
          unitName: names.unit(unit),
          position,
        })),
        reason,
      },
    ];
  });
}

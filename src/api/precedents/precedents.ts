import type { PrecedentView } from '../../contract/cases.ts';
import { isRecused } from '../../core/authority/posts.ts';
import { type CaseEvent, caseProcess } from '../../core/case/index.ts';
import type { Recorded } from '../../core/process.ts';
import { type AnyProcess, readEvent } from '../../engine/upcast.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { postView } from '../session/presenter.ts';

/**
 * Allocation rulings of a category, newest first, for every unit to be held to. They name units, posts
 * and reasons, no person; whoever declared an interest in a case does not read its ruling either.
 */
export async function precedentsOf(
  { queries }: ApiParts,
  reader: Reader,
  { names, institution, now }: Setting,
  category: string,
  limit: number,
): Promise<readonly PrecedentView[]> {
  const rows = await queries.eventsOfType(reader.tenant, 'AllocationRuled', category, limit);
  return rows.flatMap((row) => {
    const event = readEvent(caseProcess as unknown as AnyProcess, row) as Recorded<CaseEvent>;
    if (event.type !== 'AllocationRuled') return [];
    const { lead, assisting, panel, positions, reason } = event.data;
    const matter = { case: row.stream, units: [lead, ...assisting] };
    if (isRecused(institution, reader.account, matter, now)) return [];
    return [
      {
        case: row.stream,
        at: iso(row.occurredAt),
        leadName: names.unit(lead),
        assisting: assisting.map((unit) => names.unit(unit)),
        panel: panel.map((post) => postView(institution, post, now)),
        positions: positions.map(({ unit, position }) => ({
          unitName: names.unit(unit),
          position,
        })),
        reason,
      },
    ];
  });
}

import type { StreamId, UnitId } from '../../core/process.ts';
import { sponsoring } from '../../core/sponsorship/seats.ts';
import type { ListFilter } from '../../engine/ports.ts';
import type { ApiParts, Reader } from '../parts.ts';

/** Which sponsorships take a leader's places now: at most the cap. */
export async function takenBy(
  { queries }: Pick<ApiParts, 'queries'>,
  { tenant }: Reader,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, readonly StreamId[]>> {
  const each = [...new Set(accounts)];
  const held = await queries.claimHolders(tenant, each.map(sponsoring));
  return new Map(each.map((account) => [account, held.get(sponsoring(account)) ?? []]));
}

/** What one look counts at most; a unit owes tens of things, not thousands. */
const MOST = 200;

/**
 * How many things each unit owes now, whatever the process: what another promise stands beside. The
 * server's own figure, kept with the commitment as the door found it.
 */
export async function owedBy(
  { queries }: Pick<ApiParts, 'queries'>,
  { tenant }: Reader,
  units: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, number>> {
  const loads = new Map<UnitId, number>();
  for (const unit of new Set(units)) {
    const posts = (['unit_handler', 'office_head', 'unit_head'] as const).map((role) => ({
      unit,
      role,
    }));
    const { rows } = await queries.acts(tenant, { posts }, MOST, null);
    loads.set(unit, rows.length);
  }
  return loads;
}

/** Rows of sponsorships that a unit or an account has to do with, a page of what there is. */
export const rowsFor = async (
  { queries }: Pick<ApiParts, 'queries'>,
  { tenant }: Reader,
  id: string,
  filter: Partial<ListFilter> = {},
) => {
  const of = { process: 'sponsorship', unit: { id, territory: [] }, ...filter };
  return (await queries.list(tenant, of, MOST, null)).rows;
};

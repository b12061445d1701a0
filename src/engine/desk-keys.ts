import { type DeskKeyState, deskKeyProcess } from '../core/desk-key/index.ts';
import type { StreamId, UnitId } from '../core/process.ts';
import type { Queries, Store, TenantId } from './ports.ts';
import { statesOf } from './states.ts';
import type { AnyProcess } from './upcast.ts';

/** More officers than an envelope has room for are no few who can be trusted with it. */
const MOST = 12;

type InForce = Extract<DeskKeyState, { readonly status: 'in-force' }>;

/**
 * The keys that reports to the unit's desk are encrypted to now, oldest first; none where the desk is
 * closed. The decision that keeps a report looks at each of them once more.
 */
export async function keysInForce(
  {
    queries,
    store,
  }: { readonly queries: Pick<Queries, 'list'>; readonly store: Pick<Store, 'events' | 'read'> },
  tenant: TenantId,
  unit: UnitId,
): Promise<ReadonlyMap<StreamId, InForce>> {
  const process = deskKeyProcess as unknown as AnyProcess;
  const filter = { process: process.name, status: ['in-force'], unit: { id: unit, territory: [] } };
  const { rows } = await queries.list(tenant, filter, MOST, null);
  const states = await statesOf<DeskKeyState>(
    store,
    process,
    tenant,
    rows.map(({ stream }) => stream),
  );
  return new Map(
    [...states].flatMap(([stream, { state }]) =>
      state.status === 'in-force' && state.unit === unit ? [[stream, state] as const] : [],
    ),
  );
}

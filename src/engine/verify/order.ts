import type { StreamId } from '../../core/process.ts';
import { checkpointHash } from '../chain.ts';
import type { Checkpoint, Crypto, SequencedEvent, Store, TenantId } from '../ports.ts';
import { collector, type Difference } from './difference.ts';

const PAGE = 1_000;

type OrderStore = Pick<Store, 'sequenced' | 'checkpoints' | 'events'>;

export interface Order {
  readonly positions: number;
  readonly checkpoints: number;
  readonly differences: readonly Difference[];
}

/**
 * Positions without gap, each stream's events in order under them, closed by true checkpoints.
 * `tips` holds the hashes of each stream's events; what was written since they were read is read again.
 */
export async function checkOrder(
  { store, crypto }: { readonly store: OrderStore; readonly crypto: Crypto },
  tenant: TenantId,
  tips: Map<StreamId, readonly string[]>,
): Promise<Order> {
  const differ = collector(null);
  const seen = new Map<StreamId, number>();
  let position = 0;

  const check = async ({ position: found, event }: SequencedEvent) => {
    const { stream, version, hash } = event;
    const next = (seen.get(stream) ?? 0) + 1;
    seen.set(stream, version);
    differ.compareText('position', `${found}`, `${position + 1}`);
    differ.compareText('position', `${stream} ${version}`, `${stream} ${next}`);
    if ((tips.get(stream)?.length ?? 0) < version) {
      tips.set(
        stream,
        (await store.events(tenant, stream)).map((row) => row.hash),
      );
    }
    if (tips.get(stream)?.[version - 1] !== hash) {
      differ.add('position', `${found}: ${stream} ${version} ${hash}`, 'no such event');
    }
    position = found;
  };
  const follow = async (limit: number) => {
    const rows = await store.sequenced(tenant, position, limit);
    for (const row of rows) await check(row);
    return rows;
  };

  let last: Checkpoint | null = null;
  const checkpoints = await store.checkpoints(tenant);
  for (const checkpoint of checkpoints) {
    differ.compareText('checkpoint', `from ${checkpoint.from}`, `from ${last?.position ?? 0}`);
    const rows = await follow(checkpoint.position - position);
    differ.compareText('checkpoint', checkpoint.hash, checkpointHash(crypto.hash, last, rows));
    last = checkpoint;
  }
  while ((await follow(PAGE)).length > 0);
  return { positions: position, checkpoints: checkpoints.length, differences: differ.found };
}

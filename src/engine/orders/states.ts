import { caseProcess } from '../../core/case/index.ts';
import type { CaseState, Known } from '../../core/case/state.ts';
import type { ExternalReference, UpstreamNote } from '../../core/case/words.ts';
import type { StreamId } from '../../core/process.ts';
import type { Store, TenantId } from '../ports.ts';
import { type AnyProcess, replay } from '../upcast.ts';

export interface Standing {
  readonly stream: StreamId;
  readonly version: number;
  readonly state: Known;
}

/** Cases as they stand, with one read for all of them; what an older release kept is replayed. */
export async function standingOf(
  store: Pick<Store, 'read' | 'events'>,
  tenant: TenantId,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, Standing>> {
  const found = new Map<StreamId, Standing>();
  if (streams.length === 0) return found;
  const { heads } = await store.read({ tenant, streams, idempotency: null, texts: [] });
  for (const [stream, head] of heads) {
    if (head.process !== caseProcess.name) continue;
    const kept = head.stateVersion === caseProcess.stateVersion;
    const state = (
      kept
        ? JSON.parse(head.state)
        : replay(caseProcess as unknown as AnyProcess, await store.events(tenant, stream))
    ) as CaseState;
    if (state.status !== 'none') found.set(stream, { stream, version: head.version, state });
  }
  return found;
}

/** What their system was last told of an order. */
export const toldOf = (
  { upstream }: Known,
  { system, number }: Pick<ExternalReference, 'system' | 'number'>,
): UpstreamNote | undefined =>
  upstream.told.find((one) => one.system === system && one.number === number);

import type { StreamId } from '../core/process.ts';
import type { Store, TenantId } from './ports.ts';
import { type AnyProcess, replay } from './upcast.ts';

/** A stream's state as it stands, with the version it stands at. */
export interface Standing<State> {
  readonly state: State;
  readonly version: number;
}

/**
 * States of several streams of one process, in one read; replayed where another release derived
 * them. For screens: a command reads what it rests on itself.
 */
export async function statesOf<State>(
  store: Pick<Store, 'read' | 'events'>,
  process: AnyProcess,
  tenant: TenantId,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, Standing<State>>> {
  const states = new Map<StreamId, Standing<State>>();
  if (streams.length === 0) return states;
  const { heads } = await store.read({ tenant, streams, idempotency: null, texts: [] });
  for (const [stream, head] of heads) {
    if (head.process !== process.name) continue;
    const state =
      head.stateVersion === process.stateVersion
        ? JSON.parse(head.state)
        : replay(process, await store.events(tenant, stream));
    states.set(stream, { state: state as State, version: head.version });
  }
  return states;
}

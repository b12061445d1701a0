import type { CaseState } from '../core/case/state.ts';
import type { StreamId } from '../core/process.ts';
import type { ErasableVault, MatterPart } from './erasure-ports.ts';
import type { Store, TenantId } from './ports.ts';
import { statesOf } from './states.ts';
import type { AnyProcess } from './upcast.ts';

export interface MatterParts {
  readonly store: Pick<Store, 'read' | 'events'>;
  readonly vault: Pick<ErasableVault, 'partsOf'>;
  readonly processOf: (name: string) => AnyProcess | undefined;
}

/** A merge moves them to another's request; what is said in them stays their own person's. */
const MOVING: readonly string[] = ['sponsorship', 'whistle'];

/** Merges are undone one by one, and a request joined to a joined one is seldom. */
const FAR = 8;

/**
 * The streams of one person's matter: the case and whatever is about it, and what went along to the
 * request it was joined to; not what came along from another's. Held, handed over, taken home and
 * erased with it alone.
 */
export async function matterOf(
  parts: MatterParts,
  tenant: TenantId,
  about: StreamId,
): Promise<readonly MatterPart[]> {
  const own = await parts.vault.partsOf(tenant, about);
  const away = await Promise.all(
    (await joinedTo(parts, tenant, about)).map((into) => parts.vault.partsOf(tenant, into)),
  );
  const all = [...own, ...away.flat()];
  const theirs: MatterPart[] = [];
  for (const name of MOVING) {
    const moving = all.filter((part) => part.process === name);
    const process = parts.processOf(name);
    if (moving.length === 0 || process === undefined) continue;
    const ids = moving.map(({ stream }) => stream);
    const states = await statesOf<{ home?: StreamId }>(parts.store, process, tenant, ids);
    theirs.push(...moving.filter(({ stream }) => states.get(stream)?.state.home === about));
  }
  return [...own.filter(({ process }) => !MOVING.includes(process)), ...theirs];
}

/** The request that it was joined to, the one which that was joined to, and so on. */
async function joinedTo(
  { store, processOf }: MatterParts,
  tenant: TenantId,
  about: StreamId,
): Promise<readonly StreamId[]> {
  const process = processOf('case');
  const found: StreamId[] = [];
  for (let next: StreamId | undefined = about; next !== undefined && found.length < FAR; ) {
    const states: ReadonlyMap<StreamId, { readonly state: CaseState }> =
      process === undefined ? new Map() : await statesOf<CaseState>(store, process, tenant, [next]);
    const state: CaseState | undefined = states.get(next)?.state;
    next = state?.status === 'merged' ? state.into : undefined;
    if (next !== undefined) found.push(next);
  }
  return found;
}

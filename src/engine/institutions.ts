import type { Institution } from '../core/authority/institution.ts';
import type { TenantId } from './ports.ts';

/** Reads an institution as it stands now: its stream's events and the documents they name. */
export type LoadInstitution = (tenant: TenantId) => Promise<Institution>;

/**
 * One institution a tenant, as last seen. Loading it is the only reading a command may do besides
 * its own read, and only when the version that read found is not the one held here.
 */
export function createInstitutions(load: LoadInstitution) {
  const held = new Map<TenantId, Promise<Institution>>();

  return {
    /** Null when what was loaded is not at this version either: somebody is changing it just now. */
    async at(tenant: TenantId, version: number): Promise<Institution | null> {
      const before = await settled(held.get(tenant));
      if (before?.version === version) return before;
      const loading = load(tenant);
      held.set(tenant, loading);
      const loaded = await loading;
      return loaded.version === version ? loaded : null;
    },
  };
}

/** A load that failed is as good as none: the next command tries again. */
async function settled(
  loading: Promise<Institution> | undefined,
): Promise<Institution | undefined> {
  try {
    return await loading;
  } catch {
    return undefined;
  }
}

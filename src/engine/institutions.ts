import type { Institution } from '../core/authority/institution.ts';
import { INSTITUTION_STREAM, institution } from '../core/institution/index.ts';
import type { InstitutionState } from '../core/institution/state.ts';
import { assemble, documentsOf } from './institution.ts';
import type { Store, TenantId } from './ports.ts';
import { replay } from './upcast.ts';

/** Reads an institution as it stands now: its stream's events and the documents they name. */
export type LoadInstitution = (tenant: TenantId) => Promise<Institution>;

/** From the institution's own log and the documents that log names. */
export function loadFrom(store: Pick<Store, 'events' | 'documents'>): LoadInstitution {
  return async (tenant) => {
    const { state, version } = await readInstitution(store, tenant);
    const documents = await store.documents(tenant, documentsOf(state));
    return assemble(state, version, documents);
  };
}

/** What was proposed and decided about the law, beside what deciders see of it. */
export async function readInstitution(
  store: Pick<Store, 'events'>,
  tenant: TenantId,
): Promise<{ readonly state: InstitutionState; readonly version: number }> {
  const events = await store.events(tenant, INSTITUTION_STREAM);
  return { state: replay(institution, events) as InstitutionState, version: events.length };
}

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

export type Institutions = ReturnType<typeof createInstitutions>;

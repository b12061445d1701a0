import { INSTITUTION_STREAM, institution } from '../core/institution/index.ts';
import type { InstitutionState } from '../core/institution/state.ts';
import { assemble, documentsOf } from './institution.ts';
import type { LoadInstitution } from './institutions.ts';
import type { Store } from './ports.ts';
import { type AnyProcess, replay } from './upcast.ts';

/** Reads an institution from its own log and the documents that log names. */
export const institutionFrom =
  (store: Pick<Store, 'events' | 'documents'>): LoadInstitution =>
  async (tenant) => {
    const rows = await store.events(tenant, INSTITUTION_STREAM);
    const state = replay(institution as unknown as AnyProcess, rows) as InstitutionState;
    const documents = await store.documents(tenant, documentsOf(state));
    return assemble(state, rows.at(-1)?.version ?? 0, documents);
  };

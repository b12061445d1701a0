import type { Institution } from '../core/authority/institution.ts';
import type { Instant } from '../core/process.ts';
import { createInstitutions, type LoadInstitution } from './institutions.ts';
import { type Store, type TenantId, TryAgain } from './ports.ts';

/** What every answer is told against: the institution as it stands, and the store's time. */
export interface Present {
  readonly institution: Institution;
  readonly now: Instant;
}

const ATTEMPTS = 5;

/** One read a question; the institution itself is read again only when it has changed. */
export function presentFrom(
  store: Pick<Store, 'read'>,
  load: LoadInstitution,
): (tenant: TenantId) => Promise<Present> {
  const institutions = createInstitutions(load);
  return async (tenant) => {
    for (let tried = 0; tried < ATTEMPTS; tried += 1) {
      const read = await store.read({ tenant, streams: [], idempotency: null, texts: [] });
      const institution = await institutions.at(tenant, read.institutionVersion);
      if (institution !== null) return { institution, now: read.now };
    }
    throw new TryAgain(`${tenant}: the institution changed at every look`);
  };
}

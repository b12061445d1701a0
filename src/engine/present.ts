import type { Institution } from '../core/authority/institution.ts';
import type { Instant } from '../core/process.ts';
import type { Institutions } from './institutions.ts';
import { type Store, type TenantId, TryAgain } from './ports.ts';

/** What every answer is told against: the institution as it stands, and the store's time. */
export interface Present {
  readonly institution: Institution;
  readonly now: Instant;
}

const ATTEMPTS = 5;

/** One read a question; the institution itself is read again only when it has changed. */
export async function presentOf(
  { store, institutions }: { readonly store: Store; readonly institutions: Institutions },
  tenant: TenantId,
): Promise<Present> {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const read = await store.read({ tenant, streams: [], idempotency: null, texts: [] });
    const institution = await institutions.at(tenant, read.institutionVersion);
    if (institution !== null) return { institution, now: read.now };
  }
  throw new TryAgain(`${tenant}: the institution changed at every look`);
}

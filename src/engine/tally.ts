import type { TenantId } from './ports.ts';

/**
 * Bare counts of what is deliberately not stored. A report against an official leaves no event, no
 * actor and no instant finer than a month: any of them could point at who reported.
 */
export interface Tally {
  /** @param month 'YYYY-MM' */
  add(tenant: TenantId, name: string, month: string): Promise<void>;
  counts(tenant: TenantId, name: string): Promise<Readonly<Record<string, number>>>;
}

import type { Crypto, TenantId } from '../engine/ports.ts';
import { BadInput } from './problem.ts';

const MARK = 60;

const markOf = (crypto: Crypto, tenant: TenantId, key: string): string =>
  crypto.derive(`cursor/${tenant}/${key}`, MARK);

/**
 * The key to ask for the next page with. It carries a mark only this server can make, so that a
 * store is never handed a key it did not give.
 */
export const cursorFrom = (crypto: Crypto, tenant: TenantId, key: string | null): string | null =>
  key === null ? null : `${key}.${markOf(crypto, tenant, key)}`;

/** The store's own key, or null for the first page. */
export function keyOf(crypto: Crypto, tenant: TenantId, cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [key = '', mark] = cursor.split('.');
  if (mark === markOf(crypto, tenant, key)) return key;
  throw new BadInput([{ code: 'invalid_format', path: ['after'] }]);
}

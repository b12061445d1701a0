import type { Account, Accounts } from '../../engine/accounts.ts';
import type { Crypto, TenantId } from '../../engine/ports.ts';
import { accountId } from './roster.ts';

/**
 * Everybody knows the demonstration's password. On a server that does not show the demonstration,
 * but has one in its database from before, its logins and sessions open nothing.
 */
export function withoutPublished(accounts: Accounts, crypto: Crypto): Accounts {
  const isPublished = (tenant: TenantId, { id, login }: Account): boolean =>
    id === accountId(crypto, tenant, login);
  return {
    ...accounts,
    async byLogin(tenant, login) {
      const account = await accounts.byLogin(tenant, login);
      return account === null || isPublished(tenant, account) ? null : account;
    },
    async session(tenant, tokenHash, now) {
      const found = await accounts.session(tenant, tokenHash, now);
      return found === null || isPublished(tenant, found.account) ? null : found;
    },
  };
}

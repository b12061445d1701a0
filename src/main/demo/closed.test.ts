import { expect, it } from 'vitest';
import type { Account, Accounts } from '../../engine/accounts.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { withoutPublished } from './closed.ts';
import { accountId } from './roster.ts';

const crypto = createCrypto(new Uint8Array(32));
const post = { unit: 'centre', role: 'dispatcher' } as const;
const published: Account = {
  id: accountId(crypto, 'demo', 'dispatcher'),
  login: 'dispatcher',
  password: 'known to everybody',
  posts: [post],
  disabled: false,
};
const own: Account = { ...published, id: 'made-by-an-administrator' };

function accountsOf(account: Account): Accounts {
  const session = {
    tokenHash: 't',
    account: account.id,
    post,
    openedAt: 0,
    idleUntil: 1,
    until: 1,
  };
  const unused = () => Promise.reject(new Error('not asked here'));
  return {
    create: unused,
    setPassword: unused,
    seat: unused,
    list: unused,
    openSession: unused,
    keepSession: unused,
    switchPost: unused,
    endSession: unused,
    sweepSessions: unused,
    byLogin: async () => account,
    session: async () => ({ session, account }),
  };
}

it('given a login of the demonstration, then it opens nothing, nor do sessions it has', async () => {
  const closed = withoutPublished(accountsOf(published), crypto);
  expect(await closed.byLogin('demo', 'dispatcher')).toBeNull();
  expect(await closed.session('demo', 't', 0)).toBeNull();
});

it('given a login somebody made, of whatever name, then it is let in', async () => {
  const closed = withoutPublished(accountsOf(own), crypto);
  expect(await closed.byLogin('demo', 'dispatcher')).toBe(own);
  expect((await closed.session('demo', 't', 0))?.account).toBe(own);
});

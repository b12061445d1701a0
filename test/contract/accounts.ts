import { beforeAll, describe, expect, test } from 'vitest';
import type { Account, Accounts, Session } from '../../src/engine/accounts.ts';
import type { TenantId } from '../../src/engine/ports.ts';
import { HOUR, T0 } from './harness.ts';

export interface AccountsHarness {
  readonly accounts: Accounts;
  createTenant(tenant: TenantId): Promise<unknown>;
}

const clerk = { unit: 'street-1', role: 'intake_agent' } as const;
const desk = { unit: 'hotline', role: 'dispatcher' } as const;
/** A seat in an office is another post than the same one outside it. */
const seat = { unit: 'bureau-1', role: 'unit_handler', office: 'works' } as const;
const bare = { unit: 'bureau-1', role: 'unit_handler' } as const;
const other = { unit: 'street-2', role: 'unit_head' } as const;

const anAccount = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  login: id,
  password: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  posts: [clerk, desk],
  disabled: false,
  ...more,
});
const aSession = (account: string, more: Partial<Session> = {}): Session => ({
  tokenHash: `sha256:${account}`,
  account,
  post: clerk,
  openedAt: T0,
  idleUntil: T0 + HOUR,
  until: T0 + 8 * HOUR,
  ...more,
});

/** Logins and sessions, on every implementation alike; each test in a tenant of its own. */
export function accountsContract(name: string, make: () => Promise<AccountsHarness>): void {
  describe(`accounts, ${name}`, () => {
    let harness: AccountsHarness | undefined;
    let made = 0;
    beforeAll(async () => {
      harness = await make();
    });
    const inTenant = async (work: (accounts: Accounts, tenant: TenantId) => Promise<void>) => {
      if (harness === undefined) throw new Error('the harness was not made');
      made += 1;
      const tenant = `accounts-${made}`;
      await harness.createTenant(tenant);
      await work(harness.accounts, tenant);
    };

    test('are found by login whatever its case, posts in their order', () =>
      inTenant(async (accounts, tenant) => {
        expect(await accounts.create(tenant, anAccount('desk-1'))).toBe(true);
        expect(await accounts.byLogin(tenant, 'Desk-1')).toEqual(anAccount('desk-1'));
        expect(await accounts.byLogin(tenant, 'desk')).toBeNull();
        expect(await accounts.list(tenant)).toEqual([anAccount('desk-1')]);
      }));

    test('a taken login is refused and changes nothing', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('a'));
        const again = anAccount('b', { login: 'A', posts: [other] });
        expect(await accounts.create(tenant, again)).toBe(false);
        expect(await accounts.list(tenant)).toEqual([anAccount('a')]);
      }));

    test('a seat in an office is a post of its own', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('a', { posts: [seat, clerk] }));
        const session = aSession('a', { post: seat });
        await accounts.openSession(tenant, session);
        const find = () => accounts.session(tenant, session.tokenHash, T0);
        expect(await find()).toEqual({
          session,
          account: anAccount('a', { posts: [seat, clerk] }),
        });
        await accounts.switchPost(tenant, session.tokenHash, clerk);
        expect((await find())?.session.post).toEqual(clerk);
        await accounts.switchPost(tenant, session.tokenHash, seat);
        expect((await find())?.session.post).toEqual(seat);
        await accounts.switchPost(tenant, session.tokenHash, bare);
        expect(await find()).toBeNull();
      }));

    test('a session is found with its account until it ends', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('a'));
        const session = aSession('a');
        await accounts.openSession(tenant, session);
        const find = (now: number) => accounts.session(tenant, session.tokenHash, now);
        expect(await find(T0)).toEqual({ session, account: anAccount('a') });
        expect(await find(T0 + HOUR - 1)).not.toBeNull();
        expect(await find(T0 + HOUR)).toBeNull();

        await accounts.keepSession(tenant, session.tokenHash, T0 + 9 * HOUR);
        await accounts.keepSession(tenant, session.tokenHash, T0 + 2 * HOUR);
        expect((await find(T0 + 8 * HOUR - 1))?.session.idleUntil).toBe(T0 + 9 * HOUR);
        expect(await find(T0 + 8 * HOUR)).toBeNull();

        await accounts.endSession(tenant, session.tokenHash);
        expect(await find(T0)).toBeNull();
      }));

    test('a session may change to another of its account’s posts, and holds in no other', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('a'));
        const session = aSession('a');
        await accounts.openSession(tenant, session);
        await accounts.switchPost(tenant, session.tokenHash, desk);
        const found = await accounts.session(tenant, session.tokenHash, T0);
        expect(found?.session.post).toEqual(desk);
        await accounts.switchPost(tenant, session.tokenHash, other);
        expect(await accounts.session(tenant, session.tokenHash, T0)).toBeNull();
      }));

    test('no session of a disabled account, of another token or of another tenant', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('off', { disabled: true }));
        const session = aSession('off');
        await accounts.openSession(tenant, session);
        expect(await accounts.session(tenant, session.tokenHash, T0)).toBeNull();
        expect(await accounts.session(tenant, 'sha256:none', T0)).toBeNull();
        expect(await accounts.session('nobody', session.tokenHash, T0)).toBeNull();
        expect(await accounts.session('', session.tokenHash, T0)).toBeNull();
      }));

    test('is given other posts, its login, its password and the other accounts left alone', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('a', { temporary: true }));
        await accounts.create(tenant, anAccount('b'));
        expect((await accounts.byLogin(tenant, 'a'))?.temporary).toBe(true);
        await accounts.seat(tenant, 'a', { posts: [other, clerk], disabled: true });
        await accounts.seat(tenant, 'none', { posts: [other], disabled: false });
        expect(await accounts.list(tenant)).toEqual([
          anAccount('a', { posts: [other, clerk], disabled: true, temporary: true }),
          anAccount('b'),
        ]);
      }));

    test('is given another password, its posts left alone', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('a', { temporary: true, posts: [seat] }));
        const [first, second] = ['first', 'second'].map((password) => ({
          password,
          temporary: password === 'second',
        }));
        const set = (secret: typeof first, was?: string) =>
          secret === undefined ? null : accounts.setPassword(tenant, 'a', secret, was);
        expect(await set(first, anAccount('a').password)).toBe(true);
        expect(await accounts.list(tenant)).toEqual([
          anAccount('a', { posts: [seat], password: 'first' }),
        ]);
        // Replaced in between by somebody else: theirs stands.
        expect(await set(second, anAccount('a').password)).toBe(false);
        expect((await accounts.byLogin(tenant, 'a'))?.password).toBe('first');
        expect(await set(second)).toBe(true);
        expect(await accounts.byLogin(tenant, 'a')).toEqual(
          anAccount('a', { posts: [seat], password: 'second', temporary: true }),
        );
        expect(
          await accounts.setPassword(tenant, 'none', { password: 'p', temporary: false }),
        ).toBe(false);
      }));

    test('changed, keeps the sessions whose post, password and leave to act it still has', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('a'));
        await accounts.create(tenant, anAccount('b'));
        const [here, there] = [aSession('a'), aSession('a', { tokenHash: 'desk', post: desk })];
        for (const one of [here, there, aSession('b')]) await accounts.openSession(tenant, one);
        const open = async () => {
          const found = await Promise.all(
            [here, there].map(({ tokenHash }) => accounts.session(tenant, tokenHash, T0)),
          );
          return found.map((one) => one !== null);
        };
        const whole = { posts: [clerk, desk], disabled: false };
        await accounts.seat(tenant, 'a', { ...whole, posts: [clerk] });
        expect(await open()).toEqual([true, false]);
        // What ended stays ended: a post that comes back brings no session with it.
        await accounts.seat(tenant, 'a', whole);
        expect(await open()).toEqual([true, false]);
        await accounts.seat(tenant, 'a', { ...whole, disabled: true });
        await accounts.seat(tenant, 'a', whole);
        expect(await open()).toEqual([false, false]);
        await accounts.openSession(tenant, here);
        await accounts.setPassword(tenant, 'a', { password: 'another', temporary: false });
        expect(await open()).toEqual([false, false]);
        expect(await accounts.session(tenant, 'sha256:b', T0)).not.toBeNull();
      }));

    test('ended sessions are swept, and no others', () =>
      inTenant(async (accounts, tenant) => {
        await accounts.create(tenant, anAccount('a'));
        await accounts.openSession(tenant, aSession('a', { tokenHash: 'idle' }));
        await accounts.openSession(tenant, aSession('a', { tokenHash: 'over', until: T0 }));
        const live = aSession('a', { tokenHash: 'live', idleUntil: T0 + 3 * HOUR });
        await accounts.openSession(tenant, live);
        expect(await accounts.sweepSessions(tenant, T0 + HOUR)).toBe(2);
        expect(await accounts.sweepSessions(tenant, T0 + HOUR)).toBe(0);
        expect(await accounts.session(tenant, 'live', T0 + HOUR)).not.toBeNull();
      }));
  });
}

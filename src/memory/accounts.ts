import { samePost } from '../core/authority/posts.ts';
import type { Instant, Post } from '../core/process.ts';
import type { Account, Accounts, Session } from '../engine/accounts.ts';
import type { TenantId } from '../engine/ports.ts';

const ended = (session: Session, now: Instant): boolean =>
  session.idleUntil <= now || session.until <= now;

/** Logins and sessions kept in the process, for tests and the simulator. */
export class MemoryAccounts implements Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly #sessions = new Map<string, Session>();

  async create(tenant: TenantId, account: Account): Promise<boolean> {
    const key = row(tenant, account.login.toLowerCase());
    if (this.#accounts.has(key)) return false;
    this.#accounts.set(key, account);
    return true;
  }

  async setPassword(
    tenant: TenantId,
    id: string,
    { password, temporary }: { readonly password: string; readonly temporary: boolean },
    was?: string,
  ): Promise<boolean> {
    const before = await this.#byId(tenant, id);
    if (before === undefined || (was ?? before.password) !== before.password) return false;
    const { temporary: _, ...kept } = before;
    this.#put(tenant, { ...kept, password, ...(temporary && { temporary }) });
    this.#endSessions(tenant, id, () => true);
    return true;
  }

  async seat(
    tenant: TenantId,
    id: string,
    { posts, disabled }: Pick<Account, 'posts' | 'disabled'>,
  ): Promise<void> {
    const before = await this.#byId(tenant, id);
    if (before === undefined) return;
    this.#put(tenant, { ...before, posts, disabled });
    this.#endSessions(
      tenant,
      id,
      (session) => disabled || !posts.some((post) => samePost(post, session.post)),
    );
  }

  async byLogin(tenant: TenantId, login: string): Promise<Account | null> {
    return this.#accounts.get(row(tenant, login.toLowerCase())) ?? null;
  }

  async list(tenant: TenantId): Promise<readonly Account[]> {
    return [...this.#accounts]
      .filter(([key]) => key.startsWith(row(tenant, '')))
      .map(([, account]) => account);
  }

  async openSession(tenant: TenantId, session: Session): Promise<void> {
    this.#sessions.set(row(tenant, session.tokenHash), session);
  }

  async session(
    tenant: TenantId,
    tokenHash: string,
    now: Instant,
  ): Promise<{ readonly session: Session; readonly account: Account } | null> {
    const session = this.#sessions.get(row(tenant, tokenHash));
    if (session === undefined || ended(session, now)) return null;
    const account = await this.#byId(tenant, session.account);
    if (account === undefined || account.disabled) return null;
    return account.posts.some((post) => samePost(post, session.post)) ? { session, account } : null;
  }

  async keepSession(tenant: TenantId, tokenHash: string, idleUntil: Instant): Promise<void> {
    this.#change(tenant, tokenHash, (session) => ({
      ...session,
      idleUntil: Math.max(session.idleUntil, idleUntil),
    }));
  }

  async switchPost(tenant: TenantId, tokenHash: string, post: Post): Promise<void> {
    this.#change(tenant, tokenHash, (session) => ({ ...session, post }));
  }

  async endSession(tenant: TenantId, tokenHash: string): Promise<void> {
    this.#sessions.delete(row(tenant, tokenHash));
  }

  async sweepSessions(tenant: TenantId, now: Instant): Promise<number> {
    const before = this.#sessions.size;
    for (const [key, session] of this.#sessions)
      if (key.startsWith(row(tenant, '')) && ended(session, now)) this.#sessions.delete(key);
    return before - this.#sessions.size;
  }

  async #byId(tenant: TenantId, id: string): Promise<Account | undefined> {
    return (await this.list(tenant)).find((account) => account.id === id);
  }

  #put(tenant: TenantId, account: Account): void {
    this.#accounts.set(row(tenant, account.login.toLowerCase()), account);
  }

  #endSessions(tenant: TenantId, account: string, isOver: (session: Session) => boolean): void {
    for (const [key, session] of this.#sessions) {
      if (!key.startsWith(row(tenant, '')) || session.account !== account) continue;
      if (isOver(session)) this.#sessions.delete(key);
    }
  }

  #change(tenant: TenantId, tokenHash: string, change: (session: Session) => Session): void {
    const key = row(tenant, tokenHash);
    const session = this.#sessions.get(key);
    if (session !== undefined) this.#sessions.set(key, change(session));
  }
}

/** A tenant's id holds no space. */
const row = (tenant: TenantId, key: string): string => `${tenant} ${key}`;

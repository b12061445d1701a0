import type { Instant, Post } from '../core/process.ts';
import type { TenantId } from './ports.ts';

/**
 * A login of one institution and the posts it may act in. No name of a person, here or anywhere:
 * who sits in a post is the institution's own business.
 */
export interface Account {
  /** Opaque; what events and idempotency know an account by. */
  readonly id: string;
  readonly login: string;
  /** In the PHC string format, which names its algorithm and parameters. */
  readonly password: string;
  /** At least one; the first is the one a session opens in. */
  readonly posts: readonly Post[];
  readonly disabled: boolean;
  /** True while the password is the one an administrator handed over: it opens nothing but a change. */
  readonly temporary?: boolean;
}

/**
 * A signed-in browser or program. Known only by the hash of its token: who reads the table cannot
 * act as anybody. Instants are of the server's own clock, never of a test clock.
 */
export interface Session {
  readonly tokenHash: string;
  readonly account: string;
  readonly post: Post;
  readonly openedAt: Instant;
  /** Ends when nothing is asked until then. */
  readonly idleUntil: Instant;
  /** Ends then whatever is asked. */
  readonly until: Instant;
}

/** Logins and sessions of one institution each; never part of a command's read or write. */
export interface Accounts {
  /** False, and nothing kept, when the login is taken. */
  create(tenant: TenantId, account: Account): Promise<boolean>;
  /**
   * Puts the password in place of the one the account with that id has, or only of `was` where that
   * is given, and ends its sessions. False, and nothing changed, when there is no such account or its
   * password is no longer `was`.
   */
  setPassword(
    tenant: TenantId,
    id: string,
    secret: { readonly password: string; readonly temporary: boolean },
    was?: string,
  ): Promise<boolean>;
  /**
   * Puts posts and leave to act in place of those the account with that id has, its password left
   * alone. Ends its sessions where it is disabled, and those in posts that are gone.
   */
  seat(tenant: TenantId, id: string, seat: Pick<Account, 'posts' | 'disabled'>): Promise<void>;
  /** Logins are compared as lower case. */
  byLogin(tenant: TenantId, login: string): Promise<Account | null>;
  list(tenant: TenantId): Promise<readonly Account[]>;

  openSession(tenant: TenantId, session: Session): Promise<void>;
  /**
   * A session that has not ended by `now` and whose account is neither disabled nor bereft of the
   * session's post, with that account; else null. An unknown tenant is null too: a cookie may say
   * anything.
   */
  session(
    tenant: TenantId,
    tokenHash: string,
    now: Instant,
  ): Promise<{ readonly session: Session; readonly account: Account } | null>;
  /** Moves `idleUntil` forward. */
  keepSession(tenant: TenantId, tokenHash: string, idleUntil: Instant): Promise<void>;
  switchPost(tenant: TenantId, tokenHash: string, post: Post): Promise<void>;
  endSession(tenant: TenantId, tokenHash: string): Promise<void>;
  /** Removes what has ended; returns how many. */
  sweepSessions(tenant: TenantId, now: Instant): Promise<number>;
}

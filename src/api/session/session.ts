import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Post } from '../../core/process.ts';
import type { Account } from '../../engine/accounts.ts';
import type { TenantId } from '../../engine/ports.ts';
import type { ApiParts, Reader } from '../parts.ts';

const COOKIE = 'shaoying_session';
const MINUTE = 60_000;
/** What a browser asks for again by itself, and cannot say that nobody is there. */
const BY_ITSELF: ReadonlySet<string> = new Set(['/api/live']);

/** Half an hour unattended at a counter is long enough. */
const IDLE = 30 * MINUTE;
/** One working day, overtime included; then the password is asked again. */
const ABSOLUTE = 12 * 60 * MINUTE;

/** Opens a session in `post` and hands its token to the browser, which no script can read. */
export async function openSession(
  parts: ApiParts,
  tenant: TenantId,
  account: Account,
  post: Post,
  reply: FastifyReply,
): Promise<Reader> {
  const token = parts.crypto.id(160);
  const tokenHash = parts.crypto.hash(token);
  const now = parts.clock();
  await parts.accounts.openSession(tenant, {
    tokenHash,
    account: account.id,
    post,
    openedAt: now,
    idleUntil: now + IDLE,
    until: now + ABSOLUTE,
  });
  reply.setCookie(COOKIE, `${tenant}.${token}`, {
    path: '/api',
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
    maxAge: ABSOLUTE / 1000,
  });
  return readerOf(tenant, tokenHash, account, post);
}

/**
 * Who the cookie speaks for, or null. A used session lives on; a screen that only asks again by
 * itself, with nobody before it, says so and does not use it.
 */
export async function readSession(
  parts: ApiParts,
  request: FastifyRequest,
): Promise<Reader | null> {
  const match = /^([^.]{1,60})\.([0-9a-z]{32})$/.exec(request.cookies[COOKIE] ?? '');
  const [, tenant, token] = match ?? [];
  if (tenant === undefined || token === undefined) return null;
  const now = parts.clock();
  const tokenHash = parts.crypto.hash(token);
  const found = await parts.accounts.session(tenant, tokenHash, now);
  if (found === null) return null;
  // One write a minute at most: a page asks several things at once.
  const attended =
    request.headers['x-unattended'] === undefined && !BY_ITSELF.has(request.routeOptions.url ?? '');
  if (attended && found.session.idleUntil < now + IDLE - MINUTE) {
    await parts.accounts.keepSession(tenant, tokenHash, now + IDLE);
  }
  return readerOf(tenant, tokenHash, found.account, found.session.post);
}

export async function endSession(
  parts: ApiParts,
  reader: Reader,
  reply: FastifyReply,
): Promise<void> {
  await parts.accounts.endSession(reader.tenant, reader.tokenHash);
  reply.clearCookie(COOKIE, { path: '/api' });
}

const readerOf = (tenant: TenantId, tokenHash: string, account: Account, post: Post): Reader => ({
  tenant,
  account: account.id,
  login: account.login,
  post,
  posts: account.posts,
  tokenHash,
  temporary: account.temporary === true,
});

import { z } from 'zod';
import { NewPassword, SessionView, SignIn, SwitchPost } from '../../contract/session.ts';
import { samePost } from '../../core/authority/posts.ts';
import type { Instant } from '../../core/process.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { problems, readerIn } from '../route.ts';
import { KnownPlaces, Pace, placeOf } from './pace.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { sessionView } from './presenter.ts';
import { endSession, openSession } from './session.ts';

/** Signing in and out, and changing posts. */
export function sessionRoutes(api: Api, parts: ApiParts): void {
  const view = async (reader: Reader): Promise<SessionView> => {
    const { institution, now } = await parts.present(reader.tenant);
    return sessionView(reader, institution, now, parts.demo);
  };

  const pace = new Pace(parts.limits.signIn);
  const known = new KnownPlaces();

  api.post(
    '/session',
    {
      schema: {
        tags: ['session'],
        summary: '登录 · Sign in',
        body: SignIn,
        response: { 200: SessionView, ...problems(400, 401, 403, 429) },
      },
    },
    async (request, reply) => {
      const { login, password, post, tenant = parts.tenant } = request.body;
      const [place, name] = [placeOf(request.ip), `${tenant} ${login.toLowerCase()}`];
      slow(pace, parts.clock(), `address ${place}`);
      if (!known.has(name, place)) slow(pace, parts.clock(), `login ${name}`);
      const served = (await parts.store.tenants()).includes(tenant);
      const account = served ? await parts.accounts.byLogin(tenant, login) : null;
      const matches = await passwordMatches(account?.password ?? null, password);
      if (account === null || !matches || account.disabled) throw new Refused('api.wrong-login');
      known.add(name, place);
      const chosen =
        post === undefined ? account.posts[0] : account.posts.find((own) => samePost(own, post));
      if (chosen === undefined) throw new Refused('api.not-your-post');
      return view(await openSession(parts, tenant, account, chosen, reply));
    },
  );

  api.get(
    '/session',
    {
      schema: {
        tags: ['session'],
        summary: '当前登录 · Who is signed in',
        response: { 200: SessionView, ...problems(401) },
      },
    },
    async (request) => view(readerIn(request)),
  );

  api.delete(
    '/session',
    {
      schema: {
        tags: ['session'],
        summary: '退出 · Sign out',
        response: { 204: z.null(), ...problems(401) },
      },
    },
    async (request, reply) => {
      await endSession(parts, readerIn(request), reply);
      return reply.code(204).send(null);
    },
  );

  api.put(
    '/session/password',
    {
      schema: {
        tags: ['session'],
        summary: '修改密码 · Change one’s password',
        body: NewPassword,
        response: { 200: SessionView, ...problems(400, 401, 403, 422, 429) },
      },
    },
    async (request, reply) => {
      const reader = readerIn(request);
      const { password, next } = request.body;
      if (parts.demoAccounts.some(({ login }) => login === reader.login)) {
        throw new Refused('api.published-password');
      }
      slow(pace, parts.clock(), `password ${reader.tenant} ${reader.account}`);
      const account = await parts.accounts.byLogin(reader.tenant, reader.login);
      if (account === null || !(await passwordMatches(account.password, password))) {
        throw new Refused('api.wrong-login');
      }
      if (password.normalize('NFKC') === next.normalize('NFKC')) {
        throw new Refused('api.same-password');
      }
      // Ends every session of the account, this one too: whoever knew the old one is out.
      const secret = { password: await hashPassword(next), temporary: false };
      const { tenant, post } = reader;
      if (!(await parts.accounts.setPassword(tenant, account.id, secret, account.password))) {
        throw new Refused('api.wrong-login');
      }
      return view(await openSession(parts, tenant, { ...account, ...secret }, post, reply));
    },
  );

  api.put(
    '/session/post',
    {
      schema: {
        tags: ['session'],
        summary: '切换岗位 · Switch to another of one’s posts',
        body: SwitchPost,
        response: { 200: SessionView, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const post = reader.posts.find((own) => samePost(own, request.body.post));
      if (post === undefined) throw new Refused('api.not-your-post');
      await parts.accounts.switchPost(reader.tenant, reader.tokenHash, post);
      return view({ ...reader, post });
    },
  );
}

/**
 * By address, and by login as well: guessing one login from many places is slowed just the same. Not
 * so from where its holder was let in before, or anyone could keep them out by guessing on.
 */
function slow(pace: Pace, now: Instant, key: string): void {
  const seconds = pace.take(key, now);
  if (seconds > 0) throw new Refused('api.too-many-tries', { seconds });
}

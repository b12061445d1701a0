import fastify from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryAccounts } from '../../memory/accounts.ts';
import { buildApi } from '../build.ts';
import { stubParts } from '../testing/stubs.ts';
import { hashPassword } from './passwords.ts';

const PASSWORD = 'correct horse 电池';
const hashed = await hashPassword(PASSWORD);
const handler = { unit: 'street-1', role: 'unit_handler' } as const;
const head = { unit: 'street-1', role: 'unit_head' } as const;

let now = 0;
let accounts: MemoryAccounts;

const server = async (limits = { signIn: 100, requests: 1000 }) => {
  const app = fastify();
  const parts = { ...stubParts(), accounts, clock: () => now, limits };
  await app.register(buildApi(parts), { prefix: '/api' });
  return app;
};
type Server = Awaited<ReturnType<typeof server>>;

const signIn = (app: Server, body: object, headers = {}) =>
  app.inject({ method: 'POST', url: '/api/session', payload: body, headers });
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? '';

beforeEach(async () => {
  now = Date.UTC(2026, 1, 13, 8);
  accounts = new MemoryAccounts();
  const account = { id: 'a1', login: 'street', password: hashed, disabled: false };
  await accounts.create('demo', { ...account, posts: [handler, head] });
  await accounts.create('other', { ...account, id: 'b1', posts: [handler] });
});

describe('signing in', () => {
  it('opens a session in the first post, with a cookie no script and no other site can use', async () => {
    const app = await server();
    const answer = await signIn(app, { login: 'Street', password: PASSWORD });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().post).toMatchObject({ unit: 'street-1', role: 'unit_handler' });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api/);
    expect(answer.body).not.toContain('argon2');
  });

  it('keeps only the hash of the token', async () => {
    const app = await server();
    const token = cookieOf(await signIn(app, { login: 'street', password: PASSWORD })).split(
      '.',
    )[1];
    expect(await accounts.session('demo', token ?? '', now)).toBeNull();
  });

  it('answers an unknown login, a wrong password and another institution alike', async () => {
    const app = await server();
    const bodies = await Promise.all([
      signIn(app, { login: 'nobody', password: PASSWORD }),
      signIn(app, { login: 'street', password: 'wrong' }),
      signIn(app, { tenant: 'nowhere', login: 'street', password: PASSWORD }),
    ]);
    for (const answer of bodies) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toEqual(bodies[0]?.json());
    }
  });

  it('lets its holder in where they were before, however much others guess elsewhere', async () => {
    const app = await server({ signIn: 3, requests: 1000 });
    const from = (remoteAddress: string, password: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { login: 'street', password },
        remoteAddress,
      });
    expect((await from('192.0.2.7', PASSWORD)).statusCode).toBe(200);
    for (let n = 0; n < 6; n += 1) await from(`198.51.100.${n}`, 'wrong');
    expect((await from('198.51.100.9', PASSWORD)).statusCode).toBe(429);
    expect((await from('192.0.2.7', PASSWORD)).statusCode).toBe(200);
    expect((await from('192.0.2.7', 'wrong')).statusCode).toBe(401);
    expect((await from('192.0.2.7', 'wrong')).statusCode).toBe(429);
  });

  it('counts a whole IPv6 network as one address', async () => {
    const app = await server({ signIn: 2, requests: 1000 });
    const codes: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const payload = { login: `nobody-${n}`, password: 'wrong' };
      const remoteAddress = `2001:db8::${n}`;
      codes.push(
        (await app.inject({ method: 'POST', url: '/api/session', payload, remoteAddress }))
          .statusCode,
      );
    }
    expect(codes).toEqual([401, 401, 429]);
  });

  it('looks no session up for who asks too often, whatever the address', async () => {
    const app = await server({ signIn: 100, requests: 2 });
    let looked = 0;
    const session = accounts.session.bind(accounts);
    accounts.session = (...asked) => {
      looked += 1;
      return session(...asked);
    };
    const headers = { cookie: `shaoying_session=demo.${'0'.repeat(32)}`, 'accept-language': 'en' };
    const answers = [];
    for (const url of ['/api/session', '/api/nothing', '/api/session', '/api/nothing'])
      answers.push(await app.inject({ url, headers }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 404, 429, 429]);
    expect(answers[3]?.json().next).toMatch(/Try again in/);
    expect(looked).toBe(2);
  });

  it('refuses a body nested without end, before anything walks it', async () => {
    const app = await server();
    const payload = `{"login":${'['.repeat(9_000)}${']'.repeat(9_000)}}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload, headers });
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'api.too-large']);
  });

  it('slows guessing one login, and says for how long', async () => {
    const app = await server({ signIn: 2, requests: 1000 });
    const tries = [];
    for (let i = 0; i < 3; i += 1)
      tries.push(await signIn(app, { login: 'street', password: 'wrong' }));
    expect(tries.map((answer) => answer.statusCode)).toEqual([401, 401, 429]);
    expect(tries[2]?.json()).toMatchObject({ code: 'api.too-many-tries' });
    expect(tries[2]?.json().next).toMatch(/\d+ 秒/);
  });
});

describe('a session', () => {
  const opened = async (app: Server) =>
    cookieOf(await signIn(app, { login: 'street', password: PASSWORD }));
  const who = (app: Server, cookie: string) =>
    app.inject({ url: '/api/session', headers: { cookie } });

  it('is refused to a stranger, in the language they read', async () => {
    const app = await server();
    const answer = await app.inject({
      url: '/api/session',
      headers: { 'accept-language': 'en-GB,en;q=0.9' },
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().what).toBe('You are not signed in, or your session has ended.');
  });

  it('ends when unattended, and at the end of the day whatever is done', async () => {
    const app = await server();
    const cookie = await opened(app);
    now += 29 * 60_000;
    expect((await who(app, cookie)).statusCode).toBe(200);
    now += 29 * 60_000;
    expect((await who(app, cookie)).statusCode).toBe(200);
    now += 31 * 60_000;
    expect((await who(app, cookie)).statusCode).toBe(401);
    const busy = await opened(app);
    for (let hours = 0; hours < 48; hours += 1) {
      now += 15 * 60_000;
      await who(app, busy);
    }
    expect((await who(app, busy)).statusCode).toBe(401);
  });

  it('is not kept alive by a screen that asks again with nobody before it', async () => {
    const app = await server();
    const cookie = await opened(app);
    const asks = () =>
      app.inject({ url: '/api/session', headers: { cookie, 'x-unattended': '1' } });
    now += 29 * 60_000;
    expect((await asks()).statusCode).toBe(200);
    now += 2 * 60_000;
    expect((await asks()).statusCode).toBe(401);
  });

  it('switches to a held post and to no other', async () => {
    const app = await server();
    const cookie = await opened(app);
    const change = (post: object) =>
      app.inject({
        method: 'PUT',
        url: '/api/session/post',
        headers: { cookie },
        payload: { post },
      });
    expect((await change(head)).json().post.role).toBe('unit_head');
    expect((await who(app, cookie)).json().post.role).toBe('unit_head');
    const denied = await change({ unit: 'street-1', role: 'administrator' });
    expect(denied.statusCode).toBe(403);
    expect(denied.json().code).toBe('api.not-your-post');
  });

  it('is over after signing out', async () => {
    const app = await server();
    const cookie = await opened(app);
    await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect((await who(app, cookie)).statusCode).toBe(401);
  });

  it('of one institution opens nothing in another', async () => {
    const app = await server();
    const cookie = await opened(app);
    expect((await who(app, cookie.replace('demo.', 'other.'))).statusCode).toBe(401);
  });

  it('acts for no other site', async () => {
    const app = await server();
    const cookie = await opened(app);
    const from = (headers: Record<string, string>) =>
      app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, ...headers } });
    expect((await from({ origin: 'https://elsewhere.example' })).json().code).toBe(
      'api.other-origin',
    );
    expect((await from({ origin: 'null' })).json().code).toBe('api.other-origin');
    expect((await from({ 'sec-fetch-site': 'cross-site' })).json().code).toBe('api.other-origin');
    expect((await from({ origin: 'http://localhost:80' })).statusCode).toBe(204);
  });
});

import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { hashPassword } from '../../src/api/session/passwords.ts';
import type { Registered } from '../../src/contract/cases.ts';
import type { Post } from '../../src/contract/session.ts';
import type { Instant } from '../../src/core/process.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import { shippedCalendar } from '../../src/engine/calendar/shipped.ts';
import { createCrypto } from '../../src/engine/crypto.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { found } from '../../src/engine/found.ts';
import { shippedRulebook } from '../../src/engine/rulebook/shipped.ts';
import { createApp } from '../../src/main/app.ts';
import { processes } from '../../src/main/backend.ts';
import { openPostgres } from '../../src/postgres/index.ts';
import { freshDatabase } from './pg.ts';

const TENANT = 'demo';
const PASSWORD = 'a password of the tests';

/** Answers of a staff member's program; anything but success throws with what the server said. */
export interface Staff {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  /** Acts on the case as it stands now; returns its new version. */
  act(id: string, act: string, body?: object): Promise<number>;
  /** Acts on the whistle as it stands now; returns its new version. */
  whistle(id: string, act: string, body?: object): Promise<number>;
}

/** The product as it is served: shipped rulebook, real PostgreSQL, a clock set by hand. */
export interface ServedDistrict {
  readonly origin: string;
  staff(post: Post): Promise<Staff>;
  /** Signs a browser in; the next page it opens is that post's. */
  signIn(page: Page, ...posts: readonly [Post, ...Post[]]): Promise<void>;
  setClock(now: Instant): Promise<void>;
  /** Fires what has fallen due and drains what follows. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** `change`: the shipped rulebook otherwise, where a test wants what chance seldom gives. */
export async function serveDistrict(
  now: Instant,
  law = 'g-district-whistle',
  change: (shipped: Rulebook) => Rulebook = (shipped) => shipped,
): Promise<ServedDistrict> {
  const database = await freshDatabase();
  const postgres = openPostgres({ url: database.url, testClock: true });
  const { store, accounts } = postgres;
  const crypto = createCrypto(new Uint8Array(32));
  const erasing = { vault: postgres.vault, list: { append: async () => {} } };
  const engine = createEngine({ store, crypto, processes, erasing });
  const backend = { ...postgres, crypto, engine, present: engine.present };

  await store.createTenant(TENANT);
  await store.setTestClock(TENANT, now);
  const rulebook = shippedRulebook(law);
  const calendar = shippedCalendar('cn');
  if (rulebook === null || calendar === null) throw new Error('the demonstration is not shipped');
  await found(backend, { tenant: TENANT, rulebook: change(rulebook), calendar, evidence: 'test' });

  const app = await createApp(backend, {
    tenant: TENANT,
    logging: { level: 'silent' },
    trustProxy: '',
    limits: { signIn: 10_000, requests: 1_000_000 },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const password = await hashPassword(PASSWORD);
  const login = async (posts: readonly [Post, ...Post[]]): Promise<string> => {
    const name = posts.map((post) => Object.values(post).join('.')).join('+');
    await accounts.create(TENANT, { id: name, login: name, password, posts, disabled: false });
    return name;
  };

  return {
    origin,
    async staff(post) {
      const signedIn = await fetch(`${origin}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: await login([post]), password: PASSWORD }),
      });
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
      return staffOf(origin, cookie);
    },
    async signIn(page, ...posts) {
      const data = { login: await login(posts), password: PASSWORD };
      const answer = await page.request.post(`${origin}/api/session`, { data });
      if (!answer.ok()) throw new Error(`sign-in: ${await answer.text()}`);
    },
    setClock: (instant) => store.setTestClock(TENANT, instant),
    tick: async () => void (await engine.tick()),
    async close() {
      await app.close();
      await postgres.close();
      await database.drop();
    },
  };
}

function staffOf(origin: string, cookie: string): Staff {
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${origin}/api${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return (isJson ? await answer.json() : await answer.text()) as T;
  };
  const get = <T>(path: string) => ask<T>('GET', path);
  const post = <T>(path: string, body: object) => ask<T>('POST', path, body);
  const actOn =
    (kind: string) =>
    async (id: string, act: string, body: object = {}) => {
      const { version } = await get<{ version: number }>(`/${kind}/${id}`);
      const done = await post<{ version: number }>(`/${kind}/${id}/${act}`, {
        expectedVersion: version,
        ...body,
      });
      return done.version;
    };
  return { get, post, act: actOn('cases'), whistle: actOn('whistles') };
}

/** A request taken down by telephone, with the fields a clerk would fill. */
export const taken = (
  staff: Staff,
  words: string,
  place: string,
  more: object = {},
): Promise<Registered> =>
  staff.post<Registered>('/cases', {
    kind: 'complaint',
    intake: 'phone',
    words,
    place: { unit: place },
    reportsOfficial: false,
    ...more,
  });

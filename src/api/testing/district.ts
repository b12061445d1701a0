import fastify, { type InjectOptions } from 'fastify';
import type { Institution } from '../../core/authority/institution.ts';
import { district, MONDAY } from '../../core/case/given.fixture.ts';
import type { OfficeId, Post, Role, UnitId } from '../../core/process.ts';
import { processes } from '../../core/processes.ts';
import type { Accounts } from '../../engine/accounts.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { createEngine } from '../../engine/engine.ts';
import type { ErasableVault } from '../../engine/erasure-ports.ts';
import type { Queries, Store } from '../../engine/ports.ts';
import { MemoryAccounts } from '../../memory/accounts.ts';
import { createMemory } from '../../memory/index.ts';
import { MemoryTally } from '../../memory/tally.ts';
import { buildApi } from '../build.ts';
import { healthRoutes } from '../health/routes.ts';
import type { ApiParts } from '../parts.ts';
import { serverOptions } from '../server.ts';

export const HOUR = 3_600_000;

/** The stores a district is kept in. */
export interface Kept {
  readonly store: Store;
  readonly queries: Queries;
  readonly vault: ErasableVault;
  readonly accounts: Accounts;
  readonly tally: ApiParts['tally'];
}

export interface District {
  readonly app: ReturnType<typeof fastify>;
  readonly kept: Kept;
  readonly parts: ApiParts;
  /** Every line the server logged. */
  readonly log: string[];
  /** Signed in as a post, without a password being hashed. */
  as(unit: UnitId, role: Role, tenant?: string, office?: OfficeId): Promise<Client>;
  /** Another account in the same seat. */
  second(unit: UnitId, role: Role): Promise<Client>;
  /** The cookie of such a session, for a client of its own. */
  cookie(unit: UnitId, role: Role): Promise<string>;
  tick(): Promise<void>;
  pass(time: number): void;
}

export interface Client {
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  send(options: InjectOptions): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a body
  readonly body: any;
}

/** The small district of the core's tests behind the real API, in memory unless told otherwise. */
export async function openDistrict(
  change: {
    kept?: Kept;
    institution?: Partial<Institution>;
    tenant?: string;
    parts?: Partial<ApiParts>;
  } = {},
): Promise<District> {
  let now = MONDAY;
  const tenant = change.tenant ?? 'demo';
  const kept = change.kept ?? inMemory(() => now);
  for (const each of [tenant, `${tenant}-other`]) await kept.store.createTenant(each);
  const crypto = createCrypto(new Uint8Array(32));
  const institution = { ...district(), version: 0, ...change.institution };
  const engine = createEngine({
    store: kept.store,
    crypto,
    processes,
    loadInstitution: async () => institution,
    erasing: { vault: kept.vault, list: { append: async () => {} } },
  });
  const parts: ApiParts = {
    ...kept,
    tenant,
    crypto,
    execute: engine.execute,
    present: async (of) => ({ institution, now: await kept.store.now(of) }),
    clock: () => now,
    unready: async () => [],
    orderBooks: () => [],
    relay: null,
    portal: 'on',
    demo: false,
    demoAccounts: [],
    limits: { signIn: 1000, requests: 100_000 },
    ...change.parts,
  };
  const log: string[] = [];
  const stream = { write: (line: string) => void log.push(line) };
  const app = fastify(serverOptions({ level: 'trace', stream }, ''));
  healthRoutes(app, parts);
  await app.register(buildApi(parts), { prefix: '/api' });
  return {
    app,
    kept,
    parts,
    log,
    as: async (unit, role, of = tenant, office = undefined) =>
      client(app, await signedIn(parts, of, { unit, role, ...(office ? { office } : {}) })),
    second: async (unit, role) => client(app, await signedIn(parts, tenant, { unit, role }, '.2')),
    cookie: (unit, role) => signedIn(parts, tenant, { unit, role }),
    tick: async () => void (await engine.tick()),
    pass: (time) => {
      now += time;
    },
  };
}

function inMemory(now: () => number): Kept {
  const { store, queries, vault } = createMemory({ now });
  return { store, queries, vault, accounts: new MemoryAccounts(), tally: new MemoryTally() };
}

let sessions = 0;

async function signedIn(parts: ApiParts, tenant: string, post: Post, more = '') {
  const { unit, role, office } = post;
  const id = `${[unit, ...(office === undefined ? [] : [office]), role].join('/')}${more}`;
  await parts.accounts.create(tenant, {
    id,
    login: id,
    password: 'none',
    posts: [post],
    disabled: false,
  });
  sessions += 1;
  const token = String(sessions).padStart(32, '0');
  await parts.accounts.openSession(tenant, {
    tokenHash: parts.crypto.hash(token),
    account: id,
    post,
    openedAt: 0,
    idleUntil: Number.MAX_SAFE_INTEGER,
    until: Number.MAX_SAFE_INTEGER,
  });
  return `shaoying_session=${tenant}.${token}`;
}

function client(app: District['app'], cookie: string): Client {
  const send = async (options: InjectOptions): Promise<Answer> => {
    const answer = await app.inject({ ...options, headers: { cookie, ...options.headers } });
    const json = /json/.test(String(answer.headers['content-type']));
    return { status: answer.statusCode, body: json ? answer.json() : answer.body };
  };
  return {
    send,
    get: (url, headers = {}) => send({ method: 'GET', url: `/api${url}`, headers }),
    post: (url, body = {}, headers = {}) =>
      send({ method: 'POST', url: `/api${url}`, payload: body, headers }),
  };
}

import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../src/main/app.ts';
import { openBackend } from '../src/main/backend.ts';
import { readConfig } from '../src/main/config.ts';
import { delegateDemo, foundDemo } from '../src/main/demo/seed.ts';
import { Lifecycle } from '../src/main/lifecycle.ts';
import { openDatabase } from '../src/postgres/database.ts';
import { fill } from './fill.ts';
import { openFloor } from './floor.ts';
import { openPosts } from './posts.ts';
import { Recorder } from './tape.ts';
import type { Server } from './work.ts';

/**
 * The product beside the least a server can do, in one process on one database, told what to do by
 * `run.ts`: `node server.ts STREET CASES`.
 */
export interface Opened extends Server {
  readonly url: string;
  readonly tenant: string;
  readonly full: Server['full'] & { readonly tenant: string };
}

/** What may be asked of it; each is answered by one message. */
export type Asked = 'record' | 'take' | 'stop' | 'replica';

const TENANT = 'bench';
const FULL = 'bench-full';
const [street = '', cases = ''] = process.argv.slice(2);

const life = new Lifecycle();
life.endOnSignals();
const config = readConfig();
const database = await openDatabase({
  url: config.databaseUrl,
  dataDir: config.dataDir,
  say: () => {},
});
await life.started('database', database.close);
const backend = await openBackend({ ...config, databaseUrl: database.url }, life);
await begin(TENANT);
await begin(FULL);
const posts = await openPosts(backend, TENANT, street);
const full = { ...(await openPosts(backend, FULL)), tenant: FULL };
await fill(backend, FULL, Number(cases));

const app = await createApp(backend, {
  tenant: TENANT,
  logging: { level: 'silent' },
  trustProxy: '',
  limits: { signIn: 1000, requests: 10_000_000 },
});
await app.listen({ port: 0, host: '127.0.0.1' });
await life.started('http', () => app.close());
const floor = await openFloor(database.url);
await life.started('floor', floor.close);

/** A district whose streets may whistle, once that is in force: no power is handed on backwards. */
async function begin(tenant: string): Promise<void> {
  await foundDemo(backend, tenant);
  const inForce = Date.now() + 3000;
  await delegateDemo(backend, tenant, inForce);
  await setTimeout(inForce - Date.now());
}

/** A district like the one that is measured, as it stood when nothing had happened there. */
let replicas = 0;
async function replica(): Promise<string> {
  replicas += 1;
  const tenant = `${TENANT}-${replicas}`;
  await begin(tenant);
  await openPosts(backend, tenant, posts.street, posts);
  return tenant;
}

const recorder = new Recorder();
const answers: Record<Asked, () => unknown> = {
  record: () => recorder.start(),
  take: () => recorder.take(),
  stop: () => recorder.stop(),
  replica,
};
process.on('message', async (asked: Asked) => process.send?.({ answer: await answers[asked]() }));
process.on('disconnect', () => void life.end());

const portOf = (server: FastifyInstance): number => {
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};
const opened: Opened = {
  app: portOf(app),
  bare: portOf(floor.app),
  url: database.url,
  tenant: TENANT,
  posts,
  full,
};
process.send?.({ answer: opened });

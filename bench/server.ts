import fastify from 'fastify';
import pg from 'pg';
import { createApp } from '../src/main/app.ts';
import { openBackend } from '../src/main/backend.ts';
import { readConfig } from '../src/main/config.ts';
import { DEMO, foundDemo } from '../src/main/demo/seed.ts';
import { Lifecycle } from '../src/main/lifecycle.ts';
import { openDatabase } from '../src/postgres/database.ts';
import { openPosts } from './posts.ts';

/**
 * The product beside the least a server can do: one route, one insert, the same database, pool and
 * process. Started by `run.ts`, which reads the one line it prints and sends it SIGTERM.
 */
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
await foundDemo(backend);

const posts = await openPosts(backend, DEMO, process.argv[2]);

const app = await createApp(backend, {
  tenant: DEMO,
  logging: { level: 'silent' },
  trustProxy: '',
  limits: { signIn: 1000, requests: 10_000_000 },
});
await app.listen({ port: 0, host: '127.0.0.1' });
await life.started('http', () => app.close());

const pool = new pg.Pool({ connectionString: database.url, max: 8 });
await life.started('bare connections', () => pool.end());
await pool.query('CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, words text NOT NULL)');
const bare = fastify();
bare.post('/bare', async (request, reply) => {
  const { words } = request.body as { words: string };
  const { rows } = await pool.query('INSERT INTO bare (words) VALUES ($1) RETURNING id', [words]);
  return reply.code(201).send({ id: rows[0].id });
});
await bare.listen({ port: 0, host: '127.0.0.1' });
await life.started('bare http', () => bare.close());

const portOf = (server: typeof app): number => {
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};
console.log(JSON.stringify({ app: portOf(app), bare: portOf(bare), ...posts }));

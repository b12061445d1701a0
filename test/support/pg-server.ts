import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/postgres/embedded/open.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { reaimed } from '../../src/postgres/url.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The administrator's URL to the run's one server. */
    adminUrl: string;
  }
}

/** The migrated database each test's own one is a copy of. */
const TEMPLATE = 'shaoying_template';

type Shared = { adminUrl: string; end: () => Promise<void> };

/** Two lanes set up in one process, each with its own copy of this module: found by a global name. */
const holder = globalThis as { shaoyingTestServer?: { users: number; opened: Promise<Shared> } };

/** Vitest's global set-up for the lanes that need PostgreSQL: one server for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.shaoyingTestServer ??= { users: 0, opened: openShared() };
  const server = holder.shaoyingTestServer;
  server.users += 1;
  const { adminUrl, end } = await server.opened;
  project.provide('adminUrl', adminUrl);
  return async () => {
    server.users -= 1;
    if (server.users === 0) await end();
  };
}

async function openShared(): Promise<Shared> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shaoying-test-'));
  const server = await openEmbedded({
    dataDir,
    say: () => {},
    // Nothing here outlives the run. Crash tests open servers of their own, as shipped.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const adminUrl = reaimed(server.url, { database: 'postgres' });
  await makeTemplate(adminUrl);
  const end = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { adminUrl, end };
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(reaimed(adminUrl, { database: TEMPLATE }));
}

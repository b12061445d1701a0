import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { reaimed } from '../../src/postgres/url.ts';

/** A database of one test file's own. */
export type FreshDatabase = {
  /** The administrator's URL to it. */
  url: string;
  /** Disconnects whoever is left and removes it. */
  drop(): Promise<void>;
};

/**
 * A migrated, empty database for one test file: call it in `beforeAll`, and `drop` in `afterAll`.
 * For `.pg.test.ts` and `.browser.test.ts` files, which share one server a run (pg-server.ts).
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const adminUrl = inject('adminUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(adminUrl, `CREATE DATABASE ${name} TEMPLATE shaoying_template STRATEGY file_copy`);
  return {
    url: reaimed(adminUrl, { database: name }),
    drop: () => run(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { openBackend } from './backend.ts';
import { type Config, readConfig } from './config.ts';
import { DEMO, foundDemo } from './demo/seed.ts';
import { Lifecycle } from './lifecycle.ts';

const folder = mkdtempSync(join(tmpdir(), 'shaoying-verify-'));
let database: FreshDatabase;
let env: Record<string, string>;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  const keyFile = join(folder, 'master.key');
  env = {
    DATABASE_URL: database.url,
    SHAOYING_KEY_FILE: keyFile,
    SHAOYING_DATA: join(folder, 'data'),
  };
  await registerOne(readConfig(env));
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  // What an intruder with every right could do: the triggers that keep the log are off.
  await owner.query('SET session_replication_role = replica; SET search_path = shaoying');
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function registerOne(config: Config): Promise<void> {
  const life = new Lifecycle();
  const { engine, store, crypto } = await openBackend(config, life);
  await foundDemo({ engine, store, crypto });
  const sealed = { ref: '', commitment: '' };
  const answer = await engine.execute({
    tenant: DEMO,
    process: 'case',
    stream: 'a',
    actor: { kind: 'person', case: 'a' },
    expectedVersion: 0,
    command: {
      type: 'register',
      data: {
        kind: 'help',
        intake: 'web',
        words: sealed,
        place: { unit: 'cangkou', detail: null },
        contact: null,
        confidential: false,
        external: [],
        receivedBy: 'cangkou',
        title: null,
        receipt: null,
      },
    },
    private: { words: '示例诉求' },
  });
  expect(answer.accepted).toBe(true);
  await engine.tick();
  await life.end();
}

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));

/** `shaoying verify` as an operator runs it: what it prints and how it ends. */
const verify = (...args: string[]) => verifyIn({}, ...args);

const verifyIn = (change: Record<string, string>, ...args: string[]) =>
  new Promise<{ readonly code: unknown; readonly said: string }>((resolve) => {
    const options = { env: { ...process.env, ...env, ...change } };
    execFile(process.execPath, [cli, 'verify', ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, said: stdout + stderr });
    });
  });

test('ends with 0 where all of it holds, and says what was not checked', async () => {
  const { code, said } = await verify();
  expect(said).toContain('0 differences; 一致 · all of it holds');
  expect(said).toMatch(/Extensions: .*\n\s+NOT CHECKED/);
  expect(code).toBe(0);
});

test.each([
  [
    'event',
    'chain',
    `UPDATE event SET bytes = replace(bytes, '"help"', '"consult"') WHERE stream = 'a'`,
  ],
  [
    'state',
    'state',
    `UPDATE stream_state SET state = replace(state, '"web"', '"sms"') WHERE stream = 'a'`,
  ],
  ['clock', 'clock', `UPDATE clock_row SET due_at = due_at + 1 WHERE stream = 'a'`],
  ['row', 'list', `DELETE FROM list_row WHERE stream = 'a'`],
])('ends with 1 after somebody touched one %s', async (_what, subject, tampering) => {
  const kept = ['event', 'stream_state', 'clock_row', 'list_row'];
  for (const table of kept) {
    await owner.query(
      `CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table} WHERE stream = 'a'`,
    );
  }
  await owner.query(tampering);
  const { code, said } = await verify('--tenant', DEMO);
  for (const table of kept) {
    await owner.query(`DELETE FROM ${table} WHERE stream = 'a'`);
    await owner.query(`INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`);
  }
  expect(said).toContain(`DIFFERS  ${subject} of a`);
  expect(code).toBe(1);
});

test('of a folder that is not there, says so, ends with 1 and makes none', async () => {
  const none = join(tmpdir(), 'shaoying-no-such-folder');
  const { code, said } = await verifyIn({ DATABASE_URL: '', SHAOYING_DATA: none });
  expect([code, existsSync(none)]).toEqual([1, false]);
  expect(said).toContain(none);
});

test('ends with 1 for an institution there is not', async () => {
  expect((await verify('--tenant', 'nobody')).code).toBe(1);
});

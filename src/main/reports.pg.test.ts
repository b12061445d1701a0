import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { makeKey, unlock } from '../contract/desk-key-file.ts';
import { ENVELOPE, openWith } from '../contract/envelope.ts';
import { shippedCalendar } from '../engine/calendar/shipped.ts';
import { found } from '../engine/found.ts';
import { shippedRulebook } from '../engine/rulebook/shipped.ts';
import { createApp } from './app.ts';
import { type Backend, openBackend } from './backend.ts';
import { readConfig } from './config.ts';
import { Lifecycle } from './lifecycle.ts';

const COUNTY = 'county';
const SEAT = { unit: 'sealed-desk', role: 'sealed_officer' } as const;
/** What nothing that is kept may hold, however it is written, and whoever decrypts it here. */
const TOLD = ['乡里的某股长私分救灾款标记', '还分过冬衣标记'] as const;

let database: FreshDatabase;
let admin: pg.Client;
let backend: Backend;
let app: FastifyInstance;
const life = new Lifecycle();
const log: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'shaoying-reports-'));
  const config = readConfig({
    DATABASE_URL: database.url,
    SHAOYING_KEY_FILE: join(folder, 'master.key'),
  });
  backend = await openBackend({ ...config, dataDir: join(folder, 'data') }, life);
  const rulebook = shippedRulebook('w-county-call');
  const calendar = shippedCalendar('cn');
  if (rulebook === null || calendar === null) throw new Error('not shipped');
  await found(backend, { tenant: COUNTY, rulebook, calendar, evidence: '试验' });
  app = await createApp(backend, {
    tenant: COUNTY,
    logging: { level: 'trace', stream: { write: (line) => log.push(line) } },
    trustProxy: '',
  });
  await life.started('http', () => app.close());
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await life.end();
  await database.drop();
});

const key = (account: string, version: number, type: string, data: object, stream = 'key-1') =>
  backend.engine.execute({
    tenant: COUNTY,
    process: 'desk-key',
    stream,
    actor: { kind: 'staff', account, post: SEAT },
    expectedVersion: version,
    command: { type, data },
  });

const post = (url: string, fields: Record<string, string>, cookie = '') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(fields).toString(),
  });

async function stored(): Promise<string> {
  const tables = await admin.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'shaoying'::regnamespace AND relkind = 'r'`,
  );
  const rows: string[] = [];
  for (const { relname } of tables.rows) {
    const rowsOf = await admin.query(`SELECT to_json(t)::text AS row FROM shaoying.${relname} t`);
    rows.push(...rowsOf.rows.map(({ row }) => String(row)));
  }
  return rows.join('\n');
}

/** Every text of the vault, as whoever has database and master key can read it. */
async function decrypted(): Promise<readonly string[]> {
  const { rows } = await admin.query(
    'SELECT v.alg, v.ciphertext, k.alg AS key_alg, k.wrapped FROM shaoying.vault v JOIN shaoying.vault_key k USING (tenant_id, stream)',
  );
  return rows.map(({ alg, ciphertext, key_alg, wrapped }) => {
    const unwrapped = backend.crypto.unwrap({ alg: key_alg, wrapped });
    return backend.crypto.unseal(unwrapped, alg, ciphertext).text;
  });
}

const waysOfWriting = (text: string): readonly string[] => [
  text,
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('base64url'),
  Buffer.from(text).toString('hex'),
  JSON.stringify(text).slice(1, -1),
  encodeURIComponent(text),
];

it('without a key in force the desk takes nothing in, and the month is all that is kept', async () => {
  const answer = await post('/report', { key: 'p', words: TOLD[0] });
  expect(answer.body).toContain('12388');
  expect((await backend.queries.list(COUNTY, { process: 'report' }, 9, null)).rows).toEqual([]);
  expect(Object.values(await backend.tally.counts(COUNTY, 'reports-official'))).toEqual([1]);
  expect(await decrypted()).toEqual([]);
});

it('what is told stands nowhere in the clear: not in the database, not under the master key, not in the log', async () => {
  const made = await makeKey('passphrase', 10);
  const { publicKey, fingerprint } = made;
  await key('officer', 0, 'offer', { alg: ENVELOPE, publicKey, fingerprint });
  expect(await key('second', 1, 'agree', { fingerprint })).toMatchObject({ accepted: true });

  const sent = await post('/report', { key: 'p', words: TOLD[0], unit: 'qingxi' });
  expect(sent.body).toContain('已经加密收下');
  const cookie = String(sent.headers['set-cookie']).split(';')[0] ?? '';
  expect((await post('/follow/report', { words: TOLD[1] }, cookie)).statusCode).toBe(303);
  const refused = await post('/report', { key: 'q', words: TOLD[0], unit: 'w-county' });
  expect(refused.body).toContain('没有保存您说的话');

  const texts = await decrypted();
  expect(texts).toHaveLength(2);
  const all = [await stored(), ...texts, ...log].join('\n');
  expect(all).toContain(fingerprint);
  for (const told of TOLD)
    for (const written of waysOfWriting(told)) expect(all).not.toContain(written);
  // The unit named is inside it, and nowhere else.
  const { rows } = await admin.query(
    `SELECT bytes AS row FROM shaoying.event WHERE process = 'report'
     UNION ALL SELECT to_json(c)::text FROM shaoying.command c WHERE process = 'report'
     UNION ALL SELECT to_json(l)::text FROM shaoying.list_row l WHERE process = 'report'`,
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(rows.filter(({ row }) => String(row).includes('qingxi'))).toEqual([]);
});

it('its officer reads it with their own file and passphrase', async () => {
  const made = await makeKey('another passphrase', 10);
  const { publicKey, fingerprint } = made;
  await key('second', 0, 'offer', { alg: ENVELOPE, publicKey, fingerprint }, 'key-2');
  await key('officer', 1, 'agree', { fingerprint }, 'key-2');
  const sent = await post('/report', { key: 'r', words: TOLD[0], unit: 'qingxi' });
  expect(sent.statusCode).toBe(200);
  const unlocked = await unlock(made.file, 'another passphrase');
  const { rows } = await backend.queries.list(COUNTY, { process: 'report' }, 9, null);
  const opened: unknown[] = [];
  for (const { stream: id } of rows) {
    for (const text of await decrypted()) {
      await openWith(unlocked, id, text).then(
        (told) => opened.push(told),
        () => {},
      );
    }
  }
  expect(opened).toEqual([{ words: TOLD[0], unit: 'qingxi' }]);
});

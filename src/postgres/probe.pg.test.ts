import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { probe } from './probe.ts';
import { reaimed } from './url.ts';

const NAME = 'probe_plain_c';
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
});

afterAll(async () => {
  await admin.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await admin.end();
});

test('a server as we ship it has everything', async () => {
  await expect(probe(admin)).resolves.toBeUndefined();
});

test('a database under a plain C locale, or in another encoding, is told what it lacks', async () => {
  await admin.query(`CREATE DATABASE ${NAME} TEMPLATE template0 LOCALE 'C' ENCODING 'LATIN1'`);
  const url = reaimed(inject('adminUrl'), { database: NAME });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const unfit = await probe(client).catch((error) => error);
    expect(unfit.name).toBe('ServerUnfit');
    const told = unfit.message;
    expect(told).toContain('ENCODING UTF8');
    expect(told).toContain('LOCALE C.UTF-8');
    expect(told).not.toContain('ON CONFLICT');
  } finally {
    await client.end();
  }
});

test('what a server cannot do is told, and what it can is not', async () => {
  const crippled = Object.create(admin, {
    query: {
      value: (sql: string) =>
        admin.query(sql.replace(/ON CONFLICT|pg_advisory_xact_lock/, 'no_such')),
    },
  });
  const unfit = await probe(crippled).catch((error) => error);
  expect(unfit.lacks).toHaveLength(2);
  expect(unfit.message).toMatch(/advisory locks.*[\s\S]*ON CONFLICT/);
});

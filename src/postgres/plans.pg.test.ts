import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aListRow, aWrite, T0 } from '../../test/contract/harness.ts';
import { aClock } from '../../test/contract/machines.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import type { ListFilter, WriteRequest } from '../engine/ports.ts';
import { KnownRows } from './derived.ts';
import { openPostgres, type Postgres } from './index.ts';
import { APP, SCHEMA } from './migrate.ts';
import { readValues } from './read.ts';
import { statement } from './sql.ts';
import { learn, writePayload } from './write.ts';

const TENANT = 't';
const ROWS = 6_000;

let database: FreshDatabase;
let postgres: Postgres;
/** As the application, and told each plan, those inside functions included. */
let explained: pg.Client;
const plans: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  postgres = openPostgres({ url: database.url });
  await postgres.store.createTenant(TENANT);
  explained = new pg.Client({ connectionString: database.url });
  await explained.connect();
  explained.on('notice', ({ message }) => plans.push(message ?? ''));
  await explained.query(`
    LOAD 'auto_explain';
    SET auto_explain.log_min_duration = 0;
    SET auto_explain.log_nested_statements = on;
    SET client_min_messages = log;
    SET search_path = ${SCHEMA};
    SET ROLE ${APP}`);
});

afterAll(async () => {
  await explained.end();
  await postgres.close();
  await database.drop();
});

async function plansOf(sql: string, values: unknown[]): Promise<string> {
  plans.length = 0;
  await explained.query(sql, values);
  return plans.join('\n');
}

const scans = (plan: string): string[] =>
  [
    ...plan.matchAll(
      /(Seq Scan on \w+|(?:Index|Index Only|Bitmap Index) Scan (?:Backward )?(?:using|on) \w+)/g,
    ),
  ].map(([scan]) => scan);

const everything = (stream: string, expected: number): WriteRequest =>
  aWrite(
    TENANT,
    { [stream]: expected },
    {
      key: `${stream}/${expected}`,
      projection: {
        list: { ...aListRow, title: `路灯 ${expected}`, holder: `street-${expected}` },
        clocks: [aClock('c', { revision: expected + 1 })],
        acts: [{ act: 'a', unit: 'u', role: 'arbiter', startedAt: T0, dueAt: T0, first: false }],
      },
      claims: [{ op: 'take', name: 'cap', limit: 9_999, holder: stream }],
      aliases: [{ kind: 'external', key: stream, stream }],
      reactions: [{ id: `${stream}/${expected}/0`, reaction: aReaction }],
    },
  );
const aReaction = { process: 'toy', stream: 'b', command: { type: 'note', data: {} } };

const write = (request: WriteRequest, known = new KnownRows()): Promise<string> =>
  plansOf(statement('write').text, [TENANT, writePayload([request], known)]);
const read = (stream: string): Promise<string> => {
  const idempotency = { actor: 'staff:one', key: `${stream}/0` };
  const texts = [{ stream, ref: 'r' }];
  return plansOf(
    statement('read').text,
    readValues({ tenant: TENANT, streams: [stream], idempotency, texts }),
  );
};

/** Plans of the two calls are kept for a connection's life: they must be right from the first. */
describe('read and write, planned while every table is empty,', () => {
  test('find each row by its whole key', async () => {
    const known = new KnownRows();
    learn(known, [everything('a', 0)]);
    const all = [
      await read('a'),
      await write(everything('a', 0)),
      // What differs from the rows known, and then all rows, whatever stands.
      await write(everything('a', 1), known),
      await write({
        ...everything('a', 2),
        settles: { reaction: 'a/0/0', parked: null },
        claims: [{ op: 'release', name: 'cap', holder: 'a' }],
      }),
      await read('a'),
    ].flatMap(scans);
    const indexes = all.filter((scan) => scan.includes('Index'));
    expect(new Set(indexes.map((scan) => scan.split(' ').at(-1)))).toEqual(
      new Set([
        'tenant_pkey',
        'stream_state_pkey',
        'command_once',
        'vault_key_pkey',
        'vault_pkey',
        'erasure_pkey',
        'list_row_pkey',
        'list_unit_pkey',
        'search_token_pkey',
        'act_row_pkey',
        'clock_row_pkey',
        'claim_counter_pkey',
        'claim_holder_pkey',
        'alias_pkey',
        'reaction_pkey',
      ]),
    );
    expect(all.filter((scan) => scan.startsWith('Seq'))).toEqual([]);
  });
});

describe(`with ${ROWS} rows`, () => {
  beforeAll(fill);

  const sent: { text: string; values: unknown[] }[] = [];

  /** What a call of the ports sends, explained as the application would run it. */
  async function scansOf(call: () => Promise<unknown>): Promise<string[]> {
    sent.length = 0;
    const query = pg.Client.prototype.query;
    const spy = vi.spyOn(pg.Client.prototype, 'query');
    spy.mockImplementation(function (this: pg.Client, ...given) {
      const [asked] = given as unknown as [{ text: string; values: unknown[] }];
      if (asked.text.includes('FROM ') && asked.text.includes('tenant_id')) sent.push(asked);
      return query.apply(this, given);
    });
    await call();
    spy.mockRestore();
    expect(sent).toHaveLength(1);
    await explained.query(`BEGIN; SELECT set_config('shaoying.tenant', '${TENANT}', true)`);
    await plansOf(sent[0]?.text ?? '', sent[0]?.values ?? []);
    // A portal tells its plan when it is closed.
    await explained.query('COMMIT');
    const found = scans(plans.join('\n'));
    expect(found.length).toBeGreaterThan(0);
    return found;
  }

  const posts = (['dispatcher', 'unit_head'] as const).map((role) => ({ unit: 'u1', role }));
  const calls: Record<string, () => Promise<unknown>> = {
    acts: () => postgres.queries.acts(TENANT, { posts }, 50, null),
    actCounts: () => postgres.queries.actCounts(TENANT, { posts }, T0, T0),
    entry: () => postgres.queries.entry(TENANT, 's100'),
    byAlias: () => postgres.queries.byAlias(TENANT, { kind: 'external', key: 'k100' }),
    aliases: () => postgres.queries.aliases(TENANT, 'external', 'k1', 50, null),
    eventsOfType: () => postgres.queries.eventsOfType(TENANT, 'Ruled', 'c3', 10),
    parked: () => postgres.queries.parked(TENANT, 10),
    events: () => postgres.store.events(TENANT, 's100'),
    sequenced: () => postgres.store.sequenced(TENANT, 100, 50),
    changes: () =>
      postgres.queries.changes(TENANT, 'toy', { id: 'u1', territory: ['p1'] }, T0, T0 + 100),
    claimHolders: () => postgres.queries.claimHolders(TENANT, ['n1', 'n2']),
    lastPosition: () => postgres.store.lastPosition(TENANT),
    lastCheckpoint: () => postgres.store.lastCheckpoint(TENANT),
    looks: () => postgres.vault.looks(TENANT, 's100'),
    partsOf: () => postgres.vault.partsOf(TENANT, 's100'),
    byLogin: () => postgres.accounts.byLogin(TENANT, 'l100'),
  };

  test.each(Object.keys(calls))('%s reads an index', async (name) => {
    const found = await scansOf(calls[name] ?? (() => Promise.reject(new Error(name))));
    expect(found.filter((scan) => scan.startsWith('Seq'))).toEqual([]);
  });

  const filters: [string, ListFilter][] = [
    ['nothing', { process: 'toy' }],
    ['a bucket', { process: 'toy', bucket: 'open' }],
    ['statuses', { process: 'toy', status: ['received', 'handling'] }],
    ['a category', { process: 'toy', category: 'c3' }],
    [
      'a unit and its territory',
      { process: 'toy', unit: { id: 'u1', territory: ['p1', 'p2'] }, bucket: 'open' },
    ],
    ['words', { process: 'toy', text: '路灯 12' }],
    ['what is overdue', { process: 'toy', overdueAt: T0 + 100 }],
  ];

  test.each(filters)(
    'a list filtered by %s reads indexes in order, page by page',
    async (_, filter) => {
      const first = await postgres.queries.list(TENANT, filter, 20, null);
      expect(first.rows).toHaveLength(20);
      expect(first.next).not.toBeNull();
      const found = await scansOf(() => postgres.queries.list(TENANT, filter, 20, first.next));
      expect(found.filter((scan) => scan.startsWith('Seq'))).toEqual([]);
    },
  );

  test.each([
    ['due-clocks', [20]],
    ['pending-reactions', [20]],
    ['session', [TENANT, 't100', 0]],
  ])('%s reads indexes', async (name, values) => {
    const found = scans(await plansOf(statement(name).text, values));
    const rows = found.filter((scan) => !scan.includes('tenant'));
    expect(rows.filter((scan) => scan.startsWith('Seq'))).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });
});

async function fill(): Promise<void> {
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`
    SET search_path = ${SCHEMA};
    CREATE TEMPORARY TABLE g AS SELECT i, 's' || i AS stream FROM generate_series(1, ${ROWS}) AS i;
    INSERT INTO stream_state SELECT '${TENANT}', stream, 'toy', 1, '{}', 1, 'h' FROM g;
    INSERT INTO event SELECT '${TENANT}', stream, v, 'toy', CASE WHEN v = 3 THEN 'Ruled' ELSE 'Noted' END,
      1, '{}', 'h', i, i FROM g, generate_series(1, 3) AS v;
    INSERT INTO event_position SELECT '${TENANT}', i, stream, 1 FROM g;
    INSERT INTO list_row SELECT '${TENANT}', stream, 'toy',
      (ARRAY['received', 'handling', 'closed', 'triaged'])[i % 4 + 1], NULL,
      (ARRAY['open', 'open', 'closed', 'open'])[i % 4 + 1], 'c' || i % 20, '路灯不亮 ' || i, 'p' || i % 40,
      'u' || i % 30, 'u' || i % 30, NULL, '{}', i, NULL, ${T0} + i % 500, i % 100 = 0, false, 0, '{}', NULL FROM g;
    INSERT INTO list_unit SELECT '${TENANT}', stream, holder, bucket, opened_at, due_at, first, process FROM list_row WHERE stream LIKE 's%';
    INSERT INTO search_token SELECT '${TENANT}', unnest(title_tokens(title)), stream FROM list_row WHERE title IS NOT NULL
      ON CONFLICT DO NOTHING;
    INSERT INTO vault_key SELECT '${TENANT}', stream, 'a', '' FROM g;
    INSERT INTO act_row SELECT '${TENANT}', stream, 0, 'toy', 'a', 'u' || i % 30,
      (ARRAY['dispatcher', 'unit_head', 'arbiter'])[i % 3 + 1], NULL, i, ${T0} + i % 500, false FROM g;
    INSERT INTO clock_row SELECT '${TENANT}', stream, 'reply-1', 0, 'toy', 'reply', 'u' || i % 30, 'running', 1, i, i, NULL,
      false, CASE WHEN i % 20 = 0 THEN ${T0} + i END, NULL FROM g;
    INSERT INTO claim_holder SELECT '${TENANT}', 'n' || i % 500, stream FROM g;
    INSERT INTO alias SELECT '${TENANT}', 'external', 'k' || i, stream FROM g;
    INSERT INTO reaction (tenant_id, id, status, body) SELECT '${TENANT}', 'r' || i,
      CASE WHEN i % 100 = 0 THEN 'pending' WHEN i % 100 = 1 THEN 'parked' ELSE 'done' END, '{}' FROM g;
    UPDATE reaction SET refusal = '{}' WHERE status = 'parked';
    INSERT INTO command SELECT '${TENANT}', 'c' || i, 'staff:one', 'k' || i, 'h', 'toy', stream, 'note', '{}', i, 0,
      '{}', '{}' FROM g;
    INSERT INTO checkpoint SELECT '${TENANT}', i, i - 1, 'h', i FROM g;
    INSERT INTO look (tenant_id, stream, ref, field, actor, purpose, at)
      SELECT '${TENANT}', stream, 'r', 'words', '{}', 'p', i FROM g;
    INSERT INTO account SELECT '${TENANT}', 'a' || i, 'l' || i, 'p', false FROM g;
    INSERT INTO account_post SELECT '${TENANT}', 'a' || i, 1, 'u1', 'dispatcher' FROM g;
    INSERT INTO session SELECT '${TENANT}', 't' || i, 'a' || i, 'u1', 'dispatcher', 0, 1, 1 FROM g;
    ANALYZE`);
  await admin.end();
}

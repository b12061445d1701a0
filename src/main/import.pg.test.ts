import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { until } from '../../test/support/until.ts';
import type { Role } from '../core/process.ts';
import { csv, MAPPING } from '../engine/import/ledger.fixture.ts';
import { isSound, verify } from '../engine/verify/index.ts';
import { type Backend, openBackend, processes } from './backend.ts';
import { readConfig } from './config.ts';
import type { Report } from './ledger/report.ts';
import { Lifecycle } from './lifecycle.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../../mappings/', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'shaoying-import-'));
const ROWS = 400;
let database: FreshDatabase;
let backend: Backend;
let env: Record<string, string>;
const life = new Lifecycle();

beforeAll(async () => {
  database = await freshDatabase();
  env = { DATABASE_URL: database.url, SHAOYING_KEY_FILE: join(folder, 'master.key') };
  backend = await openBackend(readConfig(env), life);
  writeFileSync(join(folder, 'map.yaml'), MAPPING);
  writeFileSync(join(folder, 'ledger.csv'), ledger());
});

afterAll(async () => {
  await life.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Open, closed, answered and late rows, and one that contradicts itself. */
function ledger(): string {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const id = String(1_000 + n);
    const due = n % 2 === 0 ? '' : '2026-03-05';
    if (n % 4 === 0) return { id, due };
    return {
      id,
      due,
      state: 'done',
      closed: '2026-03-09 10:00',
      answer: n % 4 === 1 ? '' : 'was filled',
    };
  });
  return csv(...rows, { id: 'late', due: '2026-03-01' });
}

/** The command as an operator runs it. */
function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, 'import', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finished(child: ChildProcess) {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

async function imported(file: string, mapping: string, ...more: readonly string[]) {
  const rejects = join(folder, 'rejects.csv');
  const { code, out, err } = await finished(
    start(file, '--mapping', mapping, '--rejects', rejects, '--json', ...more),
  );
  expect(err).not.toMatch(/Error/);
  return { code, report: JSON.parse(out) as Report, rejects };
}

const own = (...more: readonly string[]) =>
  imported(join(folder, 'ledger.csv'), join(folder, 'map.yaml'), ...more);

/** What each row became, but for what hangs on the instant it was read and on chance. */
async function told(tenant: string): Promise<Readonly<Record<string, unknown>>> {
  const streams = await backend.audit.streams(tenant, null, 2 * ROWS);
  return Object.fromEntries(
    streams.flatMap(({ stream, events, list }) => {
      if (stream === 'institution') return [];
      const number = /"number":"([^"]+)"/.exec(events[0]?.bytes ?? '')?.[1] ?? stream;
      const story = events.map(({ type, occurredAt, recordedAt }) => [
        type,
        occurredAt === recordedAt ? 'now' : occurredAt,
      ]);
      return [[number, { story, status: list?.status, outcome: list?.outcome }]];
    }),
  );
}

const sound = async (tenant: string) => isSound(await verify({ ...backend, processes }, tenant));

describe('shaoying import', () => {
  it('killed half way and run again ends where one run ends', async () => {
    const whole = await own('--tenant', 'whole');
    expect(whole).toMatchObject({
      code: 2,
      report: { rows: ROWS + 1, imported: ROWS, rejected: 1 },
    });

    const killed = start(join(folder, 'ledger.csv'), '--mapping', join(folder, 'map.yaml'));
    const ended = finished(killed);
    const there = async () =>
      (await backend.store.tenants()).includes('harbour') ? countOf('harbour') : 0;
    await until(async () => (await there()) > ROWS / 4);
    killed.kill('SIGKILL');
    await ended;
    const half = await there();
    expect(half).toBeLessThan(ROWS);

    const again = await own();
    expect(again).toMatchObject({ code: 2, report: { present: half, imported: ROWS - half } });
    expect(await told('harbour')).toEqual(await told('whole'));
    expect([await sound('harbour'), await sound('whole')]).toEqual([true, true]);

    const third = await own();
    expect(third).toMatchObject({ code: 2, report: { present: ROWS, imported: 0 } });
  });

  it('lists what it did not take, by line, in both languages, and not what the row says', async () => {
    const { rejects, report } = await own('--tenant', 'whole');
    expect(report.rejects).toBe(rejects);
    const [heading, line, ...rest] = readFileSync(rejects, 'utf8').trimEnd().split('\n');
    expect(heading).toBe('\uFEFFline,number,code,reason_zh,reason_en');
    expect(line).toMatch(
      /^402,late,import\.due-before-opened,到期时间不晚于登记时间。请核对。,It was due no later/,
    );
    expect(line).not.toContain('bucket');
    expect(rest).toEqual([]);
  });

  it('ends on a signal with what is under way, and says that it stopped', async () => {
    const child = start(
      join(folder, 'ledger.csv'),
      ...['--mapping', join(folder, 'map.yaml'), '--tenant', 'stopped', '--json'],
      ...['--rejects', join(folder, 'stopped.csv')],
    );
    const ended = finished(child);
    await until(async () => (await backend.store.tenants()).includes('stopped'));
    await until(async () => (await countOf('stopped')) > 0);
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    const { code, out } = await ended;
    const report: Report = JSON.parse(out);
    expect([code, report.stopped]).toEqual([1, true]);
    expect(await countOf('stopped')).toBe(report.imported);
  });

  it('leaves no file of rejects where there are none, and ends with 0', async () => {
    const done = await own('--tenant', 'few', '--limit', '10');
    expect(done).toMatchObject({ code: 0, report: { rows: 10, rejects: null } });
    expect(existsSync(done.rejects)).toBe(false);
  });

  it.each([
    ['no such file', 'nothing.csv', 'map.yaml', /nothing\.csv cannot be read/],
    ['no such mapping', 'ledger.csv', 'nothing.yaml', /The mapping .* cannot be read/],
    [
      'a mapping that is wrong',
      'ledger.csv',
      'wrong.yaml',
      /wrong\.yaml:29:\d+ outcomes\.1\.outcome/,
    ],
    [
      'a mapping its rulebook does not fit',
      'ledger.csv',
      'unfit.yaml',
      /unfit\.yaml:8:\d+ .* has no 'counter'/,
    ],
    ['a ledger it does not fit', 'other.csv', 'map.yaml', /lacks these columns: id/],
  ])('says what is wrong in a sentence: %s', async (_, file, map, expected) => {
    writeFileSync(join(folder, 'wrong.yaml'), MAPPING.replace('outcome: FIXED', 'outcome: DONE'));
    writeFileSync(join(folder, 'unfit.yaml'), MAPPING.replace(': desk', ': counter'));
    writeFileSync(join(folder, 'other.csv'), 'a,b\n1,2\n');
    const child = start(join(folder, file), '--mapping', join(folder, map), '--tenant', 'none');
    const { code, err } = await finished(child);
    expect(code).toBe(1);
    expect(err).toMatch(expected);
    expect(err).toMatch(/[\u4e00-\u9fff]/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

async function countOf(tenant: string): Promise<number> {
  return Object.values(await backend.queries.counts(tenant, 'case')).reduce((sum, n) => sum + n, 0);
}

describe('what a ledger left open', () => {
  const post = (unit: string, role: Role) => ({ unit, role });
  const DESK = post('hotline', 'dispatcher');
  const CREW = post('public-works', 'unit_handler');
  const CALLER = post('neighborhood-services', 'callback_agent');
  const tenant = 'boston-2011';

  /** A member of staff does one act; answers with the case's new version. */
  async function act(
    who: ReturnType<typeof post>,
    stream: string,
    type: string,
    data: object,
    seen: number,
  ) {
    const answer = await backend.engine.execute({
      tenant,
      process: 'case',
      stream,
      actor: { kind: 'staff', account: `${who.unit}-1`, post: who },
      command: { type, data },
      ...(type === 'reply' ? { private: { reply: 'Filled this morning.' } } : {}),
      expectedVersion: seen,
    });
    if (!answer.accepted) throw new Error(`${type}: ${answer.refusal.code}`);
    return answer.versions[stream] ?? 0;
  }

  it('stands in the right queues and is taken to its end', async () => {
    const { code, report } = await imported(
      join(SHIPPED, 'samples/boston-2011.csv'),
      join(SHIPPED, 'boston-2011.yaml'),
    );
    expect([code, report.open]).toEqual([2, 5]);
    const { rows } = await backend.queries.acts(tenant, { posts: [CREW] }, 50, null);
    // Its own target of 2011 is long past, and late it stays; signing is owed from today.
    const owed = rows.filter(({ act }) => act === 'case.sign-for');
    expect(owed.map(({ title }) => title).toSorted()).toEqual([
      'Graffiti Removal',
      'Request for Pothole Repair',
    ]);
    const pothole = owed.find(({ title }) => title === 'Request for Pothole Repair');
    if (pothole === undefined) throw new Error('no pothole');
    const { stream } = pothole;
    expect(await backend.queries.entry(tenant, stream)).toMatchObject({
      status: 'assigned',
      place: 'roslindale',
      lead: 'public-works',
      imported: true,
      breaches: 1,
      openedAt: Date.UTC(2011, 6, 7, 16),
    });

    let seen = await act(CREW, stream, 'sign-for', {}, pothole.version);
    const reply = { reply: null, outcome: 'FIXED', citation: null };
    seen = await act(CREW, stream, 'reply', reply, seen);
    const yes = { reached: true, solved: 'yes', heard: true, words: null };
    seen = await act(CALLER, stream, 'verify', yes, seen);
    await act(CALLER, stream, 'close', { outcome: 'FIXED' }, seen);
    expect(await backend.queries.entry(tenant, stream)).toMatchObject({
      status: 'closed',
      outcome: 'FIXED',
      breaches: 1,
    });
    expect(await sound(tenant)).toBe(true);
  });

  it('without a category waits at the desk, and is sorted and sent there', async () => {
    const messages = await imported(
      join(SHIPPED, 'samples/zh-messages.csv'),
      join(SHIPPED, 'zh-messages.yaml'),
    );
    expect(messages).toMatchObject({ code: 0, report: { rows: 10, withheld: 1, untriaged: 2 } });
    const { rows } = await backend.queries.acts('zh-messages', { posts: [DESK] }, 50, null);
    expect(rows.map(({ act }) => act).toSorted()).toEqual([
      'case.dispatch',
      'case.dispatch',
      'case.triage',
      'case.triage',
    ]);
    expect(await sound('zh-messages')).toBe(true);
  });
});

import { execFile } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/pg.ts';
import { proposeCategory } from '../core/authority/category.ts';
import type { Institution } from '../core/authority/institution.ts';
import { propose } from '../core/authority/propose.ts';
import type { CaseState } from '../core/case/state.ts';
import type { Post, ProcessCommand } from '../core/process.ts';
import { proposeCalls } from '../core/whistle/calling.ts';
import { shippedCalendar } from '../engine/calendar/shipped.ts';
import { found } from '../engine/found.ts';
import { INSTITUTION_STREAM } from '../engine/keys.ts';
import { sheetOf } from '../engine/orders/sheet.ts';
import { shippedRulebook } from '../engine/rulebook/shipped.ts';
import { isSound, verify } from '../engine/verify/index.ts';
import { type Backend, openBackend, processes } from './backend.ts';
import { readConfig } from './config.ts';
import type { OrdersReport } from './ledger/orders.ts';
import { Lifecycle } from './lifecycle.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const IN = at('mappings/orders/city-hotline.in.yaml');
const OUT = at('mappings/orders/city-hotline.out.yaml');
const SAMPLE = at('mappings/samples/city-hotline.csv');
/** Real messages; their licence keeps them out of the repository. */
const MESSAGES = at('../shared/data/zh/taidi2020c_messages_half.csv.gz');
const TENANT = 'city';
const ORDERS = 300;
const WHISTLES = 5;
/** The city says which street a matter lies in; these messages are of another city. */
const STREETS = [
  { id: 'cangkou', name: '沧口街道' },
  { id: 'licun', name: '李村街道' },
  { id: 'jiushui', name: '九水街道' },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'shaoying-orders-'));
const life = new Lifecycle();
let database: FreshDatabase;
let backend: Backend;
let env: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase();
  env = { DATABASE_URL: database.url, SHAOYING_KEY_FILE: join(folder, 'master.key') };
  backend = await openBackend(readConfig(env), life);
  await foundAs(TENANT);
});
afterAll(async () => {
  await life.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function foundAs(tenant: string, callback: 'us' | 'upstream' = 'us'): Promise<void> {
  const [law, calendar] = [shippedRulebook('g-district-whistle'), shippedCalendar('cn')];
  if (law === null || calendar === null) throw new Error('not shipped');
  const rulebook = { ...law, verification: { ...law.verification, callback } };
  await found(backend, { tenant, rulebook, calendar, evidence: 'test' });
  for (const role of ['dispatcher', 'intake_agent'] as const) {
    const post = { unit: 'hotline', role };
    const account = { id: role, login: role, password: 'none', posts: [post], disabled: false };
    await backend.accounts.create(tenant, account);
  }
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command as an operator runs it. */
const run = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [CLI, 'orders', ...args], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

async function imported(file: string, ...more: readonly string[]): Promise<OrdersReport> {
  const { out, err } = await run(
    'import',
    file,
    '--mapping',
    IN,
    '--as',
    'dispatcher',
    '--json',
    ...more,
  );
  if (out === '') throw new Error(err);
  return JSON.parse(out) as OrdersReport;
}
const exported = (out: string, ...more: readonly string[]): Promise<Ran> =>
  run('export', '--mapping', OUT, '--as', 'dispatcher', '--out', out, ...more);

/** Heading and rows of a sheet by the name of their columns. */
async function sheetIn(file: string) {
  const [heading = [], ...rows] = await readSheet(file);
  const names = heading.map(String);
  return {
    names,
    rows: rows.map((row) =>
      Object.fromEntries(names.map((name, n) => [name, row[n] === null ? '' : String(row[n])])),
    ),
  };
}

describe('shaoying orders', () => {
  it('shows first, does once confirmed, and the second time finds nothing to do', async () => {
    const more = ['--tenant', TENANT, '--rejects', join(folder, 'rejects.csv')];
    const shown = await imported(SAMPLE, ...more);
    expect(shown).toMatchObject({ confirmed: false, done: 0, counts: { new: 4, rejected: 2 } });
    expect(await backend.queries.counts(TENANT, 'case')).toEqual({});
    const done = await imported(SAMPLE, '--confirm', ...more);
    expect(done).toMatchObject({ confirmed: true, done: 4 });
    expect(readFileSync(join(folder, 'rejects.csv'), 'utf8')).toMatch(
      /7,SZ20260302-0006,import.bad-time/,
    );
    expect(await imported(SAMPLE, '--confirm', ...more)).toMatchObject({
      done: 0,
      counts: { new: 0, changed: 0, unchanged: 4, rejected: 2 },
    });
  });

  it('tells a person in both languages, and ends with 2 where lines were rejected', async () => {
    const args = ['--mapping', IN, '--as', 'dispatcher', '--tenant', TENANT];
    const { code, out } = await run('import', SAMPLE, ...args, '--rejects', join(folder, 'r.csv'));
    expect(code).toBe(2);
    expect(out).toContain(
      '新增 0，变化 0，不变 4，未采用 2 · 0 new, 0 changed, 4 unchanged, 2 rejected',
    );
    expect(out).toContain('加 --confirm 办理');
  });

  it.each([
    ['nobody', 'nobody'],
    ['no dispatcher', 'intake_agent'],
  ])('is done by %s: refused in a sentence', async (_, login) => {
    const { code, err } = await run(
      'import',
      SAMPLE,
      '--mapping',
      IN,
      '--as',
      login,
      '--tenant',
      TENANT,
    );
    expect(code).toBe(1);
    expect(err).toContain(`“${login}”不是“hotline”的派单员`);
  });
});

/** Messages of residents as a city would hand them down, `n` to the sheet. */
async function cityOrders(n: number): Promise<string[][]> {
  const [heading = ''] = readFileSync(SAMPLE, 'utf8').split('\n');
  const names = heading.split(',');
  const rows: string[][] = [];
  const parser = createReadStream(MESSAGES)
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  const seen = new Set<string>();
  for await (const message of parser as AsyncIterable<Record<string, string>>) {
    if (rows.length === n) break;
    if (seen.has(message.id ?? '')) continue;
    seen.add(message.id ?? '');
    const cells: Record<string, string> = {
      工单编号: `T${message.id}`,
      标题: message.title ?? '',
      诉求内容: message.text ?? '',
      来电人: message.user ?? '',
      所属街道: STREETS[rows.length % STREETS.length]?.name ?? '',
      办理时限: '2099-12-31 18:00',
      工单状态: '待办理',
    };
    rows.push(names.map((name) => cells[name] ?? ''));
  }
  return [names, ...rows];
}
const changed = (sheet: readonly string[][], number: string, cells: Record<string, string>) =>
  sheet.map((row) =>
    row[0] === number ? row.map((cell, n) => cells[sheet[0]?.[n] ?? ''] ?? cell) : row,
  );

interface Asked {
  readonly category: string;
  readonly place: string;
  readonly lead: string;
}

/** Whom the street may call for such a matter, besides whoever leads it; three at most. */
const besides = (institution: Institution, { category, place, lead }: Asked, at: number) =>
  proposeCalls(institution, { category, place, issuer: place, at })
    .calls.filter(({ unit }) => unit !== lead)
    .slice(0, 3);

describe.each(existsSync(MESSAGES) ? [ORDERS] : [])('%i real messages as city orders', () => {
  const tenant = 'real';
  const law = shippedRulebook('g-district-whistle');
  const first = join(folder, 'orders.xlsx');
  const second = join(folder, 'later.xlsx');
  const back = join(folder, 'replies.xlsx');
  let sheet: string[][];

  const headOf = async (stream: string) => {
    const { heads } = await backend.store.read({
      tenant,
      streams: [stream],
      idempotency: null,
      texts: [],
    });
    return heads.get(stream);
  };
  const doing =
    (process: 'case' | 'whistle' | 'institution') =>
    async (post: Post, stream: string, command: ProcessCommand, texts = {}) => {
      const answer = await backend.engine.execute({
        tenant,
        process,
        stream,
        actor: { kind: 'staff', account: `${post.unit}/${post.role}`, post },
        command,
        private: texts,
        expectedVersion: (await headOf(stream))?.version ?? 0,
      });
      if (!answer.accepted) throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`);
    };
  const act = doing('case');
  const whistle = doing('whistle');
  const stateOf = async (stream: string): Promise<CaseState> =>
    JSON.parse((await headOf(stream))?.state ?? '{}') as CaseState;
  const streamOf = async (number: string): Promise<string> =>
    (await backend.queries.byAlias(tenant, { kind: 'external', key: `市12345热线:${number}` })) ??
    '';
  const dispatcher = { unit: 'hotline', role: 'dispatcher' } as const;
  const numbers: string[] = [];
  /** Dispatched matters for which somebody besides the lead holds a power that the street lacks. */
  const beyond: (Asked & { readonly number: string; readonly stream: string })[] = [];
  const whistled: string[] = [];

  it('come in once, however often they are handed over', async () => {
    await foundAs(tenant, 'upstream');
    // In force by the time the orders have come in.
    const licang = { unit: 'licang', role: 'unit_head' } as const;
    for (const { id: to } of STREETS) {
      const data = { id: `to-${to}`, from: 'licang', to, power: 'coordinate' };
      const term = { validFrom: Date.now() + 1000, validTo: Date.UTC(2099, 0) };
      await doing('institution')(licang, INSTITUTION_STREAM, {
        type: 'delegate',
        data: { ...data, ...term },
      });
    }
    sheet = await cityOrders(ORDERS);
    writeFileSync(first, await sheetOf(sheet, 'xlsx', ','));
    const shown = await imported(first, '--tenant', tenant);
    expect(shown.counts.new + shown.counts.rejected).toBe(ORDERS);
    const kinds = new Set(shown.rejected.map(({ problem }) => problem?.code));
    expect([...kinds].filter((code) => code !== 'import.reports-official')).toEqual([]);
    const done = await imported(first, '--tenant', tenant, '--confirm');
    expect(done.done).toBe(shown.counts.new);
    const again = await imported(first, '--tenant', tenant, '--confirm');
    expect(again).toMatchObject({ done: 0, counts: { unchanged: done.done, new: 0, changed: 0 } });
  });

  it('are triaged and dispatched by the duty list, and some are replied to', async () => {
    if (law === null) throw new Error('not shipped');
    const { institution, now } = await backend.present(tenant);
    let sent = 0;
    for (const [n, [number = '', title = '', words = '']] of sheet.slice(1).entries()) {
      const stream = await streamOf(number);
      const place = STREETS[n % STREETS.length]?.id ?? '';
      const [best] = proposeCategory(law, `${title}\n${words}`, { limit: 1 });
      const matter = law.categories.find(({ code }) => code === best?.category);
      if (stream === '' || matter === undefined) continue;
      if (matter.channel !== null || matter.emergency !== null) continue;
      const proposal = propose(institution, matter.code, place, now);
      if (proposal.none) continue;
      const triage = { category: matter.code, title, urgency: null, automatic: false };
      await act(dispatcher, stream, { type: 'triage', data: triage });
      const order = { lead: proposal.lead, assisting: [], overrideReason: null };
      await act(dispatcher, stream, { type: 'dispatch', data: order });
      sent += 1;
      const asked = { category: matter.code, place, lead: proposal.lead };
      if (sent > 30 && besides(institution, asked, now).length > 0) {
        beyond.push({ number, stream, ...asked });
      }
      if (sent > 30) continue;
      const handler = { unit: proposal.lead, role: 'unit_handler' } as const;
      await act(handler, stream, { type: 'sign-for', data: {} });
      if (sent > 20) continue;
      const reply = { reply: null, outcome: 'FIXED', citation: null };
      await act(handler, stream, { type: 'reply', data: reply }, { reply: `已办：${number}` });
      numbers.push(number);
    }
    console.log(`  ${sent} of ${ORDERS} dispatched by their words, ${numbers.length} replied to`);
    expect(sent).toBeGreaterThan(100);
    expect(numbers.length).toBeGreaterThan(10);
  });

  it('five are whistled for by streets that lack the power, answered by who holds it', async () => {
    const { institution, now } = await backend.present(tenant);
    for (const { number, stream, ...asked } of beyond.slice(0, WHISTLES)) {
      const calls = besides(institution, asked, now);
      const units = calls.map(({ unit }) => unit);
      const missing = new Set(calls.flatMap(({ powers }) => powers.map(({ power }) => power)));
      const handler = { unit: asked.lead, role: 'unit_handler' } as const;
      const secretary = { unit: asked.place, role: 'unit_head' } as const;
      await act(handler, stream, { type: 'sign-for', data: {} });
      const id = backend.crypto.id(80);
      await whistle(secretary, id, {
        type: 'propose',
        data: {
          case: stream,
          kind: 'DAILY',
          level: 1,
          missing: [...missing],
          tried: ['到现场看过，与当事人谈过一次'],
          units,
          override: null,
          shown: [],
        },
      });
      for (const [n, { unit }] of calls.entries()) {
        const officer = { unit, role: 'unit_handler' } as const;
        const callOut = n + 1;
        await whistle(officer, id, { type: 'sign', data: { callOut } });
        const came = { callOut, mode: 'on-site', rank: 'division', headCount: 1 };
        await whistle(officer, id, { type: 'report-in', data: came });
        const done = { callOut, result: 'ACTION', text: '已当场处理' };
        await whistle(officer, id, { type: 'settle', data: done });
      }
      await whistle(secretary, id, {
        type: 'conclude',
        data: { result: 'DONE', reason: '已解决' },
      });
      const reply = { reply: null, outcome: 'FIXED', citation: null };
      await act(handler, stream, { type: 'reply', data: reply }, { reply: `已办：${number}` });
      whistled.push(number);
      numbers.push(number);
      console.log(`  ${number}: ${asked.place} called ${units.join(', ')}`);
    }
    expect(whistled).toHaveLength(WHISTLES);
    await backend.engine.tick();
    const told = await Promise.all(whistled.map(async (number) => stateOf(await streamOf(number))));
    for (const state of told) {
      expect(state).toMatchObject({
        status: 'replied',
        whistles: [{ live: false, stage: 'ended' }],
      });
    }
  });

  it('go back in the same sheet, and once', async () => {
    const asked = await streamOf(numbers[0] ?? '');
    expect(asked).not.toBe('');
    const { code, err } = await exported(back, '--tenant', tenant);
    expect([code, err]).toEqual([0, expect.stringContaining('件')]);
    const { names, rows } = await sheetIn(back);
    expect(names).toEqual(sheet[0]);
    const replied = rows.filter((row) => row.答复内容 !== '');
    expect(replied.map((row) => [row.工单编号, row.工单状态, row.答复内容]).toSorted()).toEqual(
      numbers.map((number) => [number, '已答复', `已办：${number}`]).toSorted(),
    );
    await exported(back, '--tenant', tenant);
    expect((await sheetIn(back)).rows).toEqual([]);
    await exported(back, '--tenant', tenant, '--all');
    expect((await sheetIn(back)).rows.length).toBeGreaterThan(280);
  });

  it('a changed sheet shows exactly what changed, and changes exactly that', async () => {
    const [solved = '', unsolved = '', later = ''] = [numbers[0], numbers[1], sheet.at(-1)?.[0]];
    const added = sheet[1]?.map((cell, n) => (n === 0 ? 'T-new' : cell)) ?? [];
    let next = changed(sheet, solved, { 核实结果: '已解决', 工单状态: '已核实' });
    next = changed(next, unsolved, { 核实结果: '未解决', 工单状态: '已核实' });
    next = changed(next, later, { 办理时限: '2099-11-30 12:00' });
    writeFileSync(second, await sheetOf([...next, added], 'xlsx', ','));
    const before = await imported(first, '--tenant', tenant);
    const shown = await imported(second, '--tenant', tenant);
    expect(shown.counts).toEqual({
      ...before.counts,
      new: 1,
      changed: 3,
      unchanged: before.counts.unchanged - 3,
    });
    const fields = shown.changes.map(({ number, changes }) => [
      number,
      changes.map(({ field }) => field),
    ]);
    expect(Object.fromEntries(fields)).toEqual({
      [solved]: ['state', 'word'],
      [unsolved]: ['state', 'word'],
      [later]: ['due'],
    });
    expect(await imported(second, '--tenant', tenant, '--confirm')).toMatchObject({ done: 4 });
    expect(await stateOf(await streamOf(solved))).toMatchObject({
      status: 'closed',
      outcome: 'FIXED',
    });
    expect(await stateOf(await streamOf(unsolved))).toMatchObject({ status: 'handling' });
    expect(await imported(second, '--tenant', tenant, '--confirm')).toMatchObject({ done: 0 });
  });

  it('and the log of all of it is sound', async () => {
    const report = await verify({ ...backend, processes }, tenant);
    expect(isSound(report)).toBe(true);
  });
});

if (!existsSync(MESSAGES)) {
  console.warn(`${MESSAGES} is not here: the sample alone stands for it in this run`);
}

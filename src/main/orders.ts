import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { lawAt, namesOf } from '../api/names.ts';
import { statusWords } from '../contract/words.ts';
import { samePost } from '../core/authority/posts.ts';
import type { Post, UnitId } from '../core/process.ts';
import type { Lang } from '../core/text.ts';
import { LedgerFault } from '../engine/import/fault.ts';
import { openLedger } from '../engine/import/ledger/ledger.ts';
import { applyOrders, type Planned } from '../engine/orders/apply.ts';
import { columnsIn, type OrdersIn, type OrdersOut } from '../engine/orders/mapping.ts';
import { type Desk, planOrders } from '../engine/orders/plan.ts';
import { readOrdersIn, readOrdersOut } from '../engine/orders/read.ts';
import { type Replies, repliesOf } from '../engine/orders/replies.ts';
import { sheetOf } from '../engine/orders/sheet.ts';
import { type Backend, openStanding } from './backend.ts';
import { readConfig } from './config.ts';
import { mappingText } from './ledger/mapping.ts';
import { type OrdersReport, reportOf, told } from './ledger/orders.ts';
import { openRejects } from './ledger/rejects.ts';
import { tenantOf } from './ledger/tenant.ts';
import { unlessRead } from './ledger/written.ts';
import { Lifecycle } from './lifecycle.ts';
import { progressOf, say } from './say.ts';

interface Common {
  readonly mapping: string;
  readonly as: string;
  readonly tenant?: string;
}

interface ImportOptions extends Common {
  readonly confirm?: true;
  readonly rejects?: string;
  readonly json?: true;
}

interface ExportOptions extends Common {
  readonly out?: string;
  readonly all?: true;
  readonly lang: Lang;
}

/** Every line that could be taken was, but not every line could be. */
const SOME_REJECTED = 2;
/** Acts in flight at once. */
const CONCURRENCY = 8;

/**
 * `shaoying orders`: the sheets of a system above. `import` shows what a sheet would change, and
 * does it with `--confirm`; ends with 0 where every line is in order, 2 where some were rejected, 1
 * where it was stopped. `export` writes what there is to say and records that it was said.
 */
export function ordersCommand(program: Command): void {
  const orders = program
    .command('orders')
    .description('上级工单：读入与回复 · orders of a system above: sheets in, sheets back');
  const common = (command: Command) =>
    command
      .requiredOption('--mapping <file>', '映射 · how the sheet’s columns are read or written')
      .requiredOption('--as <login>', '以谁的派单岗位办理 · whose dispatcher’s post does it')
      .option('--tenant <name>', '机构 · the institution; needed where there are several');
  common(orders.command('import'))
    .description('预览工单表，加 --confirm 才办理 · preview a sheet; done only with --confirm')
    .argument('<file>', '工单表：.xlsx 或 CSV（UTF-8、GBK） · the sheet')
    .option('--confirm', '确认办理 · carry out what the preview shows')
    .option('--rejects <file>', '未采用行的明细 · where rejected lines are listed')
    .option('--json', '机器可读输出 · output for machines')
    .action(runImport);
  common(orders.command('export'))
    .description('写出回复表，并记录已回复 · write the sheet of replies, and record it')
    .option('--out <file>', '写入 .xlsx 或 .csv；不写则以来表格式输出 · the file; else to output')
    .option('--all', '全部工单，而不只是有新内容的 · every order, not only those with news')
    .addOption(
      new Option('--lang <language>', '映射没有写明的名称用什么语言 · names the mapping lacks')
        .choices(['zh', 'en'])
        .default('zh'),
    )
    .action(runExport);
}

async function runImport(file: string, options: ImportOptions): Promise<void> {
  const { mapping, check } = readOrdersIn(options.mapping, mappingText(options.mapping));
  await withBackend(async (backend, life) => {
    const desk = await deskOf(backend, options, mapping, mapping.receivedBy);
    check(desk.law);
    const importing = importSheet(backend, desk, mapping, file, options);
    const over = Promise.allSettled([importing.done]).then(() => {});
    await life.started('orders', () => {
      importing.stop();
      return over;
    });
    const report = await importing.done;
    console.log(options.json === true ? JSON.stringify(report) : told(report));
    if (report.stopped) process.exitCode = 1;
    else if (report.counts.rejected > 0) process.exitCode = SOME_REJECTED;
  });
}

function importSheet(
  backend: Backend,
  desk: Desk,
  mapping: OrdersIn,
  file: string,
  options: ImportOptions,
): { readonly done: Promise<OrdersReport>; stop(): void } {
  const stopping = new AbortController();
  const done = (async () => {
    const columns = columnsIn(mapping).filter((one) => !mapping.file.mayLack.includes(one));
    const ledger = await openLedger(file, { ...mapping.file, columns });
    const lines = await planOrders({ ...backend, ...desk }, mapping, ledger);
    const planned = lines.filter(
      (line): line is Planned => line.kind === 'new' || line.kind === 'changed',
    );
    const confirmed = options.confirm === true ? planned : [];
    const progress = progressOf({ zh: '办理工单', en: 'Carrying out' });
    let n = 0;
    const applied = await applyOrders(
      {
        ...desk,
        crypto: backend.crypto,
        execute: backend.engine.execute,
        concurrency: CONCURRENCY,
        signal: stopping.signal,
      },
      confirmed,
      () => {
        n += 1;
        progress(n, confirmed.length);
      },
    );
    const confirmedHere = options.confirm === true ? `${file}.rejects.csv` : null;
    const path = options.rejects ?? confirmedHere;
    // Who only looks finds nothing new beside the sheet.
    const rejects = path === null ? null : openRejects(path, desk.institution);
    for (const line of lines) if (line.kind === 'rejected') rejects?.add(line);
    for (const { line, refusal } of applied) {
      if (refusal !== null) rejects?.add({ ...line, why: refusal });
    }
    return reportOf({
      file,
      desk,
      lines,
      applied,
      confirmed: options.confirm === true,
      rejects: rejects?.close() ?? null,
      stopped: stopping.signal.aborted,
    });
  })();
  return { done, stop: () => stopping.abort() };
}

async function runExport(options: ExportOptions): Promise<void> {
  const mapping = readOrdersOut(options.mapping, mappingText(options.mapping));
  await withBackend(async (backend) => {
    const desk = await deskOf(backend, options, mapping, null);
    const replies = await repliesOf(
      {
        ...backend,
        ...desk,
        names: namesOf(desk.institution, lawAt(desk.institution, desk.now)),
        lang: options.lang,
        status: (status) => statusWords[status],
      },
      mapping,
      options.all === true ? 'all' : 'new',
    );
    await write(replies, mapping, options.out).catch(unlessRead);
    // Only what is written is recorded: broken off between the two, it is offered once more.
    const left = await record(backend, desk, replies);
    say({
      zh: `已写出 ${replies.rows.length} 件${left > 0 ? `；${left} 件其间有变化，留待下一份回复表` : ''}。`,
      en: `${replies.rows.length} orders written${left > 0 ? `; ${left} changed meanwhile and are left for the next sheet` : ''}.`,
    });
  });
}

async function write(replies: Replies, mapping: OrdersOut, out?: string): Promise<void> {
  const text = replies.form === 'xlsx' ? mapping.file.form : replies.form;
  const asked = out?.endsWith('.xlsx') ? 'xlsx' : text === 'xlsx' ? 'csv' : text;
  const form = out === undefined ? replies.form : asked;
  const sheet = await sheetOf([replies.headings, ...replies.rows], form, mapping.file.delimiter);
  if (out === undefined) process.stdout.write(sheet);
  else writeFileSync(out, sheet, { mode: 0o600 });
}

/** How many cases had moved since. */
async function record(
  { engine }: Backend,
  { tenant, actor }: Desk,
  { told: all }: Replies,
): Promise<number> {
  let left = 0;
  for (const { stream, version, said } of all) {
    const answer = await engine.execute({
      tenant,
      process: 'case',
      stream,
      actor,
      command: { type: 'tell-upstream', data: said },
      expectedVersion: version,
      key: `told:${said.system}:${said.number}:${version}`,
    });
    if (!answer.accepted) left += 1;
  }
  return left;
}

async function withBackend(run: (backend: Backend, life: Lifecycle) => Promise<void>) {
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    await run(await openStanding(readConfig(), life), life);
  } finally {
    await life.end();
  }
}

/** The account whose act it is: a sheet is taken in by a person, whoever types the command. */
async function deskOf(
  backend: Backend,
  options: Common,
  mapping: { readonly tenant?: string | undefined },
  unit: UnitId | null,
): Promise<Desk> {
  const tenant = await tenantOf(backend, options.tenant ?? mapping.tenant);
  const { institution, now } = await backend.present(tenant);
  const account = await backend.accounts.byLogin(tenant, options.as);
  const post = account?.disabled === false ? dispatcherOf(account.posts, unit) : undefined;
  if (account === null || post === undefined) {
    throw new LedgerFault({
      zh: `“${options.as}”不是${unit === null ? '' : `“${unit}”的`}派单员。请用 --as 写派单员的登录名。`,
      en: `'${options.as}' is no dispatcher${unit === null ? '' : ` of '${unit}'`}. Name a dispatcher's login with --as.`,
    });
  }
  const actor = { kind: 'staff', account: account.id, post } as const;
  const law = lawAt(institution, now).rulebook;
  return { tenant, actor, institution, law, now };
}

const dispatcherOf = (posts: readonly Post[], unit: UnitId | null): Post | undefined =>
  posts.find((post) => samePost(post, { unit: unit ?? post.unit, role: 'dispatcher' }));

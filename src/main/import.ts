import { type Command, InvalidArgumentError } from 'commander';
import { openLedger } from '../engine/import/ledger/ledger.ts';
import { columnsOf } from '../engine/import/mapping.ts';
import { type ReadMapping, readMapping } from '../engine/import/read.ts';
import { importRows, type Tally } from '../engine/import/run.ts';
import { type Backend, openBackend } from './backend.ts';
import { readConfig } from './config.ts';
import { mappingText } from './ledger/mapping.ts';
import { createProgress } from './ledger/progress.ts';
import { openRejects } from './ledger/rejects.ts';
import { type Report, told } from './ledger/report.ts';
import { receiverOf } from './ledger/tenant.ts';
import { Lifecycle } from './lifecycle.ts';

interface Options {
  readonly mapping: string;
  readonly tenant?: string;
  readonly limit?: number;
  readonly concurrency: number;
  readonly rejects?: string;
  readonly json?: true;
}

/** Every row that could be read was taken, but not every row could be. */
const SOME_REJECTED = 2;

/**
 * `shaoying import`: a ledger's rows as cases. Ends with 0 where every row is in, 2 where some were
 * rejected (their file says which and why), 1 where it was stopped or could not go on.
 */
export function importCommand(program: Command): void {
  program
    .command('import')
    .description('按映射导入台账 · read a ledger by a mapping: rows become cases')
    .argument('<file>', '台账：CSV（可为 .gz）或 .xlsx · the ledger')
    .requiredOption('--mapping <file>', '映射 · how its columns become cases')
    .option('--tenant <name>', '导入到这个机构 · this institution instead of the mapping’s')
    .option('--limit <rows>', '最多读多少行 · rows to read at most', whole)
    .option('--concurrency <n>', '同时写入多少件 · rows written at once', whole, 8)
    .option('--rejects <file>', '未导入行的明细 · where rejected rows are listed')
    .option('--json', '机器可读输出 · output for machines')
    .action(run);
}

function whole(text: string): number {
  const n = Number(text);
  if (Number.isInteger(n) && n > 0) return n;
  throw new InvalidArgumentError('应为正整数 · a whole number above 0');
}

async function run(file: string, options: Options): Promise<void> {
  const mapping = readMapping(options.mapping, mappingText(options.mapping));
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    const backend = await openBackend(readConfig(), life);
    const stopping = new AbortController();
    const importing = importFile(backend, file, mapping, options, stopping.signal);
    // Told to stop, the rows under way are finished before the database goes.
    const over = Promise.allSettled([importing]).then(() => {});
    await life.started('import', () => {
      stopping.abort();
      return over;
    });
    const report = await importing;
    console.log(options.json === true ? JSON.stringify(report) : told(report));
    if (report.stopped) process.exitCode = 1;
    else if (report.rejected > 0) process.exitCode = SOME_REJECTED;
  } finally {
    await life.end();
  }
}

async function importFile(
  backend: Backend,
  file: string,
  read: ReadMapping,
  options: Options,
  signal: AbortSignal,
): Promise<Report> {
  const started = performance.now();
  const { mapping } = read;
  const tenant = options.tenant ?? mapping.tenant;
  const columns = columnsOf(mapping).filter((column) => !mapping.file.mayLack.includes(column));
  const ledger = await openLedger(file, { ...mapping.file, columns });
  const { institution, law } = await receiverOf(backend, tenant, read);
  const rejects = openRejects(options.rejects ?? `${file}.rejects.csv`, institution);
  const progress = createProgress(ledger, process.stderr.isTTY);
  try {
    const tally = await importRows({
      ...backend,
      tenant,
      mapping,
      law,
      institutionVersion: institution.version,
      rows: ledger.rows,
      concurrency: options.concurrency,
      limit: options.limit ?? null,
      signal,
      onReject: rejects.add,
      onRow: progress.update,
    });
    if (!signal.aborted) await settle(backend, tenant);
    const seconds = (performance.now() - started) / 1_000;
    return {
      ...measured(tally, seconds),
      mapping: mapping.id,
      tenant,
      file,
      rejects: rejects.close(),
      stopped: signal.aborted,
    };
  } finally {
    progress.stop();
  }
}

/** Rows have no reactions; their events only wait for their place in the order. */
async function settle({ store, engine }: Backend, tenant: string): Promise<void> {
  while ((await store.sequence(tenant, 20_000)) > 0);
  while ((await engine.checkpoint()) > 0);
}

function measured(tally: Tally, seconds: number) {
  const taken = tally.imported + tally.present;
  return {
    ...tally,
    catchAllShare: taken === 0 ? 0 : tally.catchAll / taken,
    seconds,
    rowsPerSecond: tally.rows / seconds,
  };
}

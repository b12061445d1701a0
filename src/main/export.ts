import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify';
import writeXlsxFile from 'write-excel-file/node';
import type { Lang } from '../core/text.ts';
import { openStanding } from './backend.ts';
import { readConfig } from './config.ts';
import { type ExportedRow, exportedRows, headings } from './ledger/cases.ts';
import { tenantOf } from './ledger/tenant.ts';
import { unlessRead } from './ledger/written.ts';
import { Lifecycle } from './lifecycle.ts';
import { say } from './say.ts';

interface Options {
  readonly tenant?: string;
  readonly out?: string;
  readonly lang?: Lang;
}

/** `shaoying export`: the list of an institution's cases, without anything personal. */
export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('导出事项清单，不含个人信息 · the list of cases, nothing personal in it')
    .option('--tenant <name>', '机构 · the institution; needed where there are several')
    .option('--out <file>', '写入 .csv 或 .xlsx；不写则输出 CSV · the file; CSV to output without')
    .addOption(
      new Option(
        '--lang <language>',
        '名称的语言；不写则为代码 · names in it; codes without',
      ).choices(['zh', 'en']),
    )
    .action(run);
}

async function run({ tenant: asked, out, lang }: Options): Promise<void> {
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    const backend = await openStanding(readConfig(), life);
    const tenant = await tenantOf(backend, asked);
    const { institution, now } = await backend.present(tenant);
    const shown = { institution, now, lang: lang ?? null };
    const rows = counted(withHeadings(exportedRows(backend, tenant, shown), shown.lang));
    const writing = out?.endsWith('.xlsx')
      ? writeWorkbook(out, rows.each)
      : writeCsv(out === undefined ? process.stdout : createWriteStream(out), rows.each);
    await writing.catch(unlessRead);
    const n = rows.count() - 1;
    say({ zh: `已导出 ${n} 件事项。`, en: `${n} cases exported.` });
  } finally {
    await life.end();
  }
}

async function* withHeadings(rows: AsyncIterable<ExportedRow>, lang: Lang | null) {
  yield headings(lang);
  yield* rows;
}

function counted<T>(rows: AsyncIterable<T>) {
  let n = 0;
  async function* each() {
    for await (const row of rows) {
      n += 1;
      yield row;
    }
  }
  return { each: each(), count: () => n };
}

/** A cell that a spreadsheet would run is written so that it does not. */
async function writeCsv(to: Writable, rows: AsyncIterable<ExportedRow>): Promise<void> {
  const lines = stringify({ bom: true, escape_formulas: true });
  await pipeline(rows, lines, to, { end: to !== process.stdout });
}

/** A workbook is one archive: unlike CSV it is made whole before it is written. */
async function writeWorkbook(out: string, rows: AsyncIterable<ExportedRow>): Promise<void> {
  const sheet: { readonly value: string | number }[][] = [];
  for await (const row of rows) sheet.push(row.map((value) => ({ value })));
  await writeXlsxFile(sheet).toFile(out);
}

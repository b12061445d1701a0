import { stringify } from 'csv-stringify/sync';
import readWorkbook, { type CellValue } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Lang } from '../../core/text.ts';
import { LedgerFault } from '../import/fault.ts';
import { encodingOf } from '../import/ledger/encoding.ts';
import { CELLS_MOST } from '../import/ledger/extent.ts';
import { UNPACKED_MOST, type Unfit, unfit } from '../import/ledger/unpacked.ts';
import { oversized, parseCsv, type Table } from '../rulebook/csv.ts';
import type { Report } from '../rulebook/problem.ts';
import { type Grid, tableOf } from './grid.ts';
import { guarded, unguarded } from './guard.ts';
import {
  columnWords,
  headingCode,
  headingOf,
  SHEET_COLUMNS,
  SHEETS,
  type SheetName,
  sheetWords,
  wordOf,
} from './words.ts';
import type { Cells } from './write.ts';

export type Sheets = Readonly<Partial<Record<SheetName, readonly Cells[]>>>;

/** A file as it was handed in. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Headings and codes in words of a language, or bare: as the files of `rulebooks/` have them. */
export async function toWorkbook(sheets: Sheets, lang: Lang | null): Promise<Buffer> {
  const made = given(sheets).map(([sheet, rows]) => ({
    sheet: headingOf(sheet, sheetWords[sheet], lang),
    stickyRowsCount: 1,
    columns: SHEET_COLUMNS[sheet].map((column) => ({ width: widthOf(column) })),
    data: [
      headings(sheet, lang).map((value) => ({ value, fontWeight: 'bold' as const })),
      // Every cell a text: a spreadsheet must not make a date of an item, or a number of a code.
      ...lines(sheet, rows, lang).map((line) =>
        line.map((value) => (value === '' ? null : { value, type: String })),
      ),
    ],
  }));
  return await writeXlsxFile(made).toBuffer();
}

/** A file a table, by the name it has in a rulebook's folder. */
export function toCsv(sheets: Sheets, lang: Lang | null): ReadonlyMap<string, string> {
  return new Map(
    given(sheets).map(([sheet, rows]) => [
      `${sheet}.csv`,
      stringify([headings(sheet, lang), ...lines(sheet, rows, lang)], { bom: lang !== null }),
    ]),
  );
}

const given = (sheets: Sheets): readonly (readonly [SheetName, readonly Cells[]])[] =>
  SHEETS.flatMap((sheet) => (sheets[sheet] === undefined ? [] : [[sheet, sheets[sheet]] as const]));

const headings = (sheet: SheetName, lang: Lang | null): readonly string[] =>
  SHEET_COLUMNS[sheet].map((column) => headingOf(column, columnWords[column], lang));

const lines = (sheet: SheetName, rows: readonly Cells[], lang: Lang | null) =>
  rows.map((row) =>
    SHEET_COLUMNS[sheet].map((column) => {
      const cell = row[column] ?? '';
      return guarded(lang === null ? cell : wordOf(sheet, column, cell)[lang]);
    }),
  );

const WIDE = new Set(['zh', 'en', 'keywords', 'categories', 'address_zh', 'address_en']);
const widthOf = (column: string): number => (WIDE.has(column) ? 40 : 18);

/** The tables of a workbook, or of several CSV files named after them; each at most once. */
export async function readTables(
  files: readonly Upload[],
  report: Report,
): Promise<ReadonlyMap<SheetName, Table>> {
  const tables = new Map<SheetName, Table>();
  let told = false;
  const tell: Report = (...problem) => {
    told = true;
    report(...problem);
  };
  for (const file of files) {
    for (const { name, table } of await tablesIn(file, tell)) {
      const at = { file: name, line: 1, column: 1 };
      const sheet = headingCode(name.replace(/\.csv$/i, ''), SHEETS, sheetWords);
      if (sheet === null) tell('unknown-sheet', at, { name, sheets: SHEETS.join(', ') });
      else if (tables.has(sheet)) tell('sheet-twice', at, { name });
      else tables.set(sheet, table(sheet));
    }
  }
  const [first] = files;
  if (tables.size === 0 && !told)
    tell('no-tables', { file: first?.name ?? '', line: 1, column: 1 });
  return tables;
}

interface Found {
  readonly name: string;
  table(sheet: SheetName): Table;
}

const UNFIT: Readonly<Record<Unfit, { readonly code: string; readonly limit: number }>> = {
  'too-large': { code: 'workbook-too-large', limit: UNPACKED_MOST / 1_048_576 },
  'too-wide': { code: 'workbook-too-wide', limit: CELLS_MOST },
  malformed: { code: 'not-a-workbook', limit: 0 },
};

async function tablesIn(file: Upload, report: Report): Promise<readonly Found[]> {
  const at = { file: file.name, line: 1, column: 1 };
  try {
    if (/\.csv$/i.test(file.name)) return csvIn(file, await textOf(file), report);
    const why = await unfit(file.bytes, true);
    if (why !== null) {
      const { code, limit } = UNFIT[why];
      report(code, at, { limit });
      return [];
    }
    const sheets = await readWorkbook(Buffer.from(file.bytes));
    return sheets.flatMap(({ sheet, data }) => {
      const grid = gridOf(sheet, data);
      const lines = grid.lines.map(({ line, cells }) => ({ line, width: widthIn(cells) }));
      const large = oversized(sheet, lines);
      if (large === null) return [{ name: sheet, table: (of) => tableOf(of, grid) }];
      report(large.code, large.spot, large.params);
      return [];
    });
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    report('not-a-workbook', at);
    return [];
  }
}

/** What the libraries say of a file that is not what its name says. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof LedgerFault || (error instanceof Error && !(error instanceof TypeError));

const widthIn = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1;

function gridOf(name: string, data: readonly (readonly (CellValue | null)[])[]): Grid {
  const lines = data.map((cells, n) => ({ line: n + 1, cells: cells.map(written) }));
  return { name, lines: lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

/** As a person reads it; a date without a time of day is a day. */
function written(cell: CellValue | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return unguarded(String(cell));
  return cell
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace('Z', '');
}

async function textOf({ bytes }: Upload): Promise<string> {
  async function* once() {
    yield bytes;
  }
  return new TextDecoder(await encodingOf(once(), 'auto')).decode(bytes);
}

function csvIn({ name }: Upload, text: string, report: Report): readonly Found[] {
  const parsed = parseCsv(name, text);
  if (!parsed.ok) {
    report(parsed.code, parsed.spot, parsed.params);
    return [];
  }
  const { table } = parsed;
  const head = { line: 1, cells: table.columns };
  const body = table.rows.map((row) => ({
    line: row.spot('').line,
    cells: table.columns.map((column) => unguarded(row.cells[column] ?? '')),
    extra: row.width > table.columns.length,
    row,
  }));
  return [
    {
      name,
      table: (sheet) => {
        const grid = tableOf(sheet, { name, lines: [head, ...body] });
        return {
          ...grid,
          heading: (column) => table.heading(table.columns[grid.columns.indexOf(column)] ?? ''),
          rows: grid.rows.map((row, n) => ({
            ...row,
            width: body[n]?.row.width ?? row.width,
            spot: (column) => ({
              ...row.spot(column),
              ...body[n]?.row.spot(table.columns[grid.columns.indexOf(column)] ?? ''),
            }),
          })),
        };
      },
    },
  ];
}

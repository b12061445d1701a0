import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { SheetForm } from '../../../core/case/words.ts';
import type { Row } from '../cells.ts';
import { LedgerFault } from '../fault.ts';
import type { RowProblem } from '../problem.ts';
import { csvRows } from './csv.ts';
import { type Encoding, encodingOf } from './encoding.ts';
import type { RawRow } from './row.ts';
import { xlsxRows } from './xlsx.ts';

export type LedgerRow = Row | { readonly line: number; readonly problem: RowProblem };

/** Where a ledger lies: a file of that path, or one that was handed over whole. */
export type LedgerSource = string | Uint8Array;

/** A file of rows under a heading. */
export interface Ledger {
  readonly form: SheetForm;
  readonly rows: AsyncIterable<LedgerRow>;
  /** Of the file as it lies on disk. */
  readonly bytes: number;
  /** How many of them have been read: how far an import has come. */
  bytesRead(): number;
}

export interface LedgerForm {
  readonly encoding: Encoding | 'auto';
  readonly delimiter: string;
  /** Columns that must be in its heading. */
  readonly columns: readonly string[];
  /** Columns that are read where they are in it. */
  readonly mayLack?: readonly string[];
}

/**
 * Opens a ledger: CSV (plain or, of a path, gzip, told by its first bytes) as a stream, .xlsx whole.
 *
 * @throws LedgerFault where there is no such file, it cannot be read, or it lacks a column
 */
export async function openLedger(source: LedgerSource, form: LedgerForm): Promise<Ledger> {
  const { kind, bytes } = typeof source === 'string' ? await look(source) : lookInto(source);
  if (kind === 'xlsx') {
    const rows = withHeading(xlsxRows(source), form);
    return { form: 'xlsx', rows, bytes, bytesRead: () => bytes };
  }
  if (kind === 'gzip' && typeof source !== 'string') {
    throw new LedgerFault({
      zh: '不接受 gzip 压缩的文件。请解压后再读入。',
      en: 'A file compressed with gzip is not taken. Unpack it first.',
    });
  }
  const encoding = await encodingOf(
    content(source, kind, () => {}),
    form.encoding,
  );
  let read = 0;
  const counted = content(source, kind, (n) => {
    read += n;
  });
  const rows = withHeading(csvRows(counted, encoding, form.delimiter), form);
  const written = encoding === 'utf-8' ? 'csv' : 'csv-gb18030';
  return { form: written, rows, bytes, bytesRead: () => read };
}

type Kind = 'plain' | 'gzip' | 'xlsx';

async function look(path: string): Promise<{ readonly kind: Kind; readonly bytes: number }> {
  try {
    const { size: bytes } = await stat(path);
    const file = await open(path);
    const head = new Uint8Array(2);
    await file.read(head, 0, 2, 0);
    await file.close();
    return { kind: kindOf(head), bytes };
  } catch (error) {
    throw new LedgerFault({
      zh: `无法读取 ${path}：${error instanceof Error ? error.message : error}。`,
      en: `${path} cannot be read: ${error instanceof Error ? error.message : error}.`,
    });
  }
}

const lookInto = (bytes: Uint8Array) => ({ kind: kindOf(bytes), bytes: bytes.length });

function kindOf([a, b]: Uint8Array): Kind {
  if (a === 0x1f && b === 0x8b) return 'gzip';
  return a === 0x50 && b === 0x4b ? 'xlsx' : 'plain';
}

async function* content(source: LedgerSource, kind: Kind, count: (bytes: number) => void) {
  const file = typeof source === 'string' ? createReadStream(source) : Readable.from([source]);
  file.on('data', (chunk: Uint8Array | string) => count(chunk.length));
  if (kind === 'gzip') yield* pipeline(file, createGunzip(), () => {}) as AsyncIterable<Uint8Array>;
  else yield* file as AsyncIterable<Uint8Array>;
}

async function* withHeading(
  rows: AsyncIterable<RawRow>,
  { columns: wanted, mayLack = [] }: LedgerForm,
): AsyncGenerator<LedgerRow> {
  let heading: readonly string[] | null = null;
  for await (const row of rows) {
    if (heading === null) {
      heading = 'cells' in row ? row.cells.map((cell) => cell.trim()) : [];
      requireColumns(heading, wanted);
      refuseTwice(heading, [...wanted, ...mayLack]);
      continue;
    }
    yield named(row, heading);
  }
  if (heading === null) requireColumns([], wanted);
}

function named(row: RawRow, heading: readonly string[]): LedgerRow {
  const { line } = row;
  if ('broken' in row) return { line, problem: { code: 'import.broken-line', reason: row.broken } };
  // Spreadsheets leave out empty cells at a line's end.
  if (row.cells.length > heading.length) {
    const [cells, columns] = [row.cells.length, heading.length];
    return { line, problem: { code: 'import.wrong-width', cells, columns } };
  }
  const cells = heading.map((column, at) => [column, row.cells[at] ?? ''] as const);
  return { line, cells: Object.fromEntries(cells) };
}

/** Of two columns of one name nobody can tell which is meant. */
function refuseTwice(heading: readonly string[], read: readonly string[]): void {
  const twice = read.filter((column) => heading.indexOf(column) !== heading.lastIndexOf(column));
  if (twice.length === 0) return;
  const columns = [...new Set(twice)];
  throw new LedgerFault({
    zh: `表头中这些列出现了不止一次：${columns.join('、')}。请只保留一列后再读入。`,
    en: `The heading has these columns more than once: ${columns.join(', ')}. Keep one of each.`,
  });
}

function requireColumns(heading: readonly string[], wanted: readonly string[]): void {
  const lacking = wanted.filter((column) => !heading.includes(column));
  if (lacking.length === 0) return;
  if (heading.every((column) => column === '')) {
    throw new LedgerFault({
      zh: `文件是空的，没有表头。表头须有这些列：${lacking.join('、')}。请核对是否选错了文件。`,
      en: `The file is empty: it has no heading. These columns are needed: ${lacking.join(', ')}. Check that it is the right file.`,
    });
  }
  throw new LedgerFault({
    zh: `台账缺少这些列：${lacking.join('、')}。现有：${heading.join('、')}。请核对映射中的列名。`,
    en: `The ledger lacks these columns: ${lacking.join(', ')}. It has: ${heading.join(', ')}. Check the names in the mapping.`,
  });
}

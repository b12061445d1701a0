import { CsvError, parse } from 'csv-parse/sync';
import type { Spot } from '../yaml/document.ts';

/** A CSV file whose every cell knows where it stands. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Of a column's heading, or of the file's first place. */
  heading(column: string): Spot;
}

export interface TableRow {
  readonly cells: Readonly<Record<string, string>>;
  /** How many cells the line has; should be as many as there are columns. */
  readonly width: number;
  /** Of the cell in that column, or of the line's beginning. */
  spot(column: string): Spot;
}

/** Lines of the longest table: a duty list of the whole district has a few thousand. */
export const LINES_MOST = 10_000;
/** Cells of its widest line. */
export const COLUMNS_MOST = 100;
/** Characters of its longest line; an unclosed quote would else take in the rest of the file. */
const LINE_LENGTH = 100_000;

export type CsvResult = { readonly ok: true; readonly table: Table } | NoTable;
/** Why a text is no table that is read, by code. */
export interface NoTable {
  readonly ok: false;
  readonly code: 'csv-syntax' | 'too-many-lines' | 'too-many-columns';
  readonly spot: Spot;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Whether a table is larger than tables are. */
export function oversized(
  file: string,
  lines: readonly { readonly line: number; readonly width: number }[],
): NoTable | null {
  const at = (line = 1) => ({ file, line, column: 1 });
  if (lines.length > LINES_MOST + 1) {
    const spot = at(lines[LINES_MOST + 1]?.line);
    return { ok: false, code: 'too-many-lines', spot, params: { limit: LINES_MOST } };
  }
  const wide = lines.find(({ width }) => width > COLUMNS_MOST);
  if (wide === undefined) return null;
  const params = { limit: COLUMNS_MOST };
  return { ok: false, code: 'too-many-columns', spot: at(wide.line), params };
}

interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Reads RFC 4180 CSV in UTF-8, a byte order mark allowed, blank lines skipped, cells trimmed. */
export function parseCsv(file: string, text: string): CsvResult {
  let records: readonly RawRecord[];
  try {
    // The types know nothing of `raw` and `info` together; the library documents the shape.
    records = parse(text, {
      bom: true,
      info: true,
      max_record_size: LINE_LENGTH,
      raw: true,
      to: LINES_MOST + 2,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly RawRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const spot = { file, line, column: 1 };
    return { ok: false, code: 'csv-syntax', spot, params: { reason: error.code } };
  }
  const lines = records.map(({ record, info }) => ({ line: info.lines, width: record.length }));
  const large = oversized(file, lines);
  if (large !== null) return large;
  const [head, ...body] = records.map((record) => locate(file, record));
  const columns = head?.values ?? [];
  return {
    ok: true,
    table: {
      columns,
      heading: (column) => head?.spots[columns.indexOf(column)] ?? { file, line: 1, column: 1 },
      rows: body.map(({ values, spots, first }) => ({
        cells: Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])),
        width: values.length,
        spot: (column) => spots[columns.indexOf(column)] ?? first,
      })),
    },
  };
}

interface Located {
  readonly values: readonly string[];
  readonly spots: readonly Spot[];
  readonly first: Spot;
}

/** csv-parse tells a record's last line; the cells' own places follow from its raw text. */
function locate(file: string, { record, raw, info }: RawRecord): Located {
  const body = raw
    .replace(/^\uFEFF/, '')
    .replace(/^[\r\n]+/, '')
    .replace(/\r?\n$/, '');
  let line = info.lines - (body.match(/\n/g)?.length ?? 0);
  let column = 1;
  const spots: Spot[] = [{ file, line, column }];
  let quoted = false;
  for (const letter of body) {
    column += 1;
    if (letter === '"') quoted = !quoted;
    if (letter === '\n') {
      line += 1;
      column = 1;
    }
    if (letter === ',' && !quoted) spots.push({ file, line, column });
  }
  const first = spots[0] ?? { file, line, column: 1 };
  return { values: record, spots, first };
}

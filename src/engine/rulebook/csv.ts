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

export type CsvResult =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly spot: Spot; readonly reason: string };

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
      raw: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly RawRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { ok: false, spot: { file, line, column: 1 }, reason: error.code };
  }
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

import type { z } from 'zod';
import { parseCsv, type Table, type TableRow } from './csv.ts';
import { faultsOf } from './faults.ts';
import type { Report } from './problem.ts';
import { COLUMNS, type TableName, type tables } from './tables.ts';

type Rows<Name extends TableName> = z.output<ReturnType<typeof tables>[Name]>[];

/** Every table's rows that are in form, and where in its file each of them stands. A table that is not given has no rows. */
export function readTables(
  given: ReadonlyMap<TableName, Table>,
  schemas: ReturnType<typeof tables>,
  report: Report,
) {
  const placed = new Map<string, Table>();
  const rowsOf = <Name extends TableName>(name: Name): Rows<Name> => {
    const table = given.get(name);
    if (table === undefined || !headed(table, COLUMNS[name], report)) return [];
    const read = readPlaced(table, COLUMNS[name], schemas[name], report);
    placed.set(name, { ...table, rows: read.map(({ row }) => row) });
    return read.map(({ value }) => value) as Rows<Name>;
  };
  const rows = {
    units: rowsOf('units'),
    offices: rowsOf('offices'),
    halls: rowsOf('halls'),
    categories: rowsOf('categories'),
    duties: rowsOf('duties'),
    powers: rowsOf('powers'),
    holdings: rowsOf('holdings'),
    supports: rowsOf('supports'),
  };
  return { rows, placed };
}

/** A CSV as a table, or null where it is none. */
export function csvTable(file: string, text: string, report: Report): Table | null {
  const parsed = parseCsv(file, text);
  if (parsed.ok) return parsed.table;
  report(parsed.code, parsed.spot, parsed.params);
  return null;
}

/** Whether the heading has every column there should be; what it should not have is told as well. */
export function headed(table: Table, wanted: readonly string[], report: Report): boolean {
  const columns = wanted.join(',');
  for (const column of wanted.filter((one) => !table.columns.includes(one))) {
    report('missing-column', { ...table.heading(''), line: 1, column: 1 }, { column, columns });
  }
  for (const column of table.columns.filter((one) => !wanted.includes(one))) {
    report('unknown-column', table.heading(column), { column, columns });
  }
  const twice = new Set(table.columns.filter((one, at) => table.columns.indexOf(one) !== at));
  for (const column of twice) report('column-twice', table.heading(column), { column });
  return twice.size === 0 && wanted.every((column) => table.columns.includes(column));
}

export const readRows = (...given: Parameters<typeof readPlaced>): unknown[] =>
  readPlaced(...given).map(({ value }) => value);

function readPlaced(
  table: Table,
  columns: readonly string[],
  schema: z.ZodType,
  report: Report,
): readonly { readonly value: unknown; readonly row: TableRow }[] {
  return table.rows.flatMap((row) => {
    if (row.width !== table.columns.length) {
      report('wrong-width', row.spot(''), { cells: row.width, columns: table.columns.length });
      return [];
    }
    const known = Object.fromEntries(columns.map((column) => [column, row.cells[column]]));
    const read = schema.safeParse(known, { reportInput: true });
    if (read.success) return [{ value: read.data, row }];
    for (const { code, path, params } of faultsOf(read.error)) {
      report(code, row.spot(String(path[0] ?? 'source')), params);
    }
    return [];
  });
}

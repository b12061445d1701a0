import type { z } from 'zod';
import { checkRulebook } from '../../core/rulebook/checks.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { zoneOf } from '../../core/time/zone.ts';
import { parseYaml, type Spot, type YamlDocument } from '../yaml/document.ts';
import { parseCsv, type Table } from './csv.ts';
import { faultsOf } from './faults.ts';
import type { Context } from './fields.ts';
import { head, preamble } from './head.ts';
import { type Fault, inFileOrder, type Problem } from './problem.ts';
import { COLUMNS, columnOf, TABLES, type TableName, tables } from './tables.ts';
import { worded } from './words.ts';

export const HEAD_FILE = 'rulebook.yaml';

/** Every file a rulebook's folder may hold; all but offices and halls must be there. */
export const RULEBOOK_FILES: readonly string[] = [
  HEAD_FILE,
  ...TABLES.map((name) => `${name}.csv`),
];

const MAY_LACK: readonly string[] = ['offices.csv', 'halls.csv'];

export interface ReadOptions {
  /** IANA zone of a calendar, or null where there is no such calendar. */
  readonly zoneOfCalendar: (calendar: string) => string | null;
}

export type RulebookRead =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a rulebook from the texts of its files. Answers with every problem of form at once; once
 * the form is right, with every problem of content (`checkRulebook`), each at its place.
 */
export function readRulebook(
  files: ReadonlyMap<string, string>,
  options: ReadOptions,
): RulebookRead {
  const problems: Problem[] = [];
  const report = (code: string, spot: Spot, params: Fault['params'] = {}) => {
    problems.push(worded(code, spot, params));
  };
  for (const file of RULEBOOK_FILES) {
    if (!files.has(file) && !MAY_LACK.includes(file)) {
      report('missing-file', { file, line: 1, column: 1 }, { file });
    }
  }

  const yaml = parseYaml(HEAD_FILE, files.get(HEAD_FILE) ?? '');
  for (const { reason, ...spot } of yaml.syntax) report('yaml-syntax', spot, { reason });
  const placeInHead = ({ code, path }: Fault): Spot =>
    code === 'unknown-key' ? yaml.keySpot(path) : yaml.spot(path);

  const context = contextOf(yaml, options, report);
  const readHead = head(context).safeParse(yaml.value, { reportInput: true });
  if (yaml.syntax.length === 0 && files.has(HEAD_FILE)) {
    for (const fault of readHead.success ? [] : faultsOf(readHead.error)) {
      report(fault.code, placeInHead(fault), fault.params);
    }
  }

  const effectiveFrom = readHead.success ? readHead.data.effectiveFrom : 0;
  const { rows, placed } = readTables(files, tables(context, effectiveFrom), report);
  if (!readHead.success || problems.length > 0) return refused(problems);

  const { sources: _, ...rest } = readHead.data;
  const rulebook: Rulebook = { ...rest, ...rows };
  for (const { code, path, params } of checkRulebook(rulebook)) {
    const row = placed.get(String(path[0]))?.rows[Number(path[1])];
    report(code, row?.spot(columnOf(path.slice(2))) ?? yaml.spot(path), params);
  }
  return problems.length === 0 ? { ok: true, rulebook } : refused(problems);
}

const refused = (problems: readonly Problem[]): RulebookRead => ({
  ok: false,
  problems: inFileOrder(problems),
});

type Report = (code: string, spot: Spot, params?: Fault['params']) => void;
type Rows<Name extends TableName> = z.output<ReturnType<typeof tables>[Name]>[];

/** Every table's rows, and where in its file each stands. */
function readTables(
  files: ReadonlyMap<string, string>,
  schemas: ReturnType<typeof tables>,
  report: Report,
) {
  const placed = new Map<string, Table>();
  const rowsOf = <Name extends TableName>(name: Name): Rows<Name> => {
    const text = files.get(`${name}.csv`);
    const table = text === undefined ? null : tableOf(name, text, report);
    if (table === null) return [];
    placed.set(name, table);
    return readRows(name, table, schemas[name], report) as Rows<Name>;
  };
  const rows = {
    units: rowsOf('units'),
    offices: rowsOf('offices'),
    halls: rowsOf('halls'),
    categories: rowsOf('categories'),
    duties: rowsOf('duties'),
    powers: rowsOf('powers'),
    holdings: rowsOf('holdings'),
  };
  return { rows, placed };
}

/** Calendar and sources; what is wrong in them is said here or by `head`, never twice. */
function contextOf(yaml: YamlDocument, { zoneOfCalendar }: ReadOptions, report: Report): Context {
  const utc = zoneOf('UTC');
  const read = preamble.safeParse(yaml.value, { reportInput: true });
  if (!read.success) {
    for (const fault of faultsOf(read.error)) {
      if (yaml.value !== null && fault.path[0] === 'sources' && fault.path.length > 1) {
        report(fault.code, yaml.spot(fault.path), fault.params);
      }
    }
    return { zone: utc, sources: null };
  }
  const { calendar, sources } = read.data;
  const zone = zoneOfCalendar(calendar);
  if (zone === null) report('unknown-calendar', yaml.spot(['calendar']), { calendar });
  return { zone: zone === null ? utc : zoneOf(zone), sources };
}

/** The table, if its heading is what it must be. */
function tableOf(name: TableName, text: string, report: Report): Table | null {
  const file = `${name}.csv`;
  const parsed = parseCsv(file, text);
  if (!parsed.ok) {
    report('csv-syntax', parsed.spot, { reason: parsed.reason });
    return null;
  }
  const { table } = parsed;
  const wanted = COLUMNS[name];
  for (const column of wanted.filter((one) => !table.columns.includes(one))) {
    report('missing-column', { file, line: 1, column: 1 }, { column, columns: wanted.join(',') });
  }
  for (const column of table.columns.filter((one) => !wanted.includes(one))) {
    report('unknown-column', table.heading(column), { column, columns: wanted.join(',') });
  }
  return wanted.every((column) => table.columns.includes(column)) ? table : null;
}

function readRows(name: TableName, table: Table, schema: z.ZodType, report: Report): unknown[] {
  return table.rows.flatMap((row) => {
    if (row.width !== table.columns.length) {
      report('wrong-width', row.spot(''), { cells: row.width, columns: table.columns.length });
      return [];
    }
    const known = Object.fromEntries(COLUMNS[name].map((column) => [column, row.cells[column]]));
    const read = schema.safeParse(known, { reportInput: true });
    if (read.success) return [read.data];
    for (const { code, path, params } of faultsOf(read.error)) {
      report(code, row.spot(String(path[0] ?? 'source')), params);
    }
    return [];
  });
}

import { checkRulebook } from '../../core/rulebook/checks.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { zoneOf } from '../../core/time/zone.ts';
import { parseYaml, type Spot, type YamlDocument } from '../yaml/document.ts';
import type { Table } from './csv.ts';
import { faultsOf } from './faults.ts';
import type { Context } from './fields.ts';
import { head, preamble } from './head.ts';
import { type PartNamed, withParts } from './include.ts';
import { collector, type Fault, type Problem, type Report } from './problem.ts';
import { csvTable, readTables } from './rows.ts';
import { columnOf, TABLES, type TableName, tables } from './tables.ts';
import { worded } from './words.ts';

export const HEAD_FILE = 'rulebook.yaml';

/** Every file a rulebook's folder may hold; all but offices, halls and supports must be there. */
export const RULEBOOK_FILES: readonly string[] = [
  HEAD_FILE,
  ...TABLES.map((name) => `${name}.csv`),
];

const MAY_LACK: readonly string[] = ['offices.csv', 'halls.csv', 'supports.csv'];

export interface ReadOptions {
  /** IANA zone of a calendar, or null where there is no such calendar. */
  readonly zoneOfCalendar: (calendar: string) => string | null;
  /** Parts of law that a rulebook may include; none unless said. */
  readonly partNamed?: PartNamed;
}

export type RulebookRead =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a rulebook from the texts of its files. Answers with the problems of form at once; once
 * the form is right, with those of content (`checkRulebook`), each at its place, a hundred at most.
 */
export function readRulebook(
  files: ReadonlyMap<string, string>,
  options: ReadOptions,
): RulebookRead {
  const { report, problems } = collector(worded);
  for (const file of RULEBOOK_FILES) {
    if (!files.has(file) && !MAY_LACK.includes(file)) {
      report('missing-file', { file, line: 1, column: 1 }, { file });
    }
  }

  const own = parseYaml(HEAD_FILE, files.get(HEAD_FILE) ?? '');
  for (const { reason, ...spot } of own.syntax) report('yaml-syntax', spot, { reason });
  const yaml = withParts(own, options.partNamed ?? (() => null), report);
  const placeInHead =
    ({ code, path }: Fault) =>
    (): Spot =>
      code === 'unknown-key' ? yaml.keySpot(path) : yaml.spot(path);

  const context = contextOf(yaml, options, report);
  const readHead = head(context).safeParse(yaml.value, { reportInput: true });
  if (yaml.syntax.length === 0 && files.has(HEAD_FILE)) {
    for (const fault of readHead.success ? [] : faultsOf(readHead.error)) {
      report(fault.code, placeInHead(fault), fault.params);
    }
  }

  const effectiveFrom = readHead.success ? readHead.data.effectiveFrom : 0;
  const given = parseAll(files, report);
  const { rows, placed } = readTables(given, tables(context, effectiveFrom), report);
  if (!readHead.success || problems().length > 0) return { ok: false, problems: problems() };

  const { sources: _, include: _parts, ...rest } = readHead.data;
  const rulebook: Rulebook = { ...rest, ...rows };
  for (const { code, path, params } of checkRulebook(rulebook)) {
    const row = placed.get(String(path[0]))?.rows[Number(path[1])];
    report(code, () => row?.spot(columnOf(path.slice(2))) ?? yaml.spot(path), params);
  }
  return problems().length === 0 ? { ok: true, rulebook } : { ok: false, problems: problems() };
}

function parseAll(files: ReadonlyMap<string, string>, report: Report) {
  const given = new Map<TableName, Table>();
  for (const name of TABLES) {
    const text = files.get(`${name}.csv`);
    const table = text === undefined ? null : csvTable(`${name}.csv`, text, report);
    if (table !== null) given.set(name, table);
  }
  return given;
}

/** Calendar and sources; what is wrong in them is said here or by `head`, never twice. */
function contextOf(yaml: YamlDocument, { zoneOfCalendar }: ReadOptions, report: Report): Context {
  const utc = zoneOf('UTC');
  const read = preamble.safeParse(yaml.value, { reportInput: true });
  if (!read.success) {
    for (const fault of faultsOf(read.error)) {
      if (yaml.value !== null && fault.path[0] === 'sources' && fault.path.length > 1) {
        report(fault.code, () => yaml.spot(fault.path), fault.params);
      }
    }
    return { zone: utc, sources: null };
  }
  const { calendar, sources } = read.data;
  const zone = zoneOfCalendar(calendar);
  if (zone === null) report('unknown-calendar', yaml.spot(['calendar']), { calendar });
  return { zone: zone === null ? utc : zoneOf(zone), sources };
}

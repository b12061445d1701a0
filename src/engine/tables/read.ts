import { z } from 'zod';
import type { Delegation } from '../../core/authority/institution.ts';
import type { Instant } from '../../core/primitives.ts';
import { checkDelegations, checkRulebook } from '../../core/rulebook/checks.ts';
import type { Citation, Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Zone } from '../../core/time/zone.ts';
import { canonical } from '../canonical.ts';
import type { Table } from '../rulebook/csv.ts';
import type { Context } from '../rulebook/fields.ts';
import type { Report } from '../rulebook/problem.ts';
import { headed, readRows, readTables as readRulebookTables } from '../rulebook/rows.ts';
import { columnOf, TABLES, type TableName, tables } from '../rulebook/tables.ts';
import type { reporter } from './problems.ts';
import { SHEET_COLUMNS, type SheetName, sheetWords } from './words.ts';
import { rulebookRows } from './write.ts';

export interface Amending {
  /** The version the tables change; what they do not hold stays as it is there. */
  readonly base: Rulebook;
  readonly version: string;
  readonly effectiveFrom: Instant;
  /** Of the base's calendar. */
  readonly zone: Zone;
  readonly delegations: readonly Delegation[];
}

/**
 * The rulebook that its tables, as edited, amount to: a table that is not there stays as it was, and
 * a line that has run out before the day falls away.
 * Null where something is wrong with it, which `report` has been told of.
 */
export function amended(
  given: ReadonlyMap<SheetName, Table>,
  amending: Amending,
  { report, problems }: ReturnType<typeof reporter>,
): Rulebook | null {
  const { base, version, effectiveFrom, zone, delegations } = amending;
  const ours = new Map(
    TABLES.flatMap((name) => {
      const table = given.get(name);
      return table === undefined ? [] : [[name, table] as const];
    }),
  );
  const context: Context = { zone, sources: sourcesOf(given.get('sources'), base, zone, report) };
  const { rows, placed } = readRulebookTables(ours, tables(context, effectiveFrom), report);
  const malformed = problems().length > 0;
  const ended = new Set(
    [...base.duties, ...base.holdings].filter(endsBy(effectiveFrom)).map(canonical),
  );
  const lasting = new Map(
    [...ours.keys()].map((name) => {
      const read: readonly unknown[] = rows[name];
      // A line of the base that has run out is left out with its place, so that places still agree.
      const kept = [...read.keys()].filter((at) => !ended.has(canonical(read[at])));
      const places = kept.map((at) => placed.get(name)?.rows[at]);
      return [name as string, { rows: kept.map((at) => read[at]), places }] as const;
    }),
  );
  const edited = Object.fromEntries([...lasting].map(([name, { rows: kept }]) => [name, kept]));
  const rulebook: Rulebook = {
    ...withoutEnded(base, effectiveFrom),
    ...edited,
    version,
    effectiveFrom,
  };
  const findings = [...checkRulebook(rulebook), ...checkDelegations(rulebook, delegations)];
  const partial = new Set(
    [...ours].flatMap(([name, table]) => (rows[name].length < table.rows.length ? [name] : [])),
  );
  for (const { code, path, params } of findings) {
    const [part = '', at = 0, ...field] = path;
    // Where lines are left out for their form, only what the others say of themselves is certain.
    if (malformed && !isCertain(code, String(part), ours, partial)) continue;
    const row = lasting.get(String(part))?.places[Number(at)];
    report(code, row?.spot(columnOf(field)) ?? inBase(String(part), Number(at), field), params);
  }
  return problems().length === 0 ? rulebook : null;
}

/** In which table that is looked up of which nothing was found. */
const LOOKED_UP: Readonly<Record<string, TableName>> = {
  'unknown-unit': 'units',
  'unknown-office': 'offices',
  'unknown-category': 'categories',
  'unknown-power': 'powers',
};
const OF_A_LINE: readonly string[] = [
  'missing-text',
  'bad-division',
  'duplicate-id',
  'validity-empty',
  'never-in-force',
  'unknown-type',
  'unknown-rank',
  'unknown-urgency',
  'unknown-channel',
];

function isCertain(
  code: string,
  part: string,
  given: ReadonlyMap<TableName, Table>,
  partial: ReadonlySet<TableName>,
): boolean {
  if (![...given.keys()].some((name) => name === part)) return false;
  const table = LOOKED_UP[code];
  return table === undefined ? OF_A_LINE.includes(code) : !partial.has(table);
}

/** The lines that still say something from an instant on; one that has run out says nothing. */
export function withoutEnded(rulebook: Rulebook, at: Instant): Rulebook {
  const lasts = (row: Ending) => !endsBy(at)(row);
  return {
    ...rulebook,
    duties: rulebook.duties.filter(lasts),
    holdings: rulebook.holdings.filter(lasts),
  };
}

interface Ending {
  readonly validTo: Instant | null;
}

const endsBy =
  (at: Instant) =>
  ({ validTo }: Ending): boolean =>
    validTo !== null && validTo <= at;

/** Where something stands that was not handed in: as the export would show it. */
function inBase(part: string, at: number, field: readonly (string | number)[]) {
  const sheet = TABLES.find((name) => name === part);
  if (sheet === undefined) return { file: 'rulebook.yaml', line: 1, column: 1 };
  const column = SHEET_COLUMNS[sheet].indexOf(columnOf(field));
  return {
    file: `${sheet} ${sheetWords[sheet].zh}`,
    line: (Number.isNaN(at) ? 0 : at) + 2,
    column: Math.max(column, 0) + 1,
  };
}

const source = z.strictObject({
  id: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  illustrative: z.enum(['', 'yes', 'no']),
});

/** The sources a row may name: those handed in, else those an export of the base would have. */
function sourcesOf(table: Table | undefined, base: Rulebook, zone: Zone, report: Report) {
  const columns = SHEET_COLUMNS.sources;
  if (table !== undefined && !headed(table, columns, report)) return null;
  const rows =
    table === undefined
      ? rulebookRows(base, zone).sources
      : readRows(table, columns, source, report);
  return Object.fromEntries(
    rows.map((row): [string, Citation] => {
      const { id, zh, en, illustrative } = row as z.infer<typeof source>;
      return [id, { text: { zh, en }, illustrative: illustrative === 'yes' }];
    }),
  );
}

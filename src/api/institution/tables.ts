import type { TableChanges, TableProblem, Uploads } from '../../contract/law.ts';
import { rulebookAt } from '../../core/authority/institution.ts';
import type { Instant } from '../../core/process.ts';
import { checkDelegations } from '../../core/rulebook/checks.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { DAY, dateOfWall, formatCivilDate, parseCivilDate } from '../../core/time/civil.ts';
import { type Zone, zoneOf } from '../../core/time/zone.ts';
import type { Account } from '../../engine/accounts.ts';
import type { Table } from '../../engine/rulebook/csv.ts';
import type { Problem } from '../../engine/rulebook/problem.ts';
import { HEAD_FILE, readRulebook } from '../../engine/rulebook/read.ts';
import { shippedPart } from '../../engine/rulebook/shipped.ts';
import type { TableChanges as Changes } from '../../engine/tables/changes.ts';
import { reporter } from '../../engine/tables/problems.ts';
import { amended, withoutEnded } from '../../engine/tables/read.ts';
import { lastingPlaces, staffWanted, type Wanted } from '../../engine/tables/staff.ts';
import { columnWords, type SheetName, sheetWords } from '../../engine/tables/words.ts';
import { readTables, type Upload } from '../../engine/tables/workbook.ts';
import { FileFault } from '../../engine/yaml/fault.ts';
import type { Setting } from '../cases/reading.ts';
import { Refused } from '../problem.ts';

/** What files would make of the law. */
export interface ReadLaw {
  readonly base: Rulebook;
  readonly zone: Zone;
  /** Null where something is wrong. */
  readonly rulebook: Rulebook | null;
  readonly tables: ReadonlyMap<SheetName, Table>;
  /** Whether the rulebook's own file was among them, with its own version and day. */
  readonly whole: boolean;
  readonly problems: readonly Problem[];
}

export interface Wish {
  readonly version: string;
  /** A civil date, tomorrow where null. */
  readonly effectiveOn: string | null;
}

/** The tables change the version that will be in force when they are to take effect. */
export async function readLaw(setting: Setting, files: Uploads, wish: Wish): Promise<ReadLaw> {
  const uploads = files.map(({ name, data }) => ({ name, bytes: Buffer.from(data, 'base64') }));
  const { zone, effectiveFrom, inForce, base } = lawOn(setting, wish.effectiveOn);
  const head = uploads.some(({ name }) => name === HEAD_FILE);
  if (head) return { base, zone, tables: new Map(), whole: true, ...wholeFrom(setting, uploads) };
  const telling = reporter();
  const tables = await readTables(uploads, telling.report);
  const { delegations } = setting.institution;
  const { version } = wish;
  const rulebook = amended(
    tables,
    { base: inForce, version, effectiveFrom, zone, delegations },
    telling,
  );
  return { base, zone, rulebook, tables, whole: false, problems: telling.problems() };
}

/** The law as it will stand on a day (tomorrow where null), and without what has run out by then. */
function lawOn(setting: Setting, date: string | null) {
  const zone = zoneOf(setting.law.calendar.zone);
  const effectiveFrom = dayOf(date, zone, setting.now);
  const inForce = rulebookAt(setting.institution, effectiveFrom) ?? setting.law.rulebook;
  return { zone, effectiveFrom, inForce, base: withoutEnded(inForce, effectiveFrom) };
}

/** The law to be written out: in force now, or as it will stand on a day. */
export function shownLaw(setting: Setting, date: string | null) {
  if (date === null) {
    const { rulebook, calendar } = setting.law;
    return { rulebook: withoutEnded(rulebook, setting.now), zone: zoneOf(calendar.zone) };
  }
  const { base: rulebook, zone } = lawOn(setting, date);
  return { rulebook, zone };
}

function dayOf(date: string | null, zone: Zone, now: Instant): Instant {
  const day = date === null ? null : parseCivilDate(date);
  return zone.toInstant((day ?? dateOfWall(zone.toWall(now)) + 1) * DAY);
}

export const dayText = (at: Instant, zone: Zone): string =>
  formatCivilDate(dateOfWall(zone.toWall(at)));

/** A rulebook's folder, as `rulebooks/` has them. */
function wholeFrom({ institution }: Setting, uploads: readonly Upload[]) {
  const read = readRulebook(
    new Map(uploads.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])),
    {
      zoneOfCalendar: (id) => institution.calendars.get(id)?.zone ?? null,
      partNamed: shippedPart,
    },
  );
  if (!read.ok) return { rulebook: null, problems: read.problems };
  const problems = undone(read.rulebook, institution.delegations);
  return { rulebook: problems.length === 0 ? read.rulebook : null, problems };
}

/** Entrustments that the rulebook would undo, as something to mend first. */
export function undone(
  rulebook: Rulebook,
  delegations: Setting['institution']['delegations'],
): readonly Problem[] {
  const { report, problems } = reporter();
  for (const { code, path, params } of checkDelegations(rulebook, delegations)) {
    report(code, { file: 'powers', line: Number(path[1]) + 2, column: 1 }, params);
  }
  return problems();
}

/** @throws Refused with every problem, where there is one */
export function withoutProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new Refused('api.bad-file', {}, { problems: new FileFault(problems).text });
}

/** What the staff sheet wants; null where there is none, or something is wrong with it. */
export function readStaff(
  tables: ReadonlyMap<SheetName, Table>,
  accounts: readonly Account[],
  { institution, now }: Setting,
) {
  const { report, problems } = reporter();
  const table = tables.get('staff');
  const lasting = lastingPlaces(institution, now);
  const wanted: readonly Wanted[] | null =
    table === undefined ? null : staffWanted(table, { accounts, ...lasting }, report);
  return { wanted, problems: problems() };
}

export const problemView = ({
  code,
  file,
  line,
  column,
  heading,
  what,
  next,
}: Problem): TableProblem => ({
  code,
  sheet: file,
  row: line,
  column,
  columnName: heading === undefined ? null : (columnWords[heading] ?? null),
  what,
  next,
});

export function changesView(changes: Changes<SheetName>): TableChanges {
  const columnName = (column: string) => columnWords[column] ?? { zh: column, en: column };
  const row = ({ key, cells }: Changes['added'][number]) => ({
    key,
    cells: cells.map(({ column, value }) => ({ column, columnName: columnName(column), value })),
  });
  return {
    table: changes.table,
    tableName: sheetWords[changes.table],
    unchanged: changes.unchanged,
    added: changes.added.map(row),
    removed: changes.removed.map(row),
    changed: changes.changed.map(({ key, cells }) => ({
      key,
      cells: cells.map((cell) => ({ ...cell, columnName: columnName(cell.column) })),
    })),
  };
}

import { typeOfHolder } from '../../core/authority/units.ts';
import type { Citation, Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Text } from '../../core/text.ts';
import type { Zone } from '../../core/time/zone.ts';
import { canonical } from '../canonical.ts';
import { TABLES, type TableName } from '../rulebook/tables.ts';
import { wordOf } from './words.ts';
import { type Cells, tableRows } from './write.ts';

/** What changed in one table, row by row; rows are told apart by their key, never by their place. */
export interface TableChanges<Name extends string = string> {
  readonly table: Name;
  readonly unchanged: number;
  readonly added: readonly ShownRow[];
  readonly removed: readonly ShownRow[];
  readonly changed: readonly ChangedRow[];
}

export interface ShownRow {
  readonly key: string;
  readonly cells: readonly { readonly column: string; readonly value: Text }[];
}

export interface ChangedRow {
  readonly key: string;
  readonly cells: readonly { readonly column: string; readonly from: Text; readonly to: Text }[];
}

/**
 * A row as it is told to a person: its key, and what it says, column by column. `kept` is what is
 * compared: a unit called otherwise changes one row, not every row that names it.
 */
export interface Shown {
  readonly key: string;
  readonly kept: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Text>>;
}

const said = (text: string): Text => ({ zh: text, en: text });

/** Which columns tell one row from the others. */
const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  units: ['id'],
  offices: ['id'],
  halls: ['id'],
  categories: ['code'],
  duties: ['id'],
  powers: ['id'],
  holdings: ['power', 'holder', 'scope', 'validFrom'],
  supports: ['id'],
};

/** The tables of two rulebooks compared; citations in words, because sources are numbered anew. */
export function tableChanges(
  before: Rulebook,
  after: Rulebook,
  zone: Zone,
): readonly TableChanges<TableName>[] {
  const [old, young] = [shown(before, zone), shown(after, zone)];
  return TABLES.map((table) => compared(table, old[table], young[table]));
}

/** What else two versions differ in: deadlines, objection, verification, and whatever comes. */
export function partChanges(
  before: Rulebook,
  after: Rulebook,
): readonly { readonly part: string; readonly from: string; readonly to: string }[] {
  const apart = new Set<string>([...TABLES, 'id', 'version', 'effectiveFrom']);
  const [old, young]: Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  const parts = [...new Set([...Object.keys(old ?? {}), ...Object.keys(young ?? {})])];
  return parts
    .filter((part) => !apart.has(part))
    .flatMap((part) => pieces(part, old?.[part], young?.[part]));
}

/** A part that is a list is told entry by entry, so that one changed deadline is one line. */
function pieces(part: string, from: unknown, to: unknown) {
  if (Array.isArray(from) && Array.isArray(to)) {
    const [old, young] = [from.map(canonical), to.map(canonical)];
    const gone = old.filter((entry) => !young.includes(entry));
    const come = young.filter((entry) => !old.includes(entry));
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, n) => ({
      part,
      from: gone[n] ?? '',
      to: come[n] ?? '',
    }));
  }
  const [a, b] = [from, to].map((value) => (value === undefined ? '' : canonical(value)));
  return a === b ? [] : [{ part, from: a ?? '', to: b ?? '' }];
}

function shown(rulebook: Rulebook, zone: Zone): Readonly<Record<TableName, readonly Shown[]>> {
  const cited: Citation[] = [];
  const rows = tableRows(rulebook, zone, (citation) => {
    cited.push(citation);
    return { source: String(cited.length - 1) };
  });
  const called = namesIn(rulebook);
  const textOf = (table: TableName, column: string, cell: string): Text => {
    const citation = column === 'source' ? cited[Number(cell)] : undefined;
    if (citation !== undefined) return inWords(citation);
    const parts = cell.split('|').map((one) => called(table, column, one));
    return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
  };
  const of = (table: TableName): readonly Shown[] =>
    rows[table].map((row: Cells) => ({
      key: KEYS[table].map((column) => row[column] ?? '').join(' '),
      kept: { ...row, source: canonical(cited[Number(row.source)] ?? null) },
      values: Object.fromEntries(
        Object.entries(row).map(([column, cell]) => [column, textOf(table, column, cell)]),
      ),
    }));
  return {
    units: of('units'),
    offices: of('offices'),
    halls: of('halls'),
    categories: of('categories'),
    duties: of('duties'),
    powers: of('powers'),
    holdings: of('holdings'),
    supports: of('supports'),
  };
}

/** What an id in a column stands for, with the id: `urban 区城市管理和综合执法局`. */
function namesIn(rulebook: Rulebook) {
  const named = (id: string, name: Text | undefined): Text =>
    name === undefined ? said(id) : { zh: `${name.zh}（${id}）`, en: `${name.en} (${id})` };
  const unit = (id: string) => rulebook.units.find((one) => one.id === id)?.name;
  const holder = (id: string) => {
    const type = typeOfHolder(id);
    return type === null ? unit(id) : wordOf('units', 'type', type);
  };
  const category = (code: string) => rulebook.categories.find((one) => one.code === code)?.name;
  const coded =
    (list: readonly { readonly code: string; readonly name: Text }[]) => (code: string) =>
      list.find((one) => one.code === code)?.name;
  const find: Readonly<Record<string, (id: string) => Text | undefined>> = {
    'units parent': unit,
    'halls unit': unit,
    'categories parent': category,
    'categories urgency': coded(rulebook.urgencies),
    'categories emergency': coded(rulebook.channels),
    'categories channel': coded(rulebook.channels),
    'duties holder': holder,
    'duties category': category,
    'duties lead': holder,
    'powers categories': category,
    'holdings power': (id) => rulebook.powers.find((one) => one.id === id)?.name,
    'holdings holder': holder,
    'holdings rank': coded(rulebook.ranks),
    'holdings scope': unit,
    'supports provider': holder,
    'supports needs': coded(rulebook.support?.needs ?? []),
    'supports conditions': coded(rulebook.support?.conditions ?? []),
    'supports documents': coded(rulebook.support?.documents ?? []),
  };
  return (table: TableName, column: string, cell: string): Text => {
    const lookUp = find[`${table} ${column}`];
    return lookUp === undefined ? wordOf(table, column, cell) : named(cell, lookUp(cell));
  };
}

const inWords = ({ text: { zh, en }, illustrative }: Citation): Text =>
  illustrative ? { zh: `${zh}（示例）`, en: `${en} (illustrative)` } : { zh, en };

/** Two lists of rows compared by their keys; a key that stands twice is told apart by its order. */
export function compared<Name extends string>(
  table: Name,
  before: readonly Shown[],
  after: readonly Shown[],
): TableChanges<Name> {
  const [old, young] = [keyed(before), keyed(after)];
  const list = ({ key, values }: Shown): ShownRow => ({
    key,
    cells: Object.entries(values)
      .filter(([, { zh }]) => zh !== '')
      .map(([column, value]) => ({ column, value })),
  });
  const changed = [...young].flatMap(([id, row]): ChangedRow[] => {
    const was = old.get(id);
    if (was === undefined) return [];
    const cells = Object.keys(row.values).flatMap((column) => {
      if (was.kept[column] === row.kept[column]) return [];
      return [{ column, from: was.values[column] ?? said(''), to: row.values[column] ?? said('') }];
    });
    return cells.length === 0 ? [] : [{ key: row.key, cells }];
  });
  const added = [...young].filter(([id]) => !old.has(id)).map(([, row]) => list(row));
  const removed = [...old].filter(([id]) => !young.has(id)).map(([, row]) => list(row));
  return {
    table,
    unchanged: young.size - added.length - changed.length,
    added,
    removed,
    changed,
  };
}

function keyed(rows: readonly Shown[]): ReadonlyMap<string, Shown> {
  const map = new Map<string, Shown>();
  for (const row of rows) {
    let id = row.key;
    while (map.has(id)) id += '\0';
    map.set(id, row);
  }
  return map;
}

export const isChange = ({ added, removed, changed }: TableChanges): boolean =>
  added.length + removed.length + changed.length > 0;

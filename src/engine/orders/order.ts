import type {
  ExternalReference,
  RequestKind,
  SheetForm,
  UpstreamWord,
} from '../../core/case/words.ts';
import type { UnitId } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import {
  cell,
  pick,
  type Row,
  readRow,
  reject,
  reportsOfficial,
  textOf,
  timeIn,
  titleIn,
} from '../import/cells.ts';
import type { RowProblem } from '../import/problem.ts';
import { isDay } from '../import/times.ts';
import type { OrdersIn } from './mapping.ts';

/** What a line of a sheet says of one order. */
export interface Order {
  readonly line: number;
  readonly reference: ExternalReference;
  /** What that system says came of it; null while it says nothing. */
  readonly word: UpstreamWord | null;
  readonly kind: RequestKind;
  readonly place: UnitId;
  readonly title: string | null;
  /** Personal texts by the field of the registration they fill. */
  readonly texts: Readonly<Record<string, string>>;
}

const TITLE_LIMIT = 120;

/** One line as one order, a pure function of line, mapping and law; or what is wrong with it. */
export function orderOf(
  row: Row,
  mapping: OrdersIn,
  law: Rulebook,
  sheet: SheetForm,
): Order | { readonly number: string; readonly problem: RowProblem } {
  const { columns } = mapping;
  return readRow(row, columns.number, (number): Order => {
    const words = textOf(row, mapping, columns.words);
    if (words === '') reject({ code: 'import.no-words', column: columns.words.join(', ') });
    const heading = columns.title === undefined ? [] : [columns.title];
    const said = textOf(row, mapping, [...heading, ...columns.words]);
    if (reportsOfficial(said, law)) reject({ code: 'import.reports-official' });
    const title = titleIn(row, mapping, columns.title, mapping.contact.telephone);
    const detail = textOf(row, mapping, columns.placeDetail);
    const contact = contactOf(row, mapping);
    return {
      line: row.line,
      word: heardIn(row, mapping),
      reference: {
        system: mapping.system,
        number,
        ...dueIn(row, mapping),
        state: orNull(columns.state === undefined ? '' : cell(row, columns.state)),
        category: mapping.category === undefined ? null : pick(row, mapping.category).value,
        sheet,
      },
      kind: pick(row, mapping.kind).value as RequestKind,
      place: pick(row, mapping.place).value ?? law.dispatch.centre,
      title: orNull(title.slice(0, TITLE_LIMIT)),
      texts: {
        words,
        ...(detail === '' ? {} : { 'place.detail': detail }),
        ...(contact === null ? {} : { contact }),
      },
    };
  });
}

function dueIn(row: Row, mapping: OrdersIn): Pick<ExternalReference, 'dueAt' | 'dueIsDay'> {
  const { due } = mapping.columns;
  if (due === undefined) return { dueAt: null };
  const dueAt = timeIn(row, mapping, due, 'ends');
  return isDay(cell(row, due), mapping.file.dates) ? { dueAt, dueIsDay: true } : { dueAt };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function contactOf(row: Row, { contact }: OrdersIn): string | null {
  const said = Object.entries(contact).flatMap(([field, column]) => {
    const text = column === undefined ? '' : cell(row, column);
    return text === '' ? [] : [[field, text] as const];
  });
  return said.length === 0 ? null : JSON.stringify(Object.fromEntries(said));
}

const heardIn = (row: Row, { heard }: OrdersIn): UpstreamWord | null =>
  heard.reduce<UpstreamWord | null>(
    (word, column) => word ?? (pick(row, column).value as UpstreamWord | null),
    null,
  );

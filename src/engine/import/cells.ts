import { proposeCategory } from '../../core/authority/category.ts';
import type { Instant } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Zone } from '../../core/time/zone.ts';
import type { Choice } from './mapping.ts';
import type { RowProblem } from './problem.ts';
import { readTime, type TimeForm } from './times.ts';

/** A line of a ledger; `line` is where it begins, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What every mapping says of its columns, whatever becomes of the rows. */
export interface Reading {
  readonly zone: Zone;
  readonly file: Pick<TimeForm, 'dates'>;
  readonly persons: readonly string[];
}

const NUMBER_LIMIT = 100;

/** Ends a translation from deep inside; caught in `readRow` alone. */
class Rejected extends Error {
  readonly problem: RowProblem;
  constructor(problem: RowProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export const reject = (problem: RowProblem): never => {
  throw new Rejected(problem);
};

/** What `translate` makes of a row with a number, or what is wrong with it. */
export function readRow<T>(
  row: Row,
  column: string,
  translate: (number: string) => T,
): T | { readonly number: string; readonly problem: RowProblem } {
  const number = cell(row, column);
  try {
    if (number === '') reject({ code: 'import.no-number', column });
    if (number.length > NUMBER_LIMIT) {
      reject({ code: 'import.number-too-long', limit: NUMBER_LIMIT });
    }
    return translate(number);
  } catch (error) {
    if (error instanceof Rejected) return { number, problem: error.problem };
    throw error;
  }
}

export function timeIn(row: Row, reading: Reading, column: string, end?: 'ends'): Instant | null {
  const written = cell(row, column);
  if (written === '') return null;
  const form = { zone: reading.zone, dates: reading.file.dates };
  return readTime(written, form, end) ?? reject({ code: 'import.bad-time', column, written });
}

/** Any word that speaks for wrongdoing counts: to keep one report too many is worse than to lose one. */
export function reportsOfficial(words: string, law: Rulebook): boolean {
  const reports = law.categories.filter(({ channel }) => channel === law.reportWrongdoing.channel);
  return proposeCategory(law, words, { limit: law.categories.length }).some(({ category }) =>
    reports.some(({ code }) => code === category),
  );
}

export function pick(
  row: Row,
  choice: Choice,
): { readonly value: string | null; readonly named: boolean } {
  const { always, column, table, otherwise } = choice;
  if (column === undefined) return { value: always ?? null, named: true };
  const said = cell(row, column);
  const found = Object.hasOwn(table, said) ? table[said] : undefined;
  if (found !== undefined) return { value: found, named: true };
  if (otherwise === undefined) return reject({ code: 'import.not-in-table', column, value: said });
  return { value: otherwise, named: false };
}

/** The texts of several columns, a line each, without what names a person. */
export function textOf(row: Row, { persons }: Reading, columns: readonly string[]): string {
  const names = persons.map((column) => cell(row, column)).filter((name) => name !== '');
  return columns
    .map((column) => names.reduce((text, name) => text.replaceAll(name, '…'), cell(row, column)))
    .filter((text) => text !== '')
    .join('\n');
}

/**
 * A title, which lists and the log hold in clear: without what names a person, and not at all where
 * it tells how to call them. Empty where there is none.
 */
export function titleIn(
  row: Row,
  reading: Reading,
  column: string | undefined,
  telephone?: string,
): string {
  const title = column === undefined ? '' : textOf(row, reading, [column]);
  return telephone !== undefined && shareDigits(title, cell(row, telephone)) ? '' : title;
}

/** So many digits in a row are somebody's number, however a hand or a country code groups them. */
const TELLING = 7;

function shareDigits(text: string, number: string): boolean {
  const known = new Set(runsOf(number));
  return known.size > 0 && runsOf(text).some((run) => known.has(run));
}

function runsOf(text: string): readonly string[] {
  const digits = digitsOf(text);
  const length = Math.max(0, digits.length - TELLING + 1);
  return Array.from({ length }, (_, from) => digits.slice(from, from + TELLING));
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

export const cell = (row: Row, column: string): string => row.cells[column]?.trim() ?? '';

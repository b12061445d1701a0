import type { Text } from '../../core/text.ts';
import type { Spot } from '../yaml/document.ts';
import { type FileProblem, PROBLEMS_MOST } from '../yaml/fault.ts';

/** Something to mend in a rulebook's files; its code is stable: `rulebook.unknown-unit`. */
export interface Problem extends FileProblem {
  readonly code: string;
}

/** What a problem's words are filled with; a text where each language has its own. */
export type Params = Readonly<Record<string, string | number | Text>>;

/** What is wrong at a path of a file's own data, before it is placed and worded. */
export interface Fault {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly params: Params;
}

/** Tells of something to mend; the place is worked out only where it is kept. */
export type Report = (code: string, spot: Spot | (() => Spot), params?: Params) => void;

/** Keeps the first problems, in words, and of the rest how many there are. */
export function collector(worded: (code: string, spot: Spot, params: Params) => Problem): {
  readonly report: Report;
  /** In file order. */
  problems(): readonly Problem[];
} {
  const found: Problem[] = [];
  let more = 0;
  return {
    report: (code, spot, params = {}) => {
      if (found.length === PROBLEMS_MOST) more += 1;
      else found.push(worded(code, typeof spot === 'function' ? spot() : spot, params));
    },
    problems: () => {
      const told = inFileOrder(found);
      const last = told.at(-1);
      return more === 0 || last === undefined
        ? told
        : [...told, worded('more-problems', last, { more })];
    },
  };
}

function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) => byText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

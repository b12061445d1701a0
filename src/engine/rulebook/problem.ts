import type { FileProblem } from '../yaml/fault.ts';

/** Something to mend in a rulebook's files; its code is stable: `rulebook.unknown-unit`. */
export interface Problem extends FileProblem {
  readonly code: string;
}

export type Params = Readonly<Record<string, string | number>>;

/** What is wrong at a path of a file's own data, before it is placed and worded. */
export interface Fault {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly params: Params;
}

export function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) => byText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

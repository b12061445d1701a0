import type { Text } from '../../core/text.ts';

/** Something in a file that a person has to mend. Lines and columns count from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The column of a table it stands in, by its code. */
  readonly heading?: string;
  /** Stable, where the reader names its problems: `rulebook.unknown-unit`. */
  readonly code?: string;
  readonly what: Text;
  /** What to do about it. */
  readonly next: Text;
}

/** Told at once: whoever mends so many sees the rest at the next look. */
export const PROBLEMS_MOST = 100;

/** A file that cannot be used as it stands, with everything found wrong in it. */
export class FileFault extends Error {
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.name = 'FileFault';
    this.problems = problems;
  }

  /** The same for a person, in both languages. */
  get text(): Text {
    const all = (lang: 'zh' | 'en', stop: string) =>
      this.problems
        .map((problem) => [placeOf(problem), problem.what[lang], problem.next[lang]].join(stop))
        .join('\n');
    return { zh: all('zh', ' '), en: all('en', ' ') };
  }
}

function problemLine(problem: FileProblem): string {
  return `${placeOf(problem)} ${problem.what.en} ${problem.next.en}`;
}

/** `duties.csv:12:5 rulebook.unknown-unit`: editors make a link of it. */
const placeOf = ({ file, line, column, code }: FileProblem): string =>
  `${file}:${line}:${column}${code === undefined ? '' : ` ${code}`}`;

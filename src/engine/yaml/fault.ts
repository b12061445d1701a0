import type { Text } from '../../core/text.ts';

/** Something in a file that a person has to mend. Lines and columns count from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: Text;
  /** What to do about it. */
  readonly next: Text;
}

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
        .map(({ file, line, column, what, next }) =>
          [`${file}:${line}:${column}`, what[lang], next[lang]].join(stop),
        )
        .join('\n');
    return { zh: all('zh', ' '), en: all('en', ' ') };
  }
}

function problemLine({ file, line, column, what, next }: FileProblem): string {
  return `${file}:${line}:${column} ${what.en} ${next.en}`;
}

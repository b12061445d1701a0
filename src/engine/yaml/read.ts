import { z } from 'zod';
import type { Text } from '../../core/text.ts';
import { type Path, parseYaml } from './document.ts';
import { FileFault, type FileProblem, PROBLEMS_MOST } from './fault.ts';

export type { Path } from './document.ts';

/** A file read to its schema, and where in it each value stands. */
export interface YamlFile<T> {
  readonly value: T;
  /** A problem at the value of that path, for checks that a schema cannot make. */
  problem(path: Path, what: Text, next: Text): FileProblem;
}

const LOCALES = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

const MEND_SHAPE: Text = {
  zh: '请按文件头部说明的格式改正此处。',
  en: 'Mend this value as the head of the file describes.',
};
const MEND_SYNTAX: Text = {
  zh: '请检查此处的缩进、引号与冒号。',
  en: 'Check indentation, quotes and colons here.',
};

/**
 * Reads YAML 1.2 against a schema. `file` is the name that problems are reported under.
 *
 * @throws FileFault with the problems of syntax, or else of shape, by line and column, a hundred at most
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): YamlFile<z.infer<S>> {
  const document = parseYaml(file, text);
  if (document.syntax.length > 0) {
    throw new FileFault(
      document.syntax.slice(0, PROBLEMS_MOST).map(({ reason, ...spot }) => {
        const what = { zh: `YAML 语法有误：${reason}`, en: `This is not YAML: ${reason}` };
        return { ...spot, what, next: MEND_SYNTAX };
      }),
    );
  }
  const problem = (path: Path, what: Text, next: Text): FileProblem => ({
    ...document.spot(path),
    what,
    next,
  });
  const read = schema.safeParse(document.value, { reportInput: true });
  if (read.success) return { value: read.data, problem };
  throw new FileFault(
    read.error.issues.slice(0, PROBLEMS_MOST).map((issue) => {
      const path = issue.path.filter((key) => typeof key !== 'symbol');
      const words = wordsOf(issue, path);
      if (issue.code !== 'unrecognized_keys') return problem(path, words, MEND_SHAPE);
      // A key that should not be there is pointed at itself, not at what holds it.
      const stray = document.keySpot([...path, ...issue.keys.slice(0, 1)]);
      return { ...stray, what: words, next: MEND_SHAPE };
    }),
  );
}

function wordsOf(issue: z.core.$ZodIssue, path: Path): Text {
  const place = path.length === 0 ? '' : `${path.join('.')}: `;
  const words = (lang: 'zh' | 'en') => {
    // An issue that was reported is the raw issue the locales translate, input included.
    const said = LOCALES[lang](issue as z.core.$ZodRawIssue);
    return typeof said === 'string' ? said : (said?.message ?? issue.message);
  };
  return { zh: `${place}${words('zh')}。`, en: `${place}${words('en')}.` };
}

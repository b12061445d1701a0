import { isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Text } from '../../core/text.ts';
import { FileFault, type FileProblem } from './fault.ts';

export type Path = readonly (string | number)[];

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
 * @throws FileFault with every problem of syntax, or else of shape, by line and column
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): YamlFile<z.infer<S>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    throw new FileFault(
      document.errors.map(({ pos, message }) => {
        const reason = message.split('\n')[0] ?? message;
        const what = { zh: `YAML 语法有误：${reason}`, en: `This is not YAML: ${reason}` };
        return { ...at(pos[0]), what, next: MEND_SYNTAX };
      }),
    );
  }
  const problem = (path: Path, what: Text, next: Text): FileProblem => ({
    ...at(offsetOf(document.contents, path)),
    what,
    next,
  });
  const read = schema.safeParse(document.toJS(), { reportInput: true });
  if (read.success) return { value: read.data, problem };
  throw new FileFault(
    read.error.issues.map((issue) => {
      const path = issue.path.filter((key) => typeof key !== 'symbol');
      // A key that should not be there is pointed at itself, not at what holds it.
      const stray = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      return problem([...path, ...stray], wordsOf(issue, path), MEND_SHAPE);
    }),
  );
}

/** Where the value of a path begins, or as much of the path as the file has. */
function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    if (isSeq(node)) node = node.items[Number(key)];
    // Keys by their text: YAML reads 2026 as a number, the schema names it '2026'.
    else if (isMap(node)) node = node.items.find((pair) => keyOf(pair) === String(key))?.value;
    else break;
    if (!isNode(node) || node.range == null) break;
    offset = node.range[0];
  }
  return offset;
}

const keyOf = (pair: Pair) => String(isScalar(pair.key) ? pair.key.value : pair.key);

function wordsOf(issue: z.core.$ZodIssue, path: Path): Text {
  const place = path.length === 0 ? '' : `${path.join('.')}: `;
  const words = (lang: 'zh' | 'en') => {
    // An issue that was reported is the raw issue the locales translate, input included.
    const said = LOCALES[lang](issue as z.core.$ZodRawIssue);
    return typeof said === 'string' ? said : (said?.message ?? issue.message);
  };
  return { zh: `${place}${words('zh')}。`, en: `${place}${words('en')}.` };
}

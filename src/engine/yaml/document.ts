import { isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument, visit } from 'yaml';

export type Path = readonly (string | number)[];

/** A place in a file. Lines and columns count from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The column of a table it stands in, by its code. */
  readonly heading?: string;
}

/** A YAML file and where in it each value stands. */
export interface YamlDocument {
  /** Null where the syntax is wrong. */
  readonly value: unknown;
  readonly syntax: readonly (Spot & { readonly reason: string })[];
  /** Where the value of a path begins, or as much of the path as the file has. */
  spot(path: Path): Spot;
  /** Where the last key of the path itself stands: for one that should not be there. */
  keySpot(path: Path): Spot;
}

/** Characters of the longest file: a district's rules are a tenth of it. */
const LONGEST = 300_000;

/** Reads YAML 1.2. `file` is the name that problems are reported under. Never throws. */
export function parseYaml(file: string, text: string): YamlDocument {
  const start = { file, line: 1, column: 1 };
  if (text.length > LONGEST) return unread(start, `more than ${LONGEST} characters`);
  try {
    return parsed(file, text);
  } catch (error) {
    // Nested or repeated without end: the library gives up in its own ways.
    return unread(start, error instanceof Error ? error.message : String(error));
  }
}

const unread = (start: Spot, reason: string): YamlDocument => ({
  value: null,
  syntax: [{ ...start, reason }],
  spot: () => start,
  keySpot: () => start,
});

function parsed(file: string, text: string): YamlDocument {
  const counter = new LineCounter();
  // The library compares each key of a map with all before it; here each is looked up once.
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: false });
  const at = (offset: number): Spot => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = [
    ...document.errors.map(({ pos, message }) => ({
      ...at(pos[0]),
      reason: message.split('\n')[0] ?? message,
    })),
    ...repeatedKeys(document).map((offset) => ({
      ...at(offset),
      reason: 'Map keys must be unique',
    })),
  ];
  return {
    value: syntax.length > 0 ? null : document.toJS(),
    syntax,
    spot: (path) => at(walk(document.contents, path).value),
    keySpot: (path) => at(walk(document.contents, path).key),
  };
}

function repeatedKeys(document: ReturnType<typeof parseDocument>): readonly number[] {
  const repeated: number[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const value = isScalar(key) ? key.value : key;
        if (seen.has(value)) repeated.push(startOf(key) ?? 0);
        seen.add(value);
      }
    },
  });
  return repeated;
}

/** Offsets of the path's last key and value; of the nearest thing above what the file lacks. */
function walk(root: unknown, path: Path): { readonly key: number; readonly value: number } {
  let node = root;
  let value = startOf(node) ?? 0;
  let key = value;
  for (const step of path) {
    if (isSeq(node)) {
      node = node.items[Number(step)];
      key = startOf(node) ?? key;
    } else if (isMap(node)) {
      // Keys by their text: YAML reads 2026 as a number, the schema names it '2026'.
      const pair = node.items.find((each) => keyOf(each) === String(step));
      node = pair?.value;
      key = startOf(pair?.key) ?? key;
    } else break;
    const start = startOf(node);
    if (start === null) break;
    value = start;
  }
  return { key, value };
}

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);

const keyOf = (pair: Pair) => String(isScalar(pair.key) ? pair.key.value : pair.key);

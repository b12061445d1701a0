import { isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';

export type Path = readonly (string | number)[];

/** A place in a file. Lines and columns count from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
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

/** Reads YAML 1.2. `file` is the name that problems are reported under. */
export function parseYaml(file: string, text: string): YamlDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const at = (offset: number): Spot => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    value: document.errors.length > 0 ? null : document.toJS(),
    syntax: document.errors.map(({ pos, message }) => ({
      ...at(pos[0]),
      reason: message.split('\n')[0] ?? message,
    })),
    spot: (path) => at(walk(document.contents, path).value),
    keySpot: (path) => at(walk(document.contents, path).key),
  };
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

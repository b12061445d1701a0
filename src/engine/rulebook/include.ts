import { type Path, parseYaml, type YamlDocument } from '../yaml/document.ts';
import type { Report } from './problem.ts';

/** The text of a part that rulebooks may include, or null where there is none of that id. */
export type PartNamed = (id: string) => string | null;

/**
 * The head with the parts it includes, read as one document: what is wrong in it is shown in the file
 * that says it. A mapping joins what both say; anything else may be said once, so that no number of
 * the law is silently another's.
 */
export function withParts(head: YamlDocument, partNamed: PartNamed, report: Report): YamlDocument {
  const named = idsIn(head.value);
  let joined: readonly Joined[] = [{ document: head, value: head.value }];
  for (const [n, id] of named.entries()) {
    const text = partNamed(id);
    if (text === null) {
      report('unknown-part', head.spot(['include', n]), { part: id });
      continue;
    }
    const document = parseYaml(`parts/${id}/part.yaml`, text);
    for (const { reason, ...spot } of document.syntax) report('yaml-syntax', spot, { reason });
    if (!isMap(document.value)) continue;
    const { part: _part, title: _title, ...value } = document.value;
    joined = [...joined, { document, value }];
  }
  if (joined.length === 1) return head;
  const twice = (path: Path): void => {
    report('included-twice', () => head.keySpot(path), { key: path.join('.') });
  };
  const value = joined.map((one) => one.value).reduceRight((above, one) => join(one, above, twice));
  const owner = (path: Path): YamlDocument =>
    joined.toSorted((a, b) => depth(b.value, path) - depth(a.value, path))[0]?.document ?? head;
  return {
    value,
    syntax: head.syntax,
    spot: (path) => owner(path).spot(path),
    keySpot: (path) => owner(path).keySpot(path),
  };
}

interface Joined {
  readonly document: YamlDocument;
  readonly value: unknown;
}

function idsIn(value: unknown): readonly string[] {
  const named = isMap(value) ? value.include : undefined;
  return Array.isArray(named) ? named.filter((id) => typeof id === 'string') : [];
}

type Mapping = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function join(own: unknown, part: unknown, twice: (path: Path) => void, at: Path = []): unknown {
  if (!isMap(own) || !isMap(part)) return own;
  const all = { ...part, ...own };
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => {
      if (!Object.hasOwn(own, key) || !Object.hasOwn(part, key)) return [key, value];
      const path = [...at, key];
      if (isMap(own[key]) && isMap(part[key])) return [key, join(own[key], part[key], twice, path)];
      twice(path);
      return [key, value];
    }),
  );
}

/** How much of a path a document has. */
function depth(value: unknown, path: Path): number {
  let node = value;
  for (const [n, step] of path.entries()) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return n;
    node = (node as Mapping)[String(step)];
  }
  return path.length;
}

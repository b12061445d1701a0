import { posix } from 'node:path';
import { imports } from './layers.ts';
import { isCode, isTest, type SourceFile, type Violation } from './source.ts';

/**
 * No file needs, by whatever way round, a file that needs it, types included: what stands in a ring
 * can only be read, tested and moved as one. What is loaded later (`import()`) is no such need.
 */
export function cycles(files: SourceFile[]): Violation[] {
  const code = files.filter(({ path }) => isCode(path) && !isTest(path));
  const needs = new Map(code.map((file) => [file.path, needsOf(file)]));
  const found: Violation[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) {
      const ring = [...way.slice(at), path].join(' → ');
      found.push({
        path,
        line: 1,
        message: `imports run in a ring: ${ring}; move what they share`,
      });
    } else if (!done.has(path)) {
      for (const next of needs.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    }
  };
  for (const path of needs.keys()) visit(path, []);
  return found;
}

const needsOf = (file: SourceFile): readonly string[] =>
  imports(file)
    .filter(({ specifier, later }) => specifier.startsWith('.') && !later)
    .map(({ specifier }) => posix.join(posix.dirname(file.path), specifier));

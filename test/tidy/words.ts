import { posix } from 'node:path';
import { isTest, lineAt, type SourceFile, type Violation, walk } from './source.ts';

/**
 * A test waits for what it waits for (test/support/until.ts), never for time to pass: a sleep is
 * too short on a slow machine and too long on every other.
 */
export function sleeps(files: SourceFile[]): Violation[] {
  const tests = files.filter(({ path }) => /\.test\.tsx?$/.test(path));
  return tests.flatMap((file) => {
    const found: Violation[] = [];
    const add = (start: number, what: string) =>
      found.push({
        path: file.path,
        line: lineAt(file.text, start),
        message: `${what} in a test: wait for the thing itself (test/support/until.ts); a sleep is too short or too long`,
      });
    walk(file, (node) => {
      if (node.type === 'ImportDeclaration' && node.source.value === 'node:timers/promises')
        add(node.start, 'node:timers/promises');
      if (node.type !== 'CallExpression') return;
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'setTimeout')
        add(node.start, 'setTimeout');
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (callee.property.name === 'waitForTimeout') add(node.start, 'waitForTimeout');
    });
    return found;
  });
}

const LINK = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;

/** A link in a document leads to a file that is there. */
export function links(files: SourceFile[]): Violation[] {
  const there = new Set(files.flatMap(({ path }) => [path, ...parents(path)]));
  const documents = files.filter(({ path }) => path.endsWith('.md'));
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(LINK)].flatMap((match) => {
      const target = decodeURI((match[1] ?? '').split('#')[0] ?? '');
      if (target === '' || /^[a-z]+:/.test(target)) return [];
      const file = posix.join(posix.dirname(path), target).replace(/\/$/, '');
      if (there.has(file) || file === '.') return [];
      const message = `the link to ${target} leads nowhere: a reader who follows it is lost`;
      return [{ path, line: lineAt(text, match.index), message }];
    }),
  );
}

function parents(path: string): string[] {
  const parent = posix.dirname(path);
  return parent === '.' ? [] : [parent, ...parents(parent)];
}

const SOMEONES = /(?<![\w.])\/(?:work|tmp|home\/\w+|Users\/\w+)\/[\w.-]+/g;

/** No path of somebody's machine: it means nothing on any other. */
export function machinePaths(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => !path.startsWith('test/tidy/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(SOMEONES)].map((match) => ({
        path,
        line: lineAt(text, match.index),
        message: `${match[0]} is a path of one machine: it means nothing on any other`,
      })),
    );
}

/** Nothing is put off, skipped or silenced in place. */
export function loose(files: SourceFile[]): Violation[] {
  const put = /\b(TODO|FIXME|XXX)\b|@ts-(ignore|expect-error|nocheck)/g;
  const skipped = /\b(?:test|it|describe)\.(?:skip|only|todo|skipIf|runIf)\b/g;
  return files
    .filter(({ path }) => /\.(ts|tsx|mjs|sql)$/.test(path) && !path.startsWith('test/tidy/'))
    .flatMap(({ path, text }) => {
      const found = [...text.matchAll(put), ...(isTest(path) ? text.matchAll(skipped) : [])];
      return found.map((match) => ({
        path,
        line: lineAt(text, match.index),
        message: `${match[0]}: mend it now or open an issue; what is put off in place is never found again`,
      }));
    });
}

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parseSync } from 'oxc-parser';

/** A file of the house, by its path from the checkout, with `/` whatever the system. */
export type SourceFile = { path: string; text: string };

/** What a rule found: where, and what is wrong in words that end with the reason. */
export type Violation = { path: string; line: number; message: string };

/** A rule of the house: pure, so that a planted violation can prove it. */
export type Rule = (files: SourceFile[]) => Violation[];

/** Every file git keeps or would keep, with the words of those that hold words. */
export function houseFiles(root: string): SourceFile[] {
  const list = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return list
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => ({ path, text: isText(path) ? readFileSync(join(root, path), 'utf8') : '' }));
}

function isText(path: string): boolean {
  return /\.(ts|tsx|mjs|md|sql|yaml|json|css|html)$|^\.ci\//.test(path);
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path);
}

/** Code that is never shipped: tests, and what only they use. */
export function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$|\/testing\/|^test\//.test(path);
}

/** One-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A node of the syntax tree, with the one that holds it. */
export type Visit = (node: Node, parent: Node | undefined) => void;

/** Walks a file's syntax tree, outermost first. @throws Error where it does not parse */
export function walk({ path, text }: SourceFile, visit: Visit): void {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  descend(program, undefined, visit);
}

function descend(node: Node, parent: Node | undefined, visit: Visit): void {
  visit(node, parent);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) descend(child, node, visit);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

import type { Node } from 'oxc-parser';
import { isCode, isTest, lineAt, type SourceFile, type Violation, walk } from './source.ts';

const FILE_LINES = 500;
const FUNCTION_LINES = 70;

/** What is over a limit for a reason: `path` or `path#function`, with the lines it may have. */
export type Allowed = Record<string, number>;

type Measured = { path: string; line: number; name: string; lines: number; limit: number };

/**
 * A function's lines are its own, those of functions inside it apart: a store made of twenty small
 * methods is not a long function.
 *
 * A ratchet: nothing new may grow over a limit, nothing listed may grow further, and what has
 * shrunk leaves the list or lowers its number, so that it never grows back unseen.
 */
export function size(files: SourceFile[], allowed: Allowed): Violation[] {
  const measured = files.filter(({ path }) => isCode(path)).flatMap(measure);
  const byName = new Map(measured.map((one) => [one.name, one]));
  const grown = measured.flatMap(({ path, line, name, lines, limit }) => {
    const most = allowed[name] ?? limit;
    if (lines <= most) return [];
    const message = `${name} has ${lines} lines, over ${most}: what does not fit a screen is not read whole; split it, or list it in test/tidy/sizes.json with a reason in the commit`;
    return [{ path, line, message }];
  });
  const slack = Object.entries(allowed).flatMap(([name, most]) => {
    const now = byName.get(name);
    const lines = now && now.lines > now.limit ? now.lines : 0;
    if (lines >= most) return [];
    const message = `${name} has shrunk: ${lines === 0 ? 'take it off the list' : `list it with ${lines}`}, so that it cannot grow back`;
    return [{ path: 'test/tidy/sizes.json', line: 1, message }];
  });
  return [...grown, ...slack];
}

function measure(file: SourceFile): Measured[] {
  const { path, text } = file;
  const whole = { path, line: 1, name: path, lines: lineAt(text, text.trimEnd().length) };
  const found: Measured[] = [{ ...whole, limit: FILE_LINES }];
  // A suite of tests is one long function by nature.
  if (isTest(path)) return found;
  const span = (node: Node) => lineAt(text, node.end) - lineAt(text, node.start) + 1;
  const open: { node: Node; measured: Measured }[] = [];
  walk(file, (node, parent) => {
    if (!isFunction(node)) return;
    while (open.length > 0 && (open.at(-1)?.node.end ?? 0) <= node.start) open.pop();
    const line = lineAt(text, node.start);
    const name = `${path}#${nameOf(node, parent) ?? `line ${line}`}`;
    const measured = { path, line, name, lines: span(node), limit: FUNCTION_LINES };
    const outer = open.at(-1);
    // Its first and last line still belong to the function around it.
    if (outer) outer.measured.lines -= Math.max(0, span(node) - 1);
    found.push(measured);
    open.push({ node, measured });
  });
  return found;
}

function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function nameOf(node: Node, parent: Node | undefined): string | undefined {
  const holder =
    'id' in node && node.id
      ? node.id
      : parent && 'id' in parent
        ? parent.id
        : parent && 'key' in parent
          ? parent.key
          : undefined;
  return holder && holder.type === 'Identifier' ? holder.name : undefined;
}

import type { Node } from 'oxc-parser';
import { isCode, isTest, lineAt, type SourceFile, type Violation, walk } from './source.ts';

const WORLD = new Set(
  'setTimeout setInterval setImmediate fetch performance crypto console globalThis'.split(' '),
);
const OF_PROCESS = new Set('env argv pid cwd exit hrtime nextTick stdout stderr on'.split(' '));
const LOCAL_TIME = /^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/;

/**
 * The core decides by its arguments alone: no clock, chance, environment or time zone of the
 * machine. Otherwise a replay would not give the state that was.
 */
export function purity(files: SourceFile[]): Violation[] {
  const core = files.filter(
    ({ path }) => path.startsWith('src/core/') && isCode(path) && !isTest(path),
  );
  return core.flatMap((file) => {
    const found: Violation[] = [];
    walk(file, (node, parent) => {
      const what = impure(node, parent);
      if (what === undefined) return;
      const message = `the core uses ${what}: time, chance and surroundings must arrive as data, or a replay differs`;
      found.push({ path: file.path, line: lineAt(file.text, node.start), message });
    });
    return found;
  });
}

function impure(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
    const object = node.object.type === 'Identifier' ? node.object.name : '';
    const name = node.property.name;
    if (object === 'Date' && name === 'now') return 'Date.now';
    if (object === 'Math' && name === 'random') return 'Math.random';
    if (object === 'process' && OF_PROCESS.has(name)) return `process.${name}`;
    if (WORLD.has(object)) return object;
    if (LOCAL_TIME.test(name)) return `${name} (the machine's time zone)`;
  }
  if (node.type === 'NewExpression' && isDate(node.callee) && node.arguments.length === 0)
    return 'new Date()';
  if (node.type === 'CallExpression' && isDate(node.callee)) return 'Date()';
  if (node.type === 'Identifier' && parent?.type === 'CallExpression' && parent.callee === node)
    return WORLD.has(node.name) ? node.name : undefined;
  return undefined;
}

function isDate(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'Date';
}

/** The environment is read in one place, so that what can be configured can be read there too. */
export function environment(files: SourceFile[]): Violation[] {
  const ours = files.filter(
    ({ path }) =>
      /^(src|sim)\//.test(path) && isCode(path) && !isTest(path) && path !== 'src/main/config.ts',
  );
  return ours.flatMap((file) => {
    const found: Violation[] = [];
    walk(file, (node) => {
      if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return;
      const name = node.property.type === 'Identifier' ? node.property.name : '';
      if (node.object.name !== 'process' || name !== 'env') return;
      const message =
        'process.env is read outside src/main/config.ts: what can be configured is listed there alone';
      found.push({ path: file.path, line: lineAt(file.text, node.start), message });
    });
    return found;
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const WEB = join(import.meta.dirname, '..');
const HAN = /\p{Script=Han}/u;

const leaves = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : leaves(value as object, `${path}${name}.`),
  );

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    /\.tsx?$/.test(file) &&
    !/\.test\.ts$/.test(file) &&
    !/^words\/(?:\w+[.-])?(zh|en)\.ts$/.test(file),
);

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

function* nodes(node: Node): Iterable<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) yield* nodes(one);
  }
}

/** Attributes a person reads or hears. */
const READ = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'legend', 'hint']);

/** Words written into the markup instead of the catalogues. */
const literalWords = (file: string): string[] => {
  const text = readFileSync(join(WEB, file), 'utf8');
  const found: string[] = [];
  for (const node of nodes(parseSync(file, text).program as unknown as Node)) {
    if (node.type === 'Literal' && typeof node.value === 'string' && HAN.test(node.value)) {
      found.push(node.value);
    }
    if (node.type === 'TemplateElement' && HAN.test(JSON.stringify(node.value))) {
      found.push(JSON.stringify(node.value));
    }
    if (node.type === 'JSXText' && /[\p{L}\p{N}]/u.test(String(node.value))) {
      found.push(String(node.value).trim());
    }
    if (node.type === 'JSXAttribute') {
      const { name, value } = node as unknown as { name: { name: string }; value: Node | null };
      if (READ.has(name.name) && value?.type === 'Literal') found.push(String(value.value));
    }
  }
  return found;
};

/** Weekdays and months, in both languages side by side: dates are put together, not looked up. */
const DATES = 'time/show.ts';

describe('the two catalogues', () => {
  it('have the same entries', () => {
    const names = (tree: object) => leaves(tree).map(([name]) => name);
    expect(names(en)).toEqual(names(zh));
  });

  it('have no empty entry', () => {
    expect([...leaves(zh), ...leaves(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('take the same parameters', () => {
    const english = new Map(leaves(en));
    const differing = leaves(zh)
      .filter(([name, text]) => {
        const other = english.get(name) ?? '';
        return placeholders(text).join() !== placeholders(other).join();
      })
      .map(([name]) => name);
    expect(differing).toEqual([]);
  });

  it('keep their own language', () => {
    const own = 'header.otherLanguage';
    expect(leaves(en).filter(([name, text]) => HAN.test(text) && name !== own)).toEqual([]);
    const latin = leaves(zh).filter(([name, text]) => !HAN.test(text) && name !== own);
    expect(latin.map(([name]) => name)).toEqual([
      'header.searchKey',
      'list.comma',
      'list.semicolon',
      'list.colon',
      'board.wallKey',
    ]);
  });

  it.each(sources.filter((file) => file !== DATES))(
    'hold every word a person reads in %s',
    (file) => {
      expect(literalWords(file)).toEqual([]);
    },
  );
});

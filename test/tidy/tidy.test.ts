import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cycles } from './cycles.ts';
import { glossary } from './glossary.ts';
import { layers } from './layers.ts';
import { environment, purity } from './purity.ts';
import { findings } from './rules.ts';
import { size } from './size.ts';
import { houseFiles, type SourceFile, type Violation } from './source.ts';
import { links, loose, machinePaths, sleeps } from './words.ts';

test('the house is tidy', () => {
  expect(findings(houseFiles(fileURLToPath(new URL('../..', import.meta.url))))).toEqual([]);
});

function planted(path: string, text: string): SourceFile[] {
  return [{ path, text }];
}

function where(found: Violation[]): string[] {
  return found.map(({ path, line }) => `${path}:${line}`);
}

describe('layers', () => {
  test.each([
    ['src/core/case/a.ts', '../../engine/ports.ts', 'core'],
    ['src/engine/a.ts', '../postgres/write.ts', 'engine'],
    ['src/engine/a.ts', '../contract/cases.ts', 'engine'],
    ['src/memory/a.ts', '../postgres/read.ts', 'memory'],
    ['src/contract/a.ts', '../core/text.ts', 'contract'],
    ['src/api/cases/routes.ts', '../../postgres/read.ts', 'api'],
    ['src/portal/a.ts', '../api/server.ts', 'portal'],
    ['src/web/screens/a.tsx', '../../core/text.ts', 'web'],
    ['src/main/serve.ts', '../web/main.tsx', 'main'],
    ['src/postgres/a.ts', '../../test/support/pg.ts', 'postgres'],
    ['sim/run.ts', '../src/postgres/read.ts', 'sim'],
    ['src/core/a.ts', 'zod', 'core'],
    ['src/core/a.ts', 'node:fs', 'core'],
    ['src/web/a.tsx', 'node:path', 'web'],
    ['scripts/a.mjs', 'commander', 'scripts'],
  ])('%s may not import %s', (path, specifier, layer) => {
    const found = layers(planted(path, `\nimport { a } from '${specifier}';\na();`));
    expect(where(found)).toEqual([`${path}:2`]);
    expect(found[0]?.message).toMatch(new RegExp(`^${layer} imports .+, and may .+: .+`));
  });

  test.each([
    `import type { A } from '../engine/ports.ts';`,
    `export * from '../engine/ports.ts';`,
    `export { a } from '../engine/ports.ts';`,
    `const a = await import('../engine/ports.ts');`,
    `type A = import('../engine/ports.ts').A;`,
  ])('sees every form of import: %s', (text) => {
    expect(layers(planted('src/core/a.ts', text))).toHaveLength(1);
  });

  test.each([
    [
      'src/core/a.ts',
      `// import { a } from '../engine/ports.ts'\nconst a = "import '../engine/x.ts'";`,
    ],
    ['src/core/case/a.ts', `import { due } from '../time/index.ts';`],
    ['src/engine/a.ts', `import { say } from '../core/text.ts';\nimport fs from 'node:fs';`],
    ['src/main/serve.ts', `import { openDatabase } from '../postgres/database.ts';`],
    ['src/core/a.test.ts', `import { store } from '../memory/store.ts';`],
  ])('allows %s: %s', (path, text) => {
    expect(layers(planted(path, text))).toEqual([]);
  });
});

describe('cycles', () => {
  const house = (back: string) => [
    { path: 'src/core/a.ts', text: `import { b } from './case/b.ts';` },
    { path: 'src/core/case/b.ts', text: `import type { C } from '../c.ts';` },
    { path: 'src/core/c.ts', text: back },
  ];

  test('imports do not run in a ring, types included', () => {
    const found = cycles(house(`import type { A } from './a.ts';`));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('src/core/a.ts → src/core/case/b.ts → src/core/c.ts →');
  });

  test('two that need a third, and what is loaded later, are no ring', () => {
    expect(cycles(house(`const a = () => import('./a.ts');`))).toEqual([]);
    expect(cycles([...house(''), { path: 'd.ts', text: `import './src/core/c.ts';` }])).toEqual([]);
  });
});

describe('purity', () => {
  test.each([
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'process.env.TZ',
    'setTimeout(f, 1)',
    'fetch(url)',
    'crypto.randomUUID()',
    'new Date(at).getHours()',
  ])('the core may not use %s', (expression) => {
    expect(where(purity(planted('src/core/a.ts', `const x =\n  ${expression};`)))).toEqual([
      'src/core/a.ts:2',
    ]);
  });

  test('the core may count with given instants, and others may look at the clock', () => {
    const given = 'new Date(at).getUTCDay(); const process = decide(command); process.name;';
    expect(purity(planted('src/core/a.ts', given))).toEqual([]);
    expect(purity(planted('src/main/a.ts', 'Date.now()'))).toEqual([]);
  });

  test('the environment is read in config.ts alone', () => {
    const reads = 'const port = process.env.PORT;';
    expect(where(environment(planted('src/api/server.ts', reads)))).toEqual([
      'src/api/server.ts:1',
    ]);
    expect(environment(planted('src/main/config.ts', reads))).toEqual([]);
  });
});

describe('size', () => {
  const long = (lines: number) => `function long() {\n${'a();\n'.repeat(lines - 2)}}`;

  test('a file has 500 lines at most, a function 70', () => {
    expect(size(planted('src/core/a.ts', 'a();\n'.repeat(500)), {})).toEqual([]);
    expect(size(planted('src/core/a.ts', 'a();\n'.repeat(501)), {})).toHaveLength(1);
    expect(size(planted('src/core/a.ts', long(70)), {})).toEqual([]);
    expect(size(planted('src/core/a.ts', long(71)), {})[0]?.message).toContain('#long has 71');
  });

  test('the lines of a function inside are not those of the one around it', () => {
    const methods = `function store() {\n${`  const m = () => {\n${'a();\n'.repeat(38)}  };\n`.repeat(3)}}`;
    expect(size(planted('src/core/a.ts', methods), {})).toEqual([]);
    const own = `function store() {\n  const m = () => {\n  };\n${'a();\n'.repeat(70)}}`;
    expect(size(planted('src/core/a.ts', own), {})).toHaveLength(1);
  });

  test('what is listed may not grow, and what shrinks leaves the list', () => {
    const name = 'src/core/a.ts#long';
    expect(size(planted('src/core/a.ts', long(80)), { [name]: 80 })).toEqual([]);
    expect(size(planted('src/core/a.ts', long(81)), { [name]: 80 })).toHaveLength(1);
    expect(size(planted('src/core/a.ts', long(75)), { [name]: 80 })[0]?.message).toContain('75');
    expect(size(planted('src/core/a.ts', long(60)), { [name]: 80 })[0]?.message).toContain('off');
  });
});

describe('words', () => {
  test('a test does not sleep', () => {
    const sleeping = [
      `import { setTimeout as pause } from 'node:timers/promises';`,
      'await new Promise((resolve) => setTimeout(resolve, 5));',
      'await page.waitForTimeout(5);',
    ].join('\n');
    expect(where(sleeps(planted('src/a.test.ts', sleeping)))).toEqual([
      'src/a.test.ts:1',
      'src/a.test.ts:2',
      'src/a.test.ts:3',
    ]);
  });

  test('a link leads somewhere', () => {
    const files = [
      {
        path: 'docs/a.md',
        text: '[up](../README.md#tour)\n[gone](missing.md)\n[out](https://a.cn)',
      },
      { path: 'README.md', text: '[docs](docs/) [here](#tour)' },
    ];
    expect(where(links(files))).toEqual(['docs/a.md:2']);
  });

  test('no path of one machine', () => {
    const text = ['see ', '/ho', 'me/someone/notes.md or https://a.cn/work/b'].join('');
    expect(where(machinePaths(planted('docs/a.md', text)))).toEqual(['docs/a.md:1']);
  });

  test('nothing is put off, silenced or skipped', () => {
    expect(loose(planted('src/a.ts', '// TODO later\n// @ts-ignore'))).toHaveLength(2);
    expect(
      loose(planted('src/a.test.ts', 'test.skip("x", f);\ndescribe.only("y", f);')),
    ).toHaveLength(2);
  });
});

describe('glossary', () => {
  const page = (...rows: string[]) =>
    planted('GLOSSARY.md', ['### States 状态', ...rows, '### Else', '| x | 某 | `x` |'].join('\n'));
  const words = { States: { open: { zh: '在办', en: 'Open' } } };

  test('agrees with the words on the screens', () => {
    expect(glossary(page('| Open | 在办 | `open` |'), words)).toEqual([]);
  });

  test.each([
    ['another word', '| Open | 办理中 | `open` |', 2],
    ['a code the screens have not', '| Open | 在办 | `open` |\n| Shut | 办结 | `shut` |', 3],
    ['a code the page has not', '', 1],
  ])('%s is found', (_what, row, line) => {
    expect(where(glossary(page(row), words))).toEqual([`GLOSSARY.md:${line}`]);
  });
});

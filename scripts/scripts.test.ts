import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bootstrap } from './bootstrap.mjs';
import { chromiumPath, ensureBrowser } from './browser.mjs';
import { compress, digestOf } from './console.mjs';
import { installedMatchesLock } from './lock.mjs';
import { Missing } from './missing.mjs';
import { NODE_FLAGS, nodeToRunWith } from './node24.mjs';
import { hydrate } from './postgres-package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shaoying-scripts-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

function put(path: string, content: string | object): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), typeof content === 'string' ? content : JSON.stringify(content));
}

function program(path: string, script: string): void {
  put(path, `#!/bin/sh\n${script}\n`);
  chmodSync(join(dir, path), 0o755);
}

describe('the lock', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const lock = (packages: object) => put('package-lock.json', { packages });
  const installed = (packages: object) => put('node_modules/.package-lock.json', { packages });

  test('nothing installed does not match', () => {
    lock({ '': {}, 'node_modules/a': a });
    expect(installedMatchesLock(dir)).toBe(false);
  });

  test('the same packages match, and another platform may be absent', () => {
    lock({ '': {}, 'node_modules/a': a, 'node_modules/win': { ...a, optional: true } });
    installed({ 'node_modules/a': a });
    expect(installedMatchesLock(dir)).toBe(true);
  });

  test.each([
    ['a missing package', {}],
    ['another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
    ['other contents', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
  ])('%s does not match', (_what, packages) => {
    lock({ '': {}, 'node_modules/a': a });
    installed(packages);
    expect(installedMatchesLock(dir)).toBe(false);
  });

  test('a node_modules that is a link is left to whoever made it', () => {
    lock({ '': {}, 'node_modules/a': a });
    mkdirSync(join(dir, 'elsewhere'));
    symlinkSync('elsewhere', join(dir, 'node_modules'));
    expect(() => bootstrap('start', dir)).toThrow(Missing);
  });
});

describe('the Node to run with', () => {
  const old = { version: '20.11.0', execPath: '/old/node' };

  test('is the pinned one, whatever runs now', () => {
    program('node_modules/.bin/node', 'echo v24.21.0');
    expect(nodeToRunWith(dir, old)).toBe(join(dir, 'node_modules/.bin/node'));
  });

  test('is the running one where none is pinned and it is new enough', () => {
    expect(nodeToRunWith(dir, { version: '26.1.0', execPath: '/new/node' })).toBe('/new/node');
  });

  test('is none otherwise, a pinned one that does not run included', () => {
    program('node_modules/.bin/node', 'exit 127');
    expect(nodeToRunWith(dir, old)).toBeUndefined();
  });
});

test('the links of the PostgreSQL package are made where missing, and again without harm', () => {
  put('native/pg-symlinks.json', [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
  ]);
  put('native/lib/libpq.so.5.18', '');
  hydrate(dir);
  hydrate(dir);
  expect(readlinkSync(join(dir, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
});

describe('the browser', () => {
  beforeEach(() => {
    mkdirSync(join(dir, 'bin'));
    vi.stubEnv('PATH', join(dir, 'bin'));
    program('bin/fc-list', 'echo');
  });

  test('missing, and we may not install: one sentence with what to run', () => {
    expect(chromiumPath()).toBeUndefined();
    expect(() => ensureBrowser(false)).toThrow(/apt-get install chromium fonts-noto-cjk/);
  });

  test('missing, and we may: apt-get is asked for it and for the font', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const has = (path: string, script: string) =>
      `printf '#!/bin/sh\\n${script}\\n' >${join(dir, path)}; /bin/chmod +x ${join(dir, path)}`;
    program(
      'bin/apt-get',
      `case "$*" in *install*chromium*fonts-noto-cjk*) ${has('bin/chromium', 'exit')}; ${has('bin/fc-list', 'echo Noto')};; esac`,
    );
    ensureBrowser(true);
    expect(chromiumPath()).toBe(join(dir, 'bin/chromium'));
  });

  test('there, but no Chinese font: still the sentence', () => {
    program('bin/chromium', 'exit');
    program('bin/apt-get', 'exit 100');
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => ensureBrowser(true)).toThrow(Missing);
  });
});

test('the console is stale when what it is built from differs, and not when only dates do', () => {
  put('src/web/main.tsx', 'a');
  put('src/contract/cases.ts', 'b');
  const first = digestOf(dir);
  put('src/web/main.tsx', 'a');
  expect(digestOf(dir)).toBe(first);
  put('src/contract/cases.ts', 'c');
  expect(digestOf(dir)).not.toBe(first);
});

test('what the console loads is compressed beside itself, and the page that names it is not', () => {
  put('assets/app.js', 'run();'.repeat(100));
  put('index.html', '<title>console</title>');
  compress(dir);
  expect(brotliDecompressSync(readFileSync(join(dir, 'assets/app.js.br'))).length).toBe(600);
  expect(gunzipSync(readFileSync(join(dir, 'assets/app.js.gz'))).length).toBe(600);
  expect(existsSync(join(dir, 'index.html.br'))).toBe(false);
});

describe('bin/shaoying.mjs', () => {
  const shaoying = (checkout: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(checkout, 'bin/shaoying.mjs'), ...args], {
      encoding: 'utf8',
    });

  test('before installation says what to run', () => {
    cpSync(join(root, 'bin'), join(dir, 'bin'), { recursive: true });
    cpSync(join(root, 'scripts'), join(dir, 'scripts'), { recursive: true });
    const ran = shaoying(dir, 'due');
    expect([ran.status, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain('npm start');
  });

  test('hands over arguments, output and exit code', () => {
    expect(shaoying(root, '--help').stdout).toContain('serve');
    expect(shaoying(root, 'no-such-command').status).not.toBe(0);
  });

  test('runs what npm start runs', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(scripts.start).toBe(`exec node ${NODE_FLAGS.join(' ')} src/main/run.mjs serve --demo`);
  });
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Missing } from './missing.mjs';

/** What the console is built from. */
const SOURCES = ['src/web', 'src/contract', 'package-lock.json'];
/** Beside the built console, which is emptied at each build: the digest of what it was built from. */
const BUILT_FROM = 'dist/console.built-from';

/**
 * Builds the staff console where its sources are not those it was last built from.
 *
 * @param {string} dir the checkout
 * @param {string} node the Node to build with
 */
export function buildConsole(dir, node) {
  if (!existsSync(join(dir, 'src/web/index.html'))) return;
  const digest = digestOf(dir);
  const stamp = join(dir, BUILT_FROM);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.error('正在构建工作台…  Building the staff console …');
  const vite = join(dir, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(node, [vite, 'build', 'src/web', '--logLevel', 'warn'], {
    cwd: dir,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0)
    throw new Missing(
      '工作台没有构建成功（原因见上）：若改过 src/web，请先改正；否则请删除 node_modules 后重新运行。',
      'The staff console was not built (the reason is above): mend src/web if you changed it, else delete node_modules and run this again.',
    );
  compress(join(dir, 'dist/console'));
  writeFileSync(stamp, digest);
}

/**
 * Once here rather than at each request: offices sit behind thin lines. The server hands out what
 * lies beside a file to whoever can read it.
 *
 * @param {string} folder
 */
export function compress(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.(js|css|svg)$/.test(name))) {
    const body = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(body));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(body, { level: 9 }));
  }
}

/**
 * Contents, not dates: git does not keep dates.
 *
 * @param {string} dir
 */
export function digestOf(dir) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((path) => filesUnder(dir, path)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(dir, file)))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} dir @param {string} path @returns {string[]} */
function filesUnder(dir, path) {
  if (!existsSync(join(dir, path))) return [];
  if (path.endsWith('.json')) return [path];
  return readdirSync(join(dir, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(dir, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
    );
}

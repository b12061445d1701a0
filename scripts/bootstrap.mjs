/**
 * Makes `npm start` and `npm test` the only set-up: installs what the lock names, checks that the
 * three native parts really run here, and otherwise says in one sentence what is missing.
 *
 * Runs on the system's own Node (20 or newer) before anything is installed: plain JavaScript,
 * nothing but Node's own modules.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { buildConsole } from './console.mjs';
import { installedMatchesLock } from './lock.mjs';
import { Missing } from './missing.mjs';
import { NODE_MAJOR, nodeToRunWith } from './node24.mjs';
import { hydrate, platformPackage } from './postgres-package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs exactly what the lock names, unless that is what is there. @param {string} dir */
function install(dir) {
  if (installedMatchesLock(dir)) return;
  const modules = join(dir, 'node_modules');
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink())
    throw new Missing(
      'node_modules 是一个链接，且与 package-lock.json 不符：请在它指向的目录里运行 npm ci。',
      'node_modules is a link and does not match package-lock.json: run npm ci where it points.',
    );
  console.error('正在安装依赖（npm ci）…  Installing dependencies (npm ci) …');
  // The Node that npm itself runs on, never the one inside the node_modules about to be replaced.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const run = npm?.endsWith('.js')
    ? spawnSync(node, [npm, ...args], { cwd: dir, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: dir, stdio: ['ignore', 2, 2] });
  if (run.status !== 0 || !installedMatchesLock(dir))
    throw new Missing(
      'npm ci 没有装全依赖（原因见上）：请确认能访问 npm 源，然后重新运行。',
      'npm ci did not install the dependencies (its reason is above): see that the npm registry can be reached, then run this again.',
    );
}

/**
 * Each native part is run once: being on disk proves nothing.
 *
 * @param {string} dir
 * @returns the Node to run with
 */
function verify(dir) {
  const node = nodeToRunWith(dir);
  if (node === undefined)
    throw new Missing(
      `缺少 Node ${NODE_MAJOR}：本机平台（${process.platform}-${process.arch}）没有可随依赖安装的版本，请先自行安装 Node ${NODE_MAJOR}。`,
      `Node ${NODE_MAJOR} is missing: none can be installed with the dependencies on ${process.platform}-${process.arch}, so install Node ${NODE_MAJOR} first.`,
    );
  const argon2 = spawnSync(node, ['-e', "require('@node-rs/argon2')"], { cwd: dir });
  if (argon2.status !== 0)
    throw new Missing(
      '口令散列模块 @node-rs/argon2 无法在本机加载：请删除 node_modules 后重新运行。',
      'The password hashing module @node-rs/argon2 does not load here: delete node_modules and run this again.',
    );
  verifyDatabase(dir);
  return node;
}

/** @param {string} dir */
function verifyDatabase(dir) {
  if (process.env.DATABASE_URL) return;
  const home = platformPackage(dir);
  if (home !== undefined) {
    hydrate(home);
    const ran = spawnSync(join(home, 'native', 'bin', 'postgres'), ['--version']);
    if (ran.status === 0) return;
  }
  throw new Missing(
    `内置的 PostgreSQL 无法在本机（${process.platform}-${process.arch}）运行：请安装 PostgreSQL 15 或更高版本，并用 DATABASE_URL 指明它。`,
    `The embedded PostgreSQL does not run here (${process.platform}-${process.arch}): install PostgreSQL 15 or newer and name it in DATABASE_URL.`,
  );
}

/**
 * @param {string} purpose what npm was asked to run: start, test, build or check
 * @param {string} dir the checkout
 */
export function bootstrap(purpose, dir = root) {
  install(dir);
  const node = verify(dir);
  if (purpose === 'test') ensureBrowser();
  if (purpose !== 'check') buildConsole(dir, node);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    bootstrap(process.argv[2] ?? 'start');
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    console.error(`\n${error.zh}\n${error.message}\n`);
    process.exitCode = 1;
  }
}

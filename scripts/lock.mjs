import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json names. Contents are compared, not dates: a
 * fresh checkout dates every file alike, and git does not keep dates.
 *
 * @param {string} dir the checkout
 */
export function installedMatchesLock(dir) {
  const wanted = packages(join(dir, 'package-lock.json'));
  const have = packages(join(dir, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || have === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const installed = have[path];
    // An optional package of another platform is rightly absent.
    if (installed === undefined) return entry.optional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { FileFault } from '../yaml/fault.ts';
import { type ReadOptions, RULEBOOK_FILES, readRulebook } from './read.ts';

/**
 * Reads a rulebook's folder, as one does at start-up or from the command line. Throws as the file
 * system does where there is no such folder.
 *
 * @throws FileFault with every problem found, files named as `folder/units.csv`
 */
export function loadRulebook(folder: string, options: ReadOptions): Rulebook {
  const read = readRulebook(readFolder(folder), options);
  if (read.ok) return read.rulebook;
  throw new FileFault(
    read.problems.map((problem) => ({ ...problem, file: `${basename(folder)}/${problem.file}` })),
  );
}

/** The texts of a rulebook's files, by name; other files of the folder are none of its business. */
export function readFolder(folder: string): ReadonlyMap<string, string> {
  const present = new Set(readdirSync(folder));
  return new Map(
    RULEBOOK_FILES.filter((file) => present.has(file)).map((file) => [
      file,
      readFileSync(join(folder, file), 'utf8'),
    ]),
  );
}

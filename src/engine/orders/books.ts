import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TenantId } from '../ports.ts';
import type { OrdersOut } from './mapping.ts';
import { type ReadOrdersIn, readOrdersIn, readOrdersOut } from './read.ts';

/** The two mappings of one system: how its sheets are read, and how ours are written. */
export interface Book {
  readonly id: string;
  readonly in: ReadOrdersIn;
  readonly out: OrdersOut;
}

const IN = '.in.yaml';
const OUT = '.out.yaml';

/**
 * The pairs in a folder (`NAME.in.yaml` and `NAME.out.yaml`) that an institution may use, read
 * afresh each time, so that a mapping mended is a mapping in force. No folder, no pairs.
 *
 * @throws FileFault with every problem of the first file that is not in order
 */
export function booksIn(folder: string, tenant: TenantId): readonly Book[] {
  const files = filesIn(folder);
  return files
    .filter((file) => file.endsWith(IN))
    .map((file) => file.slice(0, -IN.length))
    .filter((id) => files.includes(`${id}${OUT}`))
    .map((id) => ({
      id,
      in: readOrdersIn(`${id}${IN}`, readFileSync(join(folder, `${id}${IN}`), 'utf8')),
      out: readOrdersOut(`${id}${OUT}`, readFileSync(join(folder, `${id}${OUT}`), 'utf8')),
    }))
    .filter((book) => (book.in.mapping.tenant ?? tenant) === tenant);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

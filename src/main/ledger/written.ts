import { LedgerFault } from '../../engine/import/fault.ts';

/** A file that cannot be written is told in a sentence; a reader who has seen enough is no fault. */
export function unlessRead(error: unknown): void {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  if (error.code === 'EPIPE') return;
  throw new LedgerFault({
    zh: `无法写入：${error.message}。请用 --out 另指一处。`,
    en: `It cannot be written: ${error.message}. Name another place with --out.`,
  });
}

import { readFileSync } from 'node:fs';
import { LedgerFault } from '../../engine/import/fault.ts';

/** @throws LedgerFault where it cannot be read */
export function mappingText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LedgerFault({
      zh: `无法读取映射 ${path}：${reason}。`,
      en: `The mapping ${path} cannot be read: ${reason}.`,
    });
  }
}

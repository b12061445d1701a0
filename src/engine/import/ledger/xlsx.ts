import { type CellValue, readSheet } from 'read-excel-file/node';
import { LedgerFault } from '../fault.ts';
import type { RawRow } from './row.ts';
import { UNPACKED_MOST, unpacksSmall } from './unpacked.ts';

/**
 * Rows of a workbook's first sheet. A workbook is an archive of shared strings: unlike CSV it is
 * read whole.
 */
export async function* xlsxRows(source: string | Uint8Array): AsyncGenerator<RawRow> {
  const rows = await opened(source);
  for (const [n, cells] of rows.entries()) {
    if (cells.every((cell) => cell === null)) continue;
    yield { line: n + 1, cells: cells.map(written) };
  }
}

async function opened(source: string | Uint8Array) {
  // A file on this machine is its operator's; what was handed over may be anybody's.
  if (typeof source !== 'string' && !(await unpacksSmall(source))) {
    const limit = UNPACKED_MOST / 1_048_576;
    throw new LedgerFault({
      zh: `工作簿展开后超过 ${limit} MB。请删去图片和多余的行列后再读入。`,
      en: `The workbook unpacks to more than ${limit} MB. Remove pictures and surplus rows and columns.`,
    });
  }
  try {
    return await readSheet(typeof source === 'string' ? source : Buffer.from(source));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LedgerFault({
      zh: `不是可以读取的工作簿：${reason}。请用表格软件重新另存为 .xlsx。`,
      en: `This is no workbook that can be read: ${reason}. Save it again as .xlsx.`,
    });
  }
}

/** As a person reads it. A spreadsheet's date has no zone: it is a reading of the wall. */
function written(cell: CellValue | null): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().replace('Z', '') : String(cell);
}

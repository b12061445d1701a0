import { type CellValue, readSheet } from 'read-excel-file/node';
import type { Text } from '../../../core/text.ts';
import { LedgerFault } from '../fault.ts';
import { CELLS_MOST } from './extent.ts';
import type { RawRow } from './row.ts';
import { UNPACKED_MOST, type Unfit, unfit } from './unpacked.ts';

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

const LIMIT = UNPACKED_MOST / 1_048_576;
const UNFIT: Readonly<Record<Unfit, Text>> = {
  'too-large': {
    zh: `工作簿展开后超过 ${LIMIT} MB。请删去图片和多余的行列后再读入。`,
    en: `The workbook unpacks to more than ${LIMIT} MB. Remove pictures and surplus rows and columns.`,
  },
  'too-wide': {
    zh: `工作簿的表格范围过大（最多 ${CELLS_MOST} 格，空格也算在内）。请删去末尾和右侧多余的行列后再读入。`,
    en: `A sheet of the workbook reaches too far (${CELLS_MOST} cells at most, empty ones among them). Delete surplus rows and columns at its end and right.`,
  },
  malformed: {
    zh: '不是可以读取的工作簿：内容与压缩包所述不符。请用表格软件重新另存为 .xlsx。',
    en: 'This is no workbook that can be read: it does not hold what it says it holds. Save it again as .xlsx.',
  },
};

async function opened(source: string | Uint8Array) {
  // A file on this machine is its operator's; what was handed over may be anybody's.
  const why = typeof source === 'string' ? null : await unfit(source);
  if (why !== null) throw new LedgerFault(UNFIT[why]);
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

/**
 * As a person reads it. A spreadsheet's date has no zone: it is a reading of the wall; at midnight
 * it is a day.
 */
function written(cell: CellValue | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  return cell.toISOString().replace('T00:00:00.000Z', '').replace('Z', '');
}

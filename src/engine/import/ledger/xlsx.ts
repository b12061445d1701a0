import { type CellValue, readSheet } from 'read-excel-file/node';
import type { RawRow } from './row.ts';

/**
 * Rows of a workbook's first sheet. A workbook is an archive of shared strings: unlike CSV it is
 * read whole.
 */
export async function* xlsxRows(path: string): AsyncGenerator<RawRow> {
  const rows = await readSheet(path);
  for (const [n, cells] of rows.entries()) {
    if (cells.every((cell) => cell === null)) continue;
    yield { line: n + 1, cells: cells.map(written) };
  }
}

/** As a person reads it. A spreadsheet's date has no zone: it is a reading of the wall. */
function written(cell: CellValue | null): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().replace('Z', '') : String(cell);
}

import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { SheetForm } from '../../core/case/words.ts';
import { toGb18030 } from './gb18030.ts';

export const extensionOf = (form: SheetForm): string => (form === 'xlsx' ? '.xlsx' : '.csv');

/**
 * A sheet in one of the forms sheets come in. Cells are text, and what a spreadsheet would run as a
 * formula is written so that it does not: in a workbook by its type, in CSV by a mark before it.
 */
export async function sheetOf(
  rows: readonly (readonly string[])[],
  form: SheetForm,
  delimiter: string,
): Promise<Uint8Array> {
  if (form === 'xlsx') {
    const cells = rows.map((row) => row.map((value) => ({ value, type: String })));
    return await writeXlsxFile(cells).toBuffer();
  }
  const own = form === 'csv';
  const text = stringify(
    rows.map((row) => [...row]),
    { bom: own, delimiter, escape_formulas: true },
  );
  return own ? new TextEncoder().encode(text) : toGb18030(text);
}

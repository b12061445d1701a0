import type { Table } from '../rulebook/csv.ts';
import type { Spot } from '../yaml/document.ts';
import { codeOf, columnWords, headingCode, SHEET_COLUMNS, type SheetName } from './words.ts';

/** A sheet as it stands: every line that has anything in it, and its number. */
export interface Grid {
  /** The name people see on the sheet or the file. */
  readonly name: string;
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** A sheet as a table. A line may be shorter than its heading: a spreadsheet drops empty cells. */
export function tableOf(sheet: SheetName, { name: file, lines }: Grid): Table {
  const [head, ...body] = lines;
  const codes = SHEET_COLUMNS[sheet];
  const headings = trimmed(head?.cells ?? []);
  const columns = headings.map((one) => headingCode(one, codes, columnWords) ?? one.trim());
  const spotAt = (line: number, at: number): Spot => {
    const spot = { file, line, column: Math.max(at, 0) + 1 };
    const heading = columns[at];
    return heading === undefined ? spot : { ...spot, heading };
  };
  return {
    columns,
    heading: (column) => spotAt(head?.line ?? 1, columns.indexOf(column)),
    rows: body.map(({ line, cells }) => ({
      cells: Object.fromEntries(
        columns.map((column, at) => [column, codeOf(sheet, column, (cells[at] ?? '').trim())]),
      ),
      width: Math.max(trimmed(cells).length, columns.length),
      spot: (column) => spotAt(line, columns.indexOf(column)),
    })),
  };
}

function trimmed(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

/** Cells a reader lays out in memory, empty ones within the sheet's edges among them. */
export const CELLS_MOST = 1_000_000;

/** A million cells have six million tags where each holds its own text. */
const TAGS_MOST = 8_000_000;
/** Rows, empty ones within the sheet's edges among them. */
const ROWS_MOST = 100_000;
/** Bytes from one tag to the next: a cell holds 32,767 characters, and the reader slows beyond. */
const RUN_MOST = 200_000;

/** How far the sheet in one part of a workbook reaches, and how many sheets a list of them names. */
export interface Extent {
  readonly cells: number;
  readonly sheets: number;
}

const LESS = 0x3c;
/** Tags whose place in a sheet is in their attribute `r`, whatever stands for their namespace. */
const TAG = /<(?:[^\s<>/]*:)?(c|row|sheet)(?=[\s/>])([^>]*)>/g;
const ATTRIBUTE = /\s+(?:[^\s=:]*:)?([\w.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*\/?$/y;
const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
const ROW = /^[1-9]\d{0,6}$/;

/**
 * Measures a part while it is unpacked, and keeps nothing of it. The library that reads workbooks
 * fills every place between the first cell and the last: one cell at the far corner would take all
 * the memory there is. It reads attributes leniently, so what is not plainly a place is no sheet.
 */
export class Measure {
  #tail = '';
  #tags = 0;
  #run = 0;
  #rows = 0;
  #lastRow = 0;
  #lastColumn = 0;
  #sheets = 0;
  #formed = true;

  add(chunk: Uint8Array): void {
    for (const byte of chunk) this.#byte(byte);
    const text =
      this.#tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
    for (const [, name = '', attributes = ''] of text.matchAll(TAG)) this.#tag(name, attributes);
    const open = text.lastIndexOf('<');
    this.#tail = open > text.lastIndexOf('>') && this.#formed ? text.slice(open) : '';
  }

  /** Null where the part is nothing that a spreadsheet writes. */
  extent(): Extent | null {
    if (!this.#formed) return null;
    const rows = Math.max(this.#rows, this.#lastRow);
    const endless = this.#tags > TAGS_MOST || rows > ROWS_MOST;
    return {
      cells: endless ? Number.POSITIVE_INFINITY : rows * Math.max(this.#lastColumn, 1),
      sheets: this.#sheets,
    };
  }

  #byte(byte: number): void {
    this.#run += 1;
    if (this.#run > RUN_MOST) this.#formed = false;
    if (byte !== LESS) return;
    this.#tags += 1;
    this.#run = 0;
  }

  #tag(name: string, attributes: string): void {
    if (name === 'sheet') this.#sheets += 1;
    else if (name === 'row') this.#rows += 1;
    if (name === 'sheet') return;
    for (const place of placesIn(attributes)) {
      const [, letters = '', row = place] = name === 'c' ? (ADDRESS.exec(place ?? '') ?? []) : [];
      if (row === null || !ROW.test(row) || (name === 'c' && letters === '')) {
        this.#formed = false;
        return;
      }
      this.#lastRow = Math.max(this.#lastRow, Number(row));
      this.#lastColumn = Math.max(this.#lastColumn, columnOf(letters));
    }
  }
}

/** Every value of `r`, and null at what is no attribute. */
function* placesIn(attributes: string): Generator<string | null> {
  let at = 0;
  END.lastIndex = at;
  while (!END.test(attributes)) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(attributes);
    if (found === null) {
      yield null;
      return;
    }
    if (found[1] === 'r') yield found[2] ?? found[3] ?? '';
    at = ATTRIBUTE.lastIndex;
    END.lastIndex = at;
  }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** How a spreadsheet takes a cell for a formula; the wide forms too, which some locales read so. */
const RUNS = /^[=+\-@\t\r＝＋－＠]/;

/** Names every object has: the library that writes workbooks takes them for texts it has seen. */
const TRIPS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const isRisky = (text: string): boolean => RUNS.test(text) || TRIPS.has(text);

/** Behind any apostrophes, so that a text that has one already comes back with it. */
const bare = (text: string): string => text.replace(/^'+/, '');

/** A text that a spreadsheet would run is written behind an apostrophe, so that it does not. */
export const guarded = (text: string): string => (isRisky(bare(text)) ? `'${text}` : text);

/** The text as it was before `guarded`. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && isRisky(bare(cell)) ? cell.slice(1) : cell;

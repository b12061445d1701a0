/** The greatest code point: no text that starts with `x` sorts after `x` and this. */
const LAST = '\u{10ffff}';

/*
 * Titles are found by their `title_tokens` (SQL): each pair of neighbouring characters, and the
 * last one of each word alone. Chinese has no spaces, and no dictionary is needed this way.
 */

/** A searched word as tokens that must all be there, or as a range of them for one character. */
export type WordSearch =
  | { readonly tokens: readonly string[] }
  | { readonly from: string; readonly to: string };

export function wordSearch(word: string): WordSearch {
  const characters = [...word];
  if (characters.length > 1) return { tokens: [...new Set(pairs(characters))] };
  return { from: word, to: `${word}${LAST}` };
}

/** Lower case, parted at white space. */
export function searchedWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

const pairs = (word: readonly string[]): string[] =>
  word.slice(1).map((character, i) => `${word[i]}${character}`);

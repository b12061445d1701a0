import type { Category, Rulebook } from '../rulebook/rulebook.ts';

/** A category with the words that speak for it: the whole reason, in the reader's own words. */
export interface CategoryProposal {
  readonly category: string;
  readonly matched: readonly string[];
  /** Characters matched; comparable within one answer only. */
  readonly strength: number;
}

/** A category that is nobody's parent: only these carry duties and are given to a case. */
export function isLeaf(rulebook: Rulebook, category: Category): boolean {
  return !rulebook.categories.some((other) => other.parent === category.code);
}

/** The category itself and all above it. */
export function categoriesAbove(law: Rulebook, category: string | null): ReadonlySet<string> {
  const chain = new Set<string>();
  for (let next = category; next !== null && !chain.has(next); ) {
    chain.add(next);
    next = law.categories.find(({ code }) => code === next)?.parent ?? null;
  }
  return chain;
}

/**
 * Ranks the categories whose keywords occur in the words, the longest evidence first and the
 * rulebook's order between equals. Reads what was said and nothing about who said it
 * (invariant 13). A person decides; no match gives an empty list. Of what was said to be an emergency
 * the categories of emergencies come first: somebody fainted before the bus stop it happened at.
 */
export function proposeCategory(
  rulebook: Rulebook,
  words: string,
  { emergency = false, limit = 5 } = {},
): readonly CategoryProposal[] {
  const text = words.normalize('NFKC').toLowerCase();
  const emergencies = new Set(
    rulebook.categories.flatMap((one) => (emergency && one.emergency !== null ? one.code : [])),
  );
  const urgent = ({ category }: CategoryProposal) => Number(emergencies.has(category));
  return rulebook.categories
    .filter((category) => isLeaf(rulebook, category))
    .map((category) => {
      const found = category.keywords.filter((keyword) => occurs(text, keyword.toLowerCase()));
      const matched = found.filter((keyword) => !isPartOfAnother(keyword, found));
      return {
        category: category.code,
        matched,
        strength: matched.reduce((sum, keyword) => sum + weight(keyword), 0),
      };
    })
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => urgent(b) - urgent(a) || b.strength - a.strength)
    .slice(0, limit);
}

const LATIN = /^[\p{Script=Latin}\d' -]+$/u;
const ENDS_IN_LETTER = /[\p{Script=Latin}\d]$/u;
const ENDS_WORD = /^(?:e?s)?(?![\p{Script=Latin}\d])/u;

/**
 * Latin words count whole, plurals included ("art" is not in "apartment"); Chinese has no spaces
 * to tell words by.
 */
function occurs(text: string, keyword: string): boolean {
  if (!LATIN.test(keyword)) return text.includes(keyword);
  for (let from = text.indexOf(keyword); from >= 0; from = text.indexOf(keyword, from + 1)) {
    const rest = text.slice(from + keyword.length, from + keyword.length + 3);
    if (!ENDS_IN_LETTER.test(text.slice(0, from)) && ENDS_WORD.test(rest)) return true;
  }
  return false;
}

function isPartOfAnother(keyword: string, found: readonly string[]): boolean {
  return found.some((other) => other !== keyword && other.includes(keyword));
}

/** One Chinese character says about as much as three Latin letters. */
function weight(keyword: string): number {
  return LATIN.test(keyword) ? Math.ceil(keyword.length / 3) : keyword.length;
}

import type { Lang } from './common.ts';

/**
 * The reader's language: what they chose (a query or a cookie) before what their device asks for;
 * Chinese where nothing speaks for English.
 */
export const pickLanguage = (
  chosen: string | undefined,
  acceptLanguage: string | undefined,
): Lang => {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.weight - a.weight);
  return asked[0]?.tag.startsWith('en') ? 'en' : 'zh';
};

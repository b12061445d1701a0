import type { CallbackLaw } from './callback.ts';
import { atLeastOne, positive } from './check-deadlines.ts';
import type { Names } from './check-references.ts';
import { type Finding, finding, type Path } from './finding.ts';
import type { Rulebook } from './rulebook.ts';

/** Who asks, how many are asked, and when: names that stand for something, numbers that can be kept. */
export function checkCallback({ callback: law }: Rulebook, names: Names): readonly Finding[] {
  return law === null ? [] : [...asking(law, names), ...sampling(law, names)];
}

const at = (...path: Path): Path => ['callback', ...path];

function asking(law: CallbackLaw, names: Names): readonly Finding[] {
  const { units, delay, within, attempts, window, pressure, minimum } = law;
  return [
    ...(units.length === 0 ? [finding('missing-part', at('units'), { part: 'units' })] : []),
    ...units.flatMap((unit, n) => names.unit(unit, at('units', n))),
    ...positive(delay.to, at('delay', 'to')),
    ...positive(within, at('within')),
    ...positive(window, at('window')),
    ...positive(pressure, at('pressure')),
    ...atLeastOne(attempts, at('attempts')),
    // Of two answers each could work out the other.
    ...(minimum < 3 ? [finding('too-few', at('minimum'), { n: minimum })] : []),
  ];
}

function sampling({ samples, recheck }: CallbackLaw, names: Names): readonly Finding[] {
  const among = (categories: readonly string[], path: Path) =>
    categories.flatMap((one, n) => names.category(one, [...path, 'categories', n]));
  return [
    ...samples.flatMap(({ share, categories }, n) => [
      ...(share >= 0 && share <= 1
        ? []
        : [finding('not-a-share', at('samples', n, 'share'), { share })]),
      ...among(categories, at('samples', n)),
    ]),
    ...recheck.flatMap(({ categories, after }, n) => [
      ...among(categories, at('recheck', n)),
      ...(after.length === 0
        ? [finding('missing-part', at('recheck', n, 'after'), { part: 'after' })]
        : []),
      ...after.flatMap((duration, m) => positive(duration, at('recheck', n, 'after', m))),
    ]),
  ];
}

import { atLeastOne, positive } from './check-deadlines.ts';
import type { Names } from './check-references.ts';
import { type Finding, finding, type Path } from './finding.ts';
import type { Rulebook, WhistleLaw, WhistleLevel } from './rulebook.ts';

/** A whistle's terms and what follows a missed one: numbers that limit, names that stand for something. */
export function checkWhistle(rulebook: Rulebook, names: Names): readonly Finding[] {
  return [
    ...(rulebook.whistle === null ? [] : whistle(rulebook.whistle, names)),
    ...rulebook.ladder.flatMap((rung, at) => [
      ...positive(rung.within, ['ladder', at, 'within']),
      ...(rung.act === 'remind' || rung.by === 'superior'
        ? []
        : rung.by === null
          ? [finding('missing-text', ['ladder', at, 'by'])]
          : names.unit(rung.by, ['ladder', at, 'by'])),
    ]),
  ];
}

function whistle(law: WhistleLaw, names: Names): readonly Finding[] {
  const { levels, filing, delegated, rating, capacity } = law;
  const at = (...path: Path): Path => ['whistle', ...path];
  return [
    ...(levels.length === 0 ? [finding('missing-part', at('levels'), { part: 'levels' })] : []),
    ...levels.flatMap((level, n) => [
      ...terms(level, names, at('levels', n)),
      ...(levels.slice(0, n).some((other) => isSame(other, level))
        ? [
            finding('duplicate-id', at('levels', n, 'level'), {
              id: `${level.kind} ${level.level}`,
            }),
          ]
        : []),
    ]),
    ...positive(filing, at('filing')),
    ...Object.entries(delegated).flatMap(([name, power]) =>
      names.power(power, at('delegated', name)),
    ),
    ...positive(rating.window, at('rating', 'window')),
    ...(rating.items.length === 0
      ? [finding('missing-part', at('rating', 'items'), { part: 'items' })]
      : []),
    // Two raters could work out each other's answers from a figure over both.
    ...(rating.minimum < 3
      ? [finding('too-few', at('rating', 'minimum'), { n: rating.minimum })]
      : []),
    ...atLeastOne(capacity.usual, at('capacity', 'usual')),
    ...Object.entries(capacity.units).flatMap(([unit, n]) => [
      ...names.unit(unit, at('capacity', 'units', unit)),
      ...atLeastOne(n, at('capacity', 'units', unit)),
    ]),
  ];
}

function terms(level: WhistleLevel, names: Names, path: Path): readonly Finding[] {
  return [
    ...positive(level.sign, [...path, 'sign']),
    ...positive(level.reportIn, [...path, 'reportIn']),
    ...positive(level.conclude, [...path, 'conclude']),
    ...(level.screen === null ? [] : positive(level.screen.within, [...path, 'screen', 'within'])),
    ...atLeastOne(level.headCount, [...path, 'headCount']),
    ...names.rank(level.rank, [...path, 'rank']),
    ...level.powers.flatMap((power, n) => names.power(power, [...path, 'powers', n])),
    // Who is in danger does not wait for a signature; what was skipped is filed afterwards.
    ...(level.kind === 'EMERGENCY' && level.screen !== null
      ? [finding('emergency-screened', [...path, 'screen'])]
      : []),
  ];
}

const isSame = (one: WhistleLevel, other: WhistleLevel): boolean =>
  one.kind === other.kind && one.level === other.level;

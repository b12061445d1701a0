import { nominal, positive } from './check-deadlines.ts';
import type { Names } from './check-references.ts';
import { type Finding, finding, type Path } from './finding.ts';
import type { RetentionClass, RetentionLaw } from './retention.ts';
import type { Rulebook } from './rulebook.ts';

/** Everything has a class, and every limit limits. */
export function checkRetention(rulebook: Rulebook, names: Names): readonly Finding[] {
  const { retention, reopening } = rulebook;
  if (retention === null) return [];
  // Who may still reopen finds their words.
  const short = retention.classes.flatMap(({ keep }, n) =>
    nominal(keep) < nominal(reopening.window)
      ? [finding('kept-too-short', ['retention', 'classes', n, 'keep'])]
      : [],
  );
  return [...law(retention, names), ...short];
}

function law({ classes, unit, transfer, hold, wish }: RetentionLaw, names: Names) {
  const at = (...path: Path): Path => ['retention', ...path];
  return [
    ...names.unit(unit, at('unit')),
    ...classes.flatMap((one, n) => [
      ...positive(one.keep, at('classes', n, 'keep')),
      ...one.categories.flatMap((code, c) =>
        names.category(code, at('classes', n, 'categories', c)),
      ),
      ...(classes.slice(0, n).some(({ code }) => code === one.code)
        ? [finding('duplicate-id', at('classes', n, 'code'), { id: one.code })]
        : []),
    ]),
    ...(fitsAll(classes.at(-1)) ? [] : [finding('no-class-for-rest', at('classes'))]),
    ...positive(transfer.within, at('transfer', 'within')),
    ...(['max', 'agree', 'grace'] as const).flatMap((name) =>
      positive(hold[name], at('hold', name)),
    ),
    ...positive(wish.answer, at('wish', 'answer')),
  ];
}

const fitsAll = (last: RetentionClass | undefined): boolean =>
  last !== undefined && [last.categories, last.outcomes, last.kinds].every((of) => of.length === 0);

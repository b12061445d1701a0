import { atLeastOne, nominal, positive } from './check-deadlines.ts';
import type { Names } from './check-references.ts';
import { type Finding, type FindingCode, finding, type Path } from './finding.ts';
import type { Rulebook } from './rulebook.ts';
import type { SupportLaw, SupportMeasure } from './supports.ts';

/** Supports: measures that a unit gives, for needs that are named, asking for what is named. */
export function checkSupports({ support, supports }: Rulebook, names: Names): readonly Finding[] {
  if (support === null) {
    return supports.length === 0 ? [] : [finding('missing-part', ['support'], { part: 'support' })];
  }
  return [
    ...law(support),
    ...supports.flatMap((measure, at) => oneMeasure(measure, support, names, ['supports', at])),
  ];
}

function law(support: SupportLaw): readonly Finding[] {
  const { needs, conditions, documents, answer, consent, receipt } = support;
  return [
    ...Object.entries({ needs, conditions, documents }).flatMap(([part, rows]) =>
      twins(
        rows.map(({ code }) => code),
        ['support', part],
      ),
    ),
    ...Object.entries({ answer, consent, receipt }).flatMap(([part, { window }]) =>
      positive(window, ['support', part, 'window']),
    ),
  ];
}

const twins = (codes: readonly string[], path: Path): readonly Finding[] =>
  codes.flatMap((code, at) =>
    codes.indexOf(code) === at
      ? []
      : [finding('duplicate-id', [...path, at, 'code'], { id: code })],
  );

function oneMeasure(
  measure: SupportMeasure,
  support: SupportLaw,
  names: Names,
  path: Path,
): readonly Finding[] {
  const { provider, needs, conditions, documents, within, most } = measure;
  return [
    ...names.holder(provider, [...path, 'provider']),
    ...(needs.length === 0 ? [finding('missing-part', [...path, 'needs'], { part: 'needs' })] : []),
    ...known('unknown-need', needs, support.needs, [...path, 'needs']),
    ...known('unknown-condition', conditions, support.conditions, [...path, 'conditions']),
    ...known('unknown-document', documents, support.documents, [...path, 'documents']),
    ...positive(within, [...path, 'within']),
    ...atLeastOne(most, [...path, 'most']),
    // A consent that runs out before the promise is due would let its provider off.
    ...(nominal(within) > nominal(support.consent.window)
      ? [finding('consent-too-short', [...path, 'within'], { id: measure.id })]
      : []),
  ];
}

const known = (
  code: FindingCode,
  used: readonly string[],
  named: readonly { readonly code: string }[],
  path: Path,
): readonly Finding[] =>
  used.flatMap((id) => (named.some((one) => one.code === id) ? [] : [finding(code, path, { id })]));

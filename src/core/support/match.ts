import { chainOf, typeOfHolder, unitIn } from '../authority/units.ts';
import type { UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Document, SupportMeasure } from '../rulebook/supports.ts';

/** One measure that answers a need, and everything by which a human can judge it. */
export interface Proposal {
  readonly measure: SupportMeasure;
  /** Null where no unit of the place gives it; then it cannot be offered. */
  readonly provider: UnitId | null;
  /** Which of the needs it answers, in the order they were agreed. */
  readonly needs: readonly string[];
  /** What is still to be shown before it can be delivered, and only once the person has agreed. */
  readonly toShow: readonly string[];
  /** Which papers are asked for, each with the rule by which. */
  readonly documents: readonly Document[];
}

/**
 * Measures for needs 需求匹配, in the catalogue's own order: they are not rated, and whoever asks
 * decides. Knows the needs and the place, and nothing of the person (invariant 13).
 */
export function match(law: Rulebook, needs: readonly string[], place: UnitId): readonly Proposal[] {
  const { supports, support } = law;
  if (support === null) return [];
  return supports.flatMap((measure) => {
    const answered = needs.filter((need) => measure.needs.includes(need));
    if (answered.length === 0) return [];
    const documents = support.documents.filter(({ code }) => measure.documents.includes(code));
    const provider = providerOf(law, measure, place);
    return [{ measure, provider, needs: answered, toShow: measure.conditions, documents }];
  });
}

/** Who gives a measure at a place: the unit named, or the place's own of the type. */
export function providerOf(
  law: Rulebook,
  { provider }: SupportMeasure,
  place: UnitId,
): UnitId | null {
  const type = typeOfHolder(provider);
  if (type === null) return unitIn(law, provider)?.id ?? null;
  return chainOf(law, place).find((link) => link.type === type)?.id ?? null;
}

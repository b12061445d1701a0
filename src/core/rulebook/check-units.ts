import { type Finding, finding, type Path } from './finding.ts';
import type { Rulebook, UnitType } from './rulebook.ts';

/** What a unit may stand beneath; null: nothing at all. Civic bodies stand wherever they are. */
const PARENTS: Readonly<Record<UnitType, readonly (UnitType | null)[]>> = {
  district: [null],
  street: ['district'],
  community: ['street'],
  department: ['district', 'street', null],
  utility: ['district', null],
  centre: ['district', null],
  civic: ['district', 'street', 'community', null],
};

/** Trees are trees, territories nest, division codes have their twelve digits. */
export function checkUnits(rulebook: Rulebook): readonly Finding[] {
  const { units, categories } = rulebook;
  const types = new Map<string | null, UnitType | null>(units.map(({ id, type }) => [id, type]));
  types.set(null, null);
  return [
    ...circles(
      units.map(({ id, parent }) => [id, parent]),
      (at) => ['units', at, 'parent'],
    ),
    ...circles(
      categories.map(({ code, parent }) => [code, parent]),
      (at) => ['categories', at, 'parent'],
    ),
    ...units.flatMap(({ id, type, parent }, at) => {
      const above = types.get(parent);
      return above === undefined || PARENTS[type].includes(above)
        ? []
        : [finding('wrong-parent', ['units', at, 'parent'], { id, type, parent: parent ?? '' })];
    }),
    ...units.flatMap(({ id, division }, at) =>
      division === null || /^\d{12}$/.test(division)
        ? []
        : [finding('bad-division', ['units', at, 'division'], { id, division })],
    ),
  ];
}

function circles(
  links: readonly (readonly [id: string, parent: string | null])[],
  path: (at: number) => Path,
): readonly Finding[] {
  const parents = new Map(links);
  return links.flatMap(([id], at) => {
    const seen = new Set<string>();
    let next: string | null | undefined = parents.get(id);
    while (next !== null && next !== undefined && next !== id && !seen.has(next)) {
      seen.add(next);
      next = parents.get(next);
    }
    return next === id ? [finding('parent-circle', path(at), { id })] : [];
  });
}

import { isLeaf } from '../authority/category.ts';
import { dutyIn } from '../authority/duty.ts';
import { propose } from '../authority/propose.ts';
import { axisOf, chainOf, isHolder } from '../authority/units.ts';
import type { Instant } from '../process.ts';
import { type Finding, finding } from './finding.ts';
import type { Duty, Rulebook, Unit } from './rulebook.ts';

/** The duty list says of every matter, everywhere, at every time, exactly one thing of each unit. */
export function checkDuties(rulebook: Rulebook): readonly Finding[] {
  return [
    ...rulebook.duties.flatMap((line, at) => [
      ...validity(rulebook, line, ['duties', at]),
      ...onLeaf(rulebook, line, at),
      ...leadOf(rulebook, line, at),
      ...overlap(rulebook.duties, line, at),
    ]),
    ...rulebook.holdings.flatMap((line, at) => validity(rulebook, line, ['holdings', at])),
    ...unheld(rulebook),
  ];
}

interface Span {
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

function validity(
  { effectiveFrom }: Rulebook,
  { validFrom, validTo }: Span,
  path: readonly (string | number)[],
): readonly Finding[] {
  if (validTo === null) return [];
  if (validTo <= validFrom) return [finding('validity-empty', [...path, 'validTo'])];
  return validTo <= effectiveFrom ? [finding('never-in-force', [...path, 'validTo'])] : [];
}

function onLeaf(rulebook: Rulebook, line: Duty, at: number): readonly Finding[] {
  const category = rulebook.categories.find(({ code }) => code === line.category);
  return category === undefined || isLeaf(rulebook, category)
    ? []
    : [finding('category-not-leaf', ['duties', at, 'category'], { category: line.category })];
}

function leadOf(rulebook: Rulebook, line: Duty, at: number): readonly Finding[] {
  const path = ['duties', at, 'lead'];
  const { id: duty, holder, category, mode, lead } = line;
  if (mode === 'BASIC') {
    return lead === null ? [] : [finding('lead-not-needed', path, { duty, lead })];
  }
  if (lead === null) return [finding('lead-missing', path, { duty, mode })];
  if (lead === holder) return [finding('lead-itself', path, { duty, lead })];
  const named = rulebook.units.filter((unit) => isHolder(lead, unit));
  const begins = Math.max(line.validFrom, rulebook.effectiveFrom);
  const idle = named.find((unit) => dutyIn(rulebook, unit, category, begins)?.mode !== 'BASIC');
  if (idle === undefined) return [];
  const code = idle.type === 'community' ? 'community-not-basic' : 'lead-not-basic';
  return [finding(code, path, { duty, lead, category })];
}

const meets = (a: Span, b: Span): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) &&
  (a.validTo === null || b.validFrom < a.validTo);

function overlap(duties: readonly Duty[], line: Duty, at: number): readonly Finding[] {
  const rival = duties
    .slice(0, at)
    .find(
      (other) =>
        other.holder === line.holder && other.category === line.category && meets(other, line),
    );
  return rival === undefined
    ? []
    : [finding('duty-overlap', ['duties', at, 'holder'], { duty: line.id, other: rival.id })];
}

/**
 * A matter nobody must do, in some place: the exact question the desk will ask, for every leaf
 * category and every territory, on the day the rulebook begins. Asked of the units alone that can
 * have a say in it: a district has hundreds of each.
 */
function unheld(rulebook: Rulebook): readonly Finding[] {
  const places = lowestPlaces(rulebook).map(({ id }) => ({ id, chain: chainOf(rulebook, id) }));
  const functional = rulebook.units.filter((unit) => axisOf(unit) === 'functional');
  return rulebook.categories.flatMap((category, at) => {
    if (!isLeaf(rulebook, category) || category.channel !== null || category.emergency !== null) {
      return [];
    }
    const duties = rulebook.duties.filter((line) => line.category === category.code);
    const holders = functional.filter((unit) => duties.some((line) => isHolder(line.holder, unit)));
    const place = places.find(({ id, chain }) => {
      const narrowed = {
        ...rulebook,
        duties,
        categories: [category],
        units: [...chain, ...holders],
      };
      return propose({ ...ALONE, rulebooks: [narrowed] }, category.code, id, rulebook.effectiveFrom)
        .none;
    });
    return place === undefined
      ? []
      : [
          finding('no-basic-holder', ['categories', at, 'code'], {
            category: category.code,
            place: place.id,
          }),
        ];
  });
}

const ALONE = { version: 0, calendars: new Map(), delegations: [], standIns: [], recusals: [] };

function lowestPlaces({ units }: Rulebook): readonly Unit[] {
  const places = units.filter((unit) => axisOf(unit) === 'territorial');
  const above = new Set(places.map(({ parent }) => parent));
  return places.filter(({ id }) => !above.has(id));
}

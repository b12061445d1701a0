import type { Instant, UnitId } from '../process.ts';
import type { Rulebook, Unit, UnitType } from '../rulebook/rulebook.ts';
import type { Text } from '../text.ts';
import { type Institution, lawsFrom, rulebookAt } from './institution.ts';

/** 块 governs a territory; 条 has a function across territories. */
export type Axis = 'territorial' | 'functional';

const AXIS: Readonly<Record<UnitType, Axis>> = {
  district: 'territorial',
  street: 'territorial',
  community: 'territorial',
  department: 'functional',
  utility: 'functional',
  centre: 'functional',
  civic: 'functional',
};

const TYPE_NAMES: Readonly<Record<UnitType, Text>> = {
  district: { zh: '区', en: 'the district' },
  street: { zh: '街道', en: 'the street' },
  community: { zh: '社区', en: 'the community' },
  department: { zh: '部门', en: 'the department' },
  utility: { zh: '公用事业单位', en: 'the utility' },
  centre: { zh: '热线中心', en: 'the hotline centre' },
  civic: { zh: '社会组织', en: 'the civic organisation' },
};

export const axisOf = (unit: Unit): Axis => AXIS[unit.type];

export const typeName = (type: UnitType): Text => TYPE_NAMES[type];

/** As the law at an instant has it, else an earlier one: a dissolved unit keeps its name in old cases. */
export function unit(institution: Institution, id: UnitId, at: Instant): Unit | null {
  for (const rulebook of lawsFrom(institution, at)) {
    const found = unitIn(rulebook, id);
    if (found !== null) return found;
  }
  return null;
}

/** Units of the law in force at an instant and of what is still to come. */
export function lastingUnits(institution: Institution, at: Instant): ReadonlySet<UnitId> {
  const inForce = rulebookAt(institution, at)?.effectiveFrom ?? at;
  const lasting = institution.rulebooks.filter(({ effectiveFrom }) => effectiveFrom >= inForce);
  return new Set(lasting.flatMap(({ units }) => units.map(({ id }) => id)));
}

export function unitIn(rulebook: Rulebook, id: UnitId): Unit | null {
  return rulebook.units.find((candidate) => candidate.id === id) ?? null;
}

/** The unit itself, then its parent, up to the top; empty for an unknown id. */
export function chainOf(rulebook: Rulebook, id: UnitId): readonly Unit[] {
  const chain: Unit[] = [];
  for (let next = unitIn(rulebook, id); next !== null; ) {
    if (chain.includes(next)) break;
    chain.push(next);
    next = next.parent === null ? null : unitIn(rulebook, next.parent);
  }
  return chain;
}

export function ancestorsOf(rulebook: Rulebook, id: UnitId): readonly Unit[] {
  return chainOf(rulebook, id).slice(1);
}

/** Every unit beneath, in the rulebook's order, the unit itself left out. */
export function descendantsOf(rulebook: Rulebook, id: UnitId): readonly Unit[] {
  return rulebook.units.filter((candidate) => isBeneath(rulebook, candidate.id, id));
}

/** Strictly beneath: no unit is beneath itself. */
export function isBeneath(rulebook: Rulebook, id: UnitId, above: UnitId): boolean {
  return ancestorsOf(rulebook, id).some((ancestor) => ancestor.id === above);
}

/**
 * Whether `place` lies where the unit may act: a territorial unit in its own territory, a
 * functional one throughout the territory of the unit it belongs to.
 */
export function covers(rulebook: Rulebook, actor: Unit, place: UnitId): boolean {
  const territory = axisOf(actor) === 'territorial' ? actor.id : actor.parent;
  return territory === null || chainOf(rulebook, place).some((link) => link.id === territory);
}

/** `type:street`, or null where the text is a unit's id. */
export function typeOfHolder(holder: string): string | null {
  return holder.startsWith('type:') ? holder.slice('type:'.length) : null;
}

/** Whether a duty or a holding written for `holder` is this unit's. */
export function isHolder(holder: string, candidate: Unit): boolean {
  const type = typeOfHolder(holder);
  return type === null ? holder === candidate.id : type === candidate.type;
}

import { isBeneath } from '../authority/units.ts';
import { atLeastOne, positive } from './check-deadlines.ts';
import type { Names } from './check-references.ts';
import { type Finding, finding, type Path } from './finding.ts';
import type { Rulebook } from './rulebook.ts';

/** Words of control 稳控: what the liaison and the sponsor owe a person is a service. */
const CONTROL = /稳控|稳定工作|思想教育|教育转化|管控|监控|盯防|control|stability|monitor|surveil/i;

/** 领导包案: numbers that limit, posts that exist, and duties of which none is control. */
export function checkSponsorship(rulebook: Rulebook, names: Names): readonly Finding[] {
  const law = rulebook.sponsorship;
  if (law === null) return [];
  const { blocked, accepting, cap, term, extension, lead, duties, followUp } = law;
  const at = (...path: Path): Path => ['sponsorship', ...path];
  return [
    ...(blocked.clockFactor > 1
      ? []
      : [finding('too-few', at('blocked', 'clockFactor'), { n: blocked.clockFactor })]),
    ...positive(accepting.within, at('accepting', 'within')),
    ...accepting.climb.flatMap(({ unit }, n) => [
      ...names.unit(unit, at('accepting', 'climb', n, 'unit')),
      // It climbs, and never back down.
      ...(accepting.climb.slice(0, n).some((before) => isBeneath(rulebook, unit, before.unit))
        ? [finding('climbs-down', at('accepting', 'climb', n, 'unit'), { id: unit })]
        : []),
    ]),
    ...atLeastOne(cap.usual, at('cap', 'usual')),
    ...Object.entries(cap.units).flatMap(([unit, n]) => [
      ...names.unit(unit, at('cap', 'units', unit)),
      ...atLeastOne(n, at('cap', 'units', unit)),
    ]),
    ...positive(term.duration, at('term', 'duration')),
    ...positive(extension.max, at('extension', 'max')),
    ...positive(extension.within, at('extension', 'within')),
    ...names.unit(extension.approver.unit, at('extension', 'approver', 'unit')),
    ...(lead.length === 0 ? [finding('missing-part', at('lead'), { part: 'lead' })] : []),
    ...(duties.length === 0 ? [finding('missing-part', at('duties'), { part: 'duties' })] : []),
    ...duties.flatMap(({ code, name }, n) => [
      ...(duties.slice(0, n).some((other) => other.code === code)
        ? [finding('duplicate-id', at('duties', n, 'code'), { id: code })]
        : []),
      ...(CONTROL.test(`${code} ${name.zh} ${name.en}`)
        ? [finding('duty-of-control', at('duties', n, 'name'), { id: code })]
        : []),
    ]),
    ...positive(followUp.max, at('followUp', 'max')),
  ];
}

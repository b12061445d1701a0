import type { Instant, Refusal, UnitId } from '../process.ts';
import type { Duty, Rulebook, Unit } from '../rulebook/rulebook.ts';
import { type Institution, rulebookAt, validAt } from './institution.ts';
import { chainOf, isHolder, typeOfHolder, unitIn } from './units.ts';

/** The line of the duty list that binds the unit, one written for it alone before its type's. */
export function dutyIn(
  rulebook: Rulebook,
  holder: Unit,
  category: string,
  at: Instant,
): Duty | null {
  const lines = rulebook.duties.filter(
    (line) => line.category === category && isHolder(line.holder, holder) && validAt(line, at),
  );
  return lines.find((line) => line.holder === holder.id) ?? lines[0] ?? null;
}

/** As `dutyIn`, under the law in force at `at`; null too where unit or law is unknown. */
export function dutyOf(
  institution: Institution,
  unit: UnitId,
  category: string,
  at: Instant,
): Duty | null {
  const rulebook = rulebookAt(institution, at);
  const holder = rulebook === null ? null : unitIn(rulebook, unit);
  return rulebook === null || holder === null ? null : dutyIn(rulebook, holder, category, at);
}

/** Who leads instead, for a line of SUPPORT or WITHDRAWN; `type:street` is the place's own street. */
export function leadNamedBy(rulebook: Rulebook, line: Duty, place: UnitId): Unit | null {
  if (line.lead === null) return null;
  const type = typeOfHolder(line.lead);
  if (type === null) return unitIn(rulebook, line.lead);
  return chainOf(rulebook, place).find((link) => link.type === type) ?? null;
}

export type May =
  | { readonly ok: true; readonly duty: Duty | null }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Whether the unit may be lead unit (invariants 5 and 6): a community only for what is BASIC on
 * its list; nobody for what was withdrawn from them or what they merely support. A unit above the
 * community with no line at all may be designated 指定承办.
 *
 * Refusals: authority.unknown-unit, authority.withdrawn, authority.support-only,
 * authority.community-not-basic.
 */
export function mayLead(
  institution: Institution,
  unit: UnitId,
  category: string,
  at: Instant,
): May {
  return judge(institution, unit, category, at, 'lead');
}

/** Whether the unit may assist: not what was withdrawn, and a community only what its list names. */
export function mayAssist(
  institution: Institution,
  unit: UnitId,
  category: string,
  at: Instant,
): May {
  return judge(institution, unit, category, at, 'assist');
}

function judge(
  institution: Institution,
  id: UnitId,
  category: string,
  at: Instant,
  part: 'lead' | 'assist',
): May {
  const rulebook = rulebookAt(institution, at);
  const unit = rulebook === null ? null : unitIn(rulebook, id);
  const no = (code: string, line: Duty | null): May => ({
    ok: false,
    refusal: {
      code,
      params: { unit: id, category, duty: line?.id ?? '', lead: line?.lead ?? '' },
    },
  });
  if (rulebook === null || unit === null) return no('authority.unknown-unit', null);
  const line = dutyIn(rulebook, unit, category, at);
  if (line?.mode === 'WITHDRAWN') return no('authority.withdrawn', line);
  if (part === 'lead' && line?.mode === 'SUPPORT') return no('authority.support-only', line);
  if (unit.type === 'community' && line === null) return no('authority.community-not-basic', null);
  return { ok: true, duty: line };
}

import type { OfficeId, Post, UnitId } from '../process.ts';
import type { Office, Rulebook } from '../rulebook/rulebook.ts';
import { categoriesAbove } from './category.ts';
import type { Institution } from './institution.ts';
import { isHolder, unitIn } from './units.ts';

/** The offices of one unit, in the rulebook's order. */
export const officesOf = (law: Rulebook, unit: UnitId): readonly Office[] =>
  law.offices.filter((office) => office.unit === unit);

export const isOfficeOf = (law: Rulebook, unit: UnitId, id: OfficeId): boolean =>
  officesOf(law, unit).some((office) => office.id === id);

/** As the newest rulebook that knows it has it: a dissolved office keeps its name in old cases. */
export function officeNamed(institution: Institution, id: OfficeId): Office | null {
  for (const { offices } of institution.rulebooks.toReversed()) {
    const found = offices.find((office) => office.id === id);
    if (found !== undefined) return found;
  }
  return null;
}

/** What was decided about a matter inside the unit that has it. */
export interface Within {
  readonly unit: UnitId;
  readonly office: OfficeId | null;
}

/**
 * 审签: the posts whose agreement a reply of this unit needs, in order; empty where none is asked.
 * A step without an office is for the office that has the matter, or any where none has it.
 */
export function signersOf(
  law: Rulebook,
  { unit, office }: Within,
  category: string | null,
): readonly Post[] {
  const itself = unitIn(law, unit);
  if (itself === null) return [];
  const above = categoriesAbove(law, category);
  const line = law.signOff.find(
    (one) => isHolder(one.unit, itself) && (one.category === null || above.has(one.category)),
  );
  return (line?.steps ?? []).map((step) => {
    const own = step.role === 'unit_head' ? null : office;
    const where = step.office ?? own;
    return { unit, role: step.role, ...(where === null ? {} : { office: where }) };
  });
}

/** Whether a post may speak for a step: an office named by the step is that office. */
export const signsFor = (post: Post, step: Post): boolean =>
  post.unit === step.unit &&
  post.role === step.role &&
  (step.office === undefined || post.office === step.office);

/**
 * The steps still needed when this post speaks: a head who is a step needs no agreement of those
 * before it, and the last needs none at all. A colleague's look is never one's own.
 */
export const stepsAfter = (steps: readonly Post[], post: Post): readonly Post[] =>
  post.role === 'unit_handler'
    ? steps
    : steps.slice(steps.findLastIndex((step) => signsFor(post, step)) + 1);

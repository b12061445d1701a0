import type { ActRow, Instant, Post, Role, StreamId, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { type Institution, validAt } from './institution.ts';
import { chainOf } from './units.ts';

export const samePost = (a: Post, b: Post): boolean =>
  a.unit === b.unit && a.role === b.role && a.office === b.office;

/**
 * Whether an act lies before this post: it is owed by its unit and role, and no other office of the
 * unit has it. A post that sits in no office sees them all.
 */
export const liesBefore = (
  act: Pick<ActRow, 'unit' | 'role' | 'office'>,
  { unit, role, office }: Post,
): boolean =>
  act.unit === unit &&
  act.role === role &&
  (act.office === undefined || office === undefined || act.office === office);

/** 代班: whether the holder of `actor` may act as `post`: it is theirs, or they stand in for it. */
export function mayActAs(institution: Institution, actor: Post, post: Post, at: Instant): boolean {
  return (
    samePost(actor, post) ||
    institution.standIns.some(
      (standIn) =>
        samePost(standIn.present, actor) && samePost(standIn.absent, post) && validAt(standIn, at),
    )
  );
}

/** Every post the holder of `actor` may act as, their own first. A stand-in is not handed on. */
export function postsOf(institution: Institution, actor: Post, at: Instant): readonly Post[] {
  const lent = institution.standIns
    .filter((standIn) => samePost(standIn.present, actor) && validAt(standIn, at))
    .map((standIn) => standIn.absent);
  return [actor, ...lent];
}

/**
 * Whose word a written instruction 批示 entered at a unit can be: who heads it or a unit above it, or
 * sponsors there.
 */
export const mayInstruct = (rulebook: Rulebook, { unit, role }: Post, at: UnitId): boolean =>
  (role === 'unit_head' || role === 'sponsor') &&
  chainOf(rulebook, at).some(({ id }) => id === unit);

/** Whoever works on matters inside a unit. */
export const handles = ({ role }: Pick<Post, 'role'>): boolean => HANDLING.includes(role);

const HANDLING: readonly Role[] = ['unit_handler', 'office_head', 'unit_head'];

/**
 * Whoever receives, dispatches or handles for a unit, under its head; the other roles answer to
 * somebody else, or to nobody here.
 */
export const DIRECTED: readonly Role[] = ['intake_agent', 'dispatcher', ...HANDLING];

/** Whether a head may fill the post for a time by their own word. */
export const isDirected = ({ role }: Post): boolean => DIRECTED.includes(role);

/** The matter an act touches: the case, and every unit with a part in it. */
export interface Matter {
  readonly case: StreamId;
  readonly units: readonly UnitId[];
}

/** Invariant 35: a declared interest keeps the account away from reading or acting alike. */
export function isRecused(
  institution: Institution,
  account: string,
  matter: Matter,
  at: Instant,
): boolean {
  return institution.recusals.some(
    ({ scope, ...recusal }) =>
      recusal.account === account &&
      validAt(recusal, at) &&
      (scope.kind === 'case' ? scope.case === matter.case : matter.units.includes(scope.unit)),
  );
}

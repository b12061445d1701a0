import { type Institution, rulebookAt } from '../authority/institution.ts';
import { holdersOf } from '../authority/power.ts';
import { type Open as OpenCase, orderOf } from '../case/state.ts';
import type { Instant } from '../process.ts';
import { RUNG_ACTS, type Rulebook } from '../rulebook/rulebook.ts';
import type { SponsorshipLaw } from '../rulebook/sponsorship.ts';
import type { Blocked } from './state.ts';

/**
 * 常规途径受阻: what of it the case itself shows at this instant (invariant 31). Nothing here asks
 * who the person is, or how often they spoke.
 */
export function blocksOf(
  institution: Institution,
  matter: OpenCase,
  at: Instant,
  { blocked }: SponsorshipLaw,
): readonly Blocked[] {
  const law = rulebookAt(institution, at);
  return [
    ...ruled(matter),
    ...escalated(matter),
    ...late(matter, at, blocked.clockFactor),
    ...(law === null ? [] : powerless(institution, matter, at, law)),
  ];
}

/** A panel has allocated it for good, and it is still open. */
function ruled(matter: OpenCase): readonly Blocked[] {
  const order = orderOf(matter);
  return order?.binding === 'ruling' ? [{ kind: 'RULED', order: order.order }] : [];
}

/** Whoever whistled says that it goes beyond all who came. */
const escalated = ({ whistles }: OpenCase): readonly Blocked[] =>
  whistles
    .filter(({ result }) => result === 'ESCALATED')
    .map(({ whistle }) => ({ kind: 'WHISTLE_ESCALATED', whistle }));

const RUNGS = new Set<string>(RUNG_ACTS);

/** A promise still owed after so many times its own length; the rungs of its ladder are no promise. */
const late = ({ clocks }: OpenCase, at: Instant, factor: number): readonly Blocked[] =>
  clocks
    .filter(({ status, kind }) => status === 'running' && !RUNGS.has(kind))
    .filter(({ startedAt, dueAt }) => dueAt <= at && at - startedAt >= factor * (dueAt - startedAt))
    .map(({ id, dueAt }) => ({ kind: 'CLOCK', clock: id, dueAt }));

/** The category needs a power that nobody holds where the matter lies. */
function powerless(
  institution: Institution,
  { triage, place }: OpenCase,
  at: Instant,
  law: Rulebook,
): readonly Blocked[] {
  if (triage === null) return [];
  return law.powers
    .filter(({ categories }) => categories.includes(triage.category))
    .filter(({ id }) => holdersOf(institution, id, at, { place: place.unit }).length === 0)
    .map(({ id }) => ({ kind: 'NO_POWER', power: id }));
}

import { calendarOf, rulebookAt } from '../authority/institution.ts';
import { breaches } from '../clock/acts.ts';
import { type Clock, earliest } from '../clock/clock.ts';
import { climb } from '../clock/ladder.ts';
import type { Decided } from '../process.ts';
import type { CaseEvent } from './events.ts';
import { interimOwner } from './objection.ts';
import { later, type Scene } from './scene.ts';
import { governing, type Known } from './state.ts';

/**
 * What has fallen due by now, each at its own due time, and what the rulebook of that time makes of
 * it. A rung of a ladder begun in the past may itself be past due, so it goes on until nothing is
 * left to tell.
 */
export function lateness(scene: Scene): readonly Decided<CaseEvent>[] {
  const told: Decided<CaseEvent>[] = [];
  for (let then = scene; then.state.status !== 'none'; then = later(scene, told)) {
    const { state } = then;
    const clock = earliest(state.clocks, scene.facts.now);
    if (clock === undefined) break;
    told.push(...fallDue(then, state, clock));
  }
  return told;
}

function fallDue(scene: Scene, state: Known, clock: Clock): readonly Decided<CaseEvent>[] {
  const { institution, actor } = scene.facts;
  const at = clock.dueAt;
  const law = rulebookAt(institution, at) ?? scene.law;
  const breach = breaches([clock], at);
  const undecided = clock.kind === 'objection' && state.status === 'objected';
  const acts = undecided ? [interimOwner({ ...scene, law }, state, at)] : [];
  // What a past institution missed, nobody here owes an act for.
  if (actor.kind === 'machine' && actor.name === 'import') return [...breach, ...acts];
  // A leader has it: what is missed climbs the sponsorship's ladder.
  if (governing(state) !== undefined) return [...breach, ...acts];
  const on = { law, calendar: calendarOf(institution, law) };
  return [...breach, ...acts, ...climb(state, clock, at, on)];
}

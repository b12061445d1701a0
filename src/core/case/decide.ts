import { calendarOf } from '../authority/institution.ts';
import type { Facts } from '../process.ts';
import { gate } from './choices.ts';
import type { CaseCommand } from './commands.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { type CaseDecision, later, type Scene } from './scene.ts';
import type { CaseState } from './state.ts';

/**
 * What follows from a command, or why nothing does. Breaches come first, each at its own due time,
 * so that an act entered late finds the lateness already told.
 */
export function decide(command: CaseCommand, state: CaseState, facts: Facts): CaseDecision {
  const passed = gate(command.type, state, facts);
  if ('refusal' in passed) return passed;
  const { law, rule, as } = passed;
  const scene: Scene = { state, facts, as, law, calendar: calendarOf(facts.institution, law) };
  const late = lateness(scene);
  const then = later(scene, late);
  const decision = rule.bars?.(then) ?? rule.decide(command.data, then);
  if ('refusal' in decision) return decision;
  const events = [...late, ...decision.events];
  // Only the machine's question about a clock can find nothing to say.
  return events.length === 0 ? refuse('case.clock-not-due') : { ...decision, events };
}

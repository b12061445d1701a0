import { rulebookAt } from '../authority/institution.ts';
import type { Facts } from '../process.ts';
import { deny } from './access.ts';
import type { CaseCommand, CommandType } from './commands.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import { type CaseDecision, later, type Rule, sceneOf } from './scene.ts';
import type { CaseState } from './state.ts';

/**
 * What follows from a command, or why nothing does. Breaches come first, each at its own due time,
 * so that an act entered late finds the lateness already told.
 */
export function decide(command: CaseCommand, state: CaseState, facts: Facts): CaseDecision {
  const law = rulebookAt(facts.institution, facts.occurredAt);
  if (law === null) return refuse('case.no-rulebook', { at: facts.occurredAt });
  const rule = RULES[command.type] as Rule;
  const no =
    wrongStatus(command.type, rule, state) ??
    wrongTime(rule, state, facts) ??
    deny(command.type, state, facts, law);
  if (no !== null) return no;

  const scene = sceneOf(state, facts, law);
  const late = lateness(scene);
  const decision = rule.decide(command.data, later(scene, late));
  if ('refusal' in decision) return decision;
  const events = [...late, ...decision.events];
  // Only the machine's question about a clock can find nothing to say.
  return events.length === 0 ? refuse('case.clock-not-due') : { ...decision, events };
}

function wrongStatus(command: CommandType, rule: Rule, state: CaseState) {
  if (rule.from.includes(state.status)) return null;
  if (state.status === 'none') return refuse('case.unknown');
  if (command === 'register') return refuse('case.exists');
  return refuse('case.wrong-status', { command, status: state.status });
}

function wrongTime(rule: Rule, state: CaseState, facts: Facts) {
  const { occurredAt, now } = facts;
  if (occurredAt > now) return refuse('case.in-the-future', { occurredAt, now });
  if (state.status === 'none') return null;
  const { receivedAt, since } = state;
  if (occurredAt < receivedAt) {
    return refuse('case.before-registration', { occurredAt, receivedAt });
  }
  if (rule.anyOrder === undefined && occurredAt < since) {
    return refuse('case.before-last-step', { occurredAt, since });
  }
  return null;
}

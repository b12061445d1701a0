import type { Decision, Facts, Refusal } from '../process.ts';
import { authorise } from './access.ts';
import type { CommandType, RetentionCommand } from './commands.ts';
import type { RetentionEvent } from './events.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import { type Law, lawFor, type Rule, Telling } from './scene.ts';
import type { RetentionState } from './state.ts';

/**
 * What follows from a command, or why nothing does. What has fallen due comes first, each at its own
 * due time. An institution whose law says nothing of keeping keeps: nothing begins, and nothing is
 * refused that nobody could mend.
 */
export function decide(
  command: RetentionCommand,
  state: RetentionState,
  facts: Facts,
): Decision<RetentionEvent> {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  if (law === null) {
    const idle = command.type === 'begin' || command.type === 'stop';
    return idle ? { events: [] } : refuse('retention.not-offered');
  }
  const tell = new Telling(state, facts, law);
  lateness(tell);
  const no = gate(command.type, tell.state, facts, law);
  if (no !== null) return { refusal: no };
  const rule = RULES[command.type] as Rule;
  const answer = rule.decide(command.data, tell.under(law));
  if (answer !== null && 'refusal' in answer) return answer;
  return { events: tell.events };
}

/**
 * Why a command could not even be tried now, whatever it said: the state is wrong for it, or it is
 * not for this actor. Null where it may be tried. `decide` asks the same first.
 */
export function whyNot(type: CommandType, state: RetentionState, facts: Facts): Refusal | null {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  return law === null ? refuse('retention.not-offered').refusal : gate(type, state, facts, law);
}

function gate(type: CommandType, state: RetentionState, facts: Facts, law: Law): Refusal | null {
  const rule = RULES[type] as Rule;
  if (!rule.from.includes(state.status)) {
    return state.status === 'none'
      ? refuse('retention.unknown').refusal
      : refuse('retention.wrong-status', { command: type, status: state.status }).refusal;
  }
  // It binds others or lets them go: it happens when it is entered, and not earlier.
  if (facts.actor.kind !== 'machine' && facts.occurredAt !== facts.now) {
    return refuse('retention.not-entered-late', { command: type }).refusal;
  }
  const authority = authorise(type, state, facts, law);
  return 'refusal' in authority ? authority.refusal : null;
}

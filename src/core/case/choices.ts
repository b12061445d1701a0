import { calendarOf, rulebookAt } from '../authority/institution.ts';
import type { Facts, Post, Refusal } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { authorise } from './access.ts';
import type { CommandType } from './commands.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import type { Rule, Scene } from './scene.ts';
import type { CaseState } from './state.ts';

export type Gate =
  | { readonly law: Rulebook; readonly rule: Rule; readonly as: Post | null }
  | { readonly refusal: Refusal };

/** What every command meets before its own rule: the case's state, the times, who acts. */
export function gate(command: CommandType, state: CaseState, facts: Facts): Gate {
  const law = rulebookAt(facts.institution, facts.occurredAt);
  if (law === null) return refuse('case.no-rulebook', { at: facts.occurredAt });
  const rule = RULES[command] as Rule;
  const no = wrongStatus(command, rule, state) ?? wrongTime(rule, state, facts);
  if (no !== null) return no;
  const authority = authorise(command, state, facts, law);
  return 'refusal' in authority ? authority : { law, rule, as: authority.as };
}

/**
 * Why a command could not even be tried now, whatever it said: the case's state is wrong for it,
 * or it is not for this actor. Null where it may be tried. `decide` asks the same first.
 */
export function whyNot(command: CommandType, state: CaseState, facts: Facts): Refusal | null {
  const passed = gate(command, state, facts);
  if ('refusal' in passed) return passed.refusal;
  const { law, rule, as } = passed;
  const scene: Scene = { state, facts, as, law, calendar: calendarOf(facts.institution, law) };
  return rule.bars?.(scene)?.refusal ?? null;
}

function wrongStatus(command: CommandType, rule: Rule, state: CaseState) {
  if (rule.from.includes(state.status)) return null;
  if (state.status === 'none') return refuse('case.unknown');
  if (rule.from.includes('none')) return refuse('case.exists');
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

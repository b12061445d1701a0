import type { Decision, Facts, Post, Refusal } from '../process.ts';
import { authorise, type Named } from './access.ts';
import type { CallbackCommand } from './commands.ts';
import type { CallbackEvent } from './events.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import { lawFor, type Rule, Telling } from './scene.ts';
import type { CallbackState } from './state.ts';

/**
 * What follows from a command, or why nothing does. What has fallen due comes first, each at its own
 * due time: it may itself have begun the asking, or ended it.
 */
export function decide(
  command: CallbackCommand,
  state: CallbackState,
  facts: Facts,
): Decision<CallbackEvent> {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  if (law === null) {
    // A case is closed in institutions that call nobody back, too.
    return FROM_CASES.has(command.type) ? { events: [] } : refuse('callback.not-offered');
  }
  const late = new Telling(state, facts, law);
  lateness(late);
  const passed = gate(command as Named, late.state, facts);
  if ('refusal' in passed) return passed;
  const answer = passed.rule.decide(command.data, late.by(passed.as));
  return 'refusal' in answer ? answer : { events: answer.events };
}

const FROM_CASES: ReadonlySet<CallbackCommand['type']> = new Set(['draw', 'plan', 'case-reopened']);

/**
 * Why a command could not even be tried now, whatever it said: the state is wrong for it, or it is
 * not for this actor. Null where it may be tried. `decide` asks the same first.
 */
export function whyNot(command: Named, state: CallbackState, facts: Facts): Refusal | null {
  const passed = gate(command, state, facts);
  return 'refusal' in passed ? passed.refusal : null;
}

type Gate = { readonly rule: Rule; readonly as: Post | null } | { readonly refusal: Refusal };

function gate(command: Named, state: CallbackState, facts: Facts): Gate {
  const rule = RULES[command.type] as Rule;
  const no = wrongStatus(command, rule, state) ?? wrongTime(rule, state, facts);
  if (no !== null) return no;
  const authority = authorise(command, state, facts);
  return 'refusal' in authority ? authority : { rule, as: authority.as };
}

function wrongStatus({ type }: Named, rule: Rule, state: CallbackState) {
  if (rule.from.includes(state.status)) return null;
  if (state.status === 'none') return refuse('callback.unknown');
  if (rule.from.includes('none')) return refuse('callback.exists');
  return refuse('callback.wrong-status', { command: type, status: state.status });
}

function wrongTime(rule: Rule, state: CallbackState, { occurredAt, now }: Facts) {
  if (occurredAt > now) return refuse('callback.in-the-future', { occurredAt, now });
  if (state.status === 'none' || rule.anyOrder !== undefined) return null;
  const { since } = state;
  return occurredAt < since ? refuse('callback.before-last-step', { occurredAt, since }) : null;
}

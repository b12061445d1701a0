import type { Decision, Facts, Post, Refusal } from '../process.ts';
import { authorise, type Named } from './access.ts';
import type { WhistleCommand } from './commands.ts';
import type { WhistleEvent } from './events.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import { type Law, lawFor, type Rule, Telling } from './scene.ts';
import type { WhistleState } from './state.ts';

/**
 * What follows from a command, or why nothing does. What has fallen due comes first, each at its own
 * due time: it may itself have sent the whistle out, or ended a call-out.
 */
export function decide(
  command: WhistleCommand,
  state: WhistleState,
  facts: Facts,
): Decision<WhistleEvent> {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  if (law === null) return refuse('whistle.not-offered');
  const late = new Telling(state, facts, law, null);
  lateness(late);
  const passed = gate(command as Named, late.state, facts, law);
  if ('refusal' in passed) return passed;
  const tell = late.under(law).by(passed.as);
  const answer = passed.rule.decide(command.data, tell);
  if (answer !== null && 'refusal' in answer) return answer;
  return { events: tell.events, ...(tell.claims.length > 0 && { claims: tell.claims }) };
}

/**
 * Why a command could not even be tried now, whatever it said: the whistle's state is wrong for it,
 * or it is not for this actor. Null where it may be tried. `decide` asks the same first.
 */
export function whyNot(command: Named, state: WhistleState, facts: Facts): Refusal | null {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  if (law === null) return refuse('whistle.not-offered').refusal;
  const passed = gate(command, state, facts, law);
  return 'refusal' in passed ? passed.refusal : null;
}

type Gate = { readonly rule: Rule; readonly as: Post | null } | { readonly refusal: Refusal };

function gate(command: Named, state: WhistleState, facts: Facts, { law }: Law): Gate {
  const rule = RULES[command.type] as Rule;
  const no = wrongStatus(command, rule, state) ?? wrongTime(rule, state, facts);
  if (no !== null) return no;
  const authority = authorise(command, state, facts, law);
  return 'refusal' in authority ? authority : { rule, as: authority.as };
}

function wrongStatus({ type }: Named, rule: Rule, state: WhistleState) {
  if (rule.from.includes(state.status)) return null;
  if (state.status === 'none') return refuse('whistle.unknown');
  if (rule.from.includes('none')) return refuse('whistle.exists');
  return refuse('whistle.wrong-status', { command: type, status: state.status });
}

function wrongTime(rule: Rule, state: WhistleState, { occurredAt, now }: Facts) {
  if (occurredAt > now) return refuse('whistle.in-the-future', { occurredAt, now });
  if (state.status === 'none' || rule.anyOrder !== undefined) return null;
  const { since } = state;
  return occurredAt < since ? refuse('whistle.before-last-step', { occurredAt, since }) : null;
}

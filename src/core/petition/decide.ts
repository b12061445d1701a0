import type { Decision, Facts, Post, Refusal } from '../process.ts';
import { authorise, type Named } from './access.ts';
import type { PetitionCommand } from './commands.ts';
import type { PetitionEvent } from './events.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import { type Law, lawFor, type Rule, Telling } from './scene.ts';
import type { PetitionState } from './state.ts';

/**
 * What follows from a command, or why nothing does. What has fallen due comes first, each at its own
 * due time: a window may have closed, a transfer become binding.
 */
export function decide(
  command: PetitionCommand,
  state: PetitionState,
  facts: Facts,
): Decision<PetitionEvent> {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  if (law === null) return refuse('petition.not-offered');
  const late = new Telling(state, facts, law, null);
  lateness(late);
  const passed = gate(command as Named, late.state, facts, law);
  if ('refusal' in passed) return passed;
  const tell = late.under(law).by(passed.as);
  const answer = passed.rule.decide(command.data, tell);
  if (answer !== null && 'refusal' in answer) return answer;
  return {
    events: tell.events,
    ...(tell.claims.length > 0 && { claims: tell.claims }),
    ...(tell.aliases.length > 0 && { aliases: tell.aliases }),
  };
}

/**
 * Why a command could not even be tried now, whatever it said: the petition's state is wrong for it,
 * or it is not for this actor. Null where it may be tried. `decide` asks the same first.
 */
export function whyNot(command: Named, state: PetitionState, facts: Facts): Refusal | null {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  if (law === null) return refuse('petition.not-offered').refusal;
  const passed = gate(command, state, facts, law);
  return 'refusal' in passed ? passed.refusal : null;
}

type Gate = { readonly rule: Rule; readonly as: Post | null } | { readonly refusal: Refusal };

function gate(command: Named, state: PetitionState, facts: Facts, { law, petition }: Law): Gate {
  const rule = RULES[command.type] as Rule;
  const no = wrongStatus(command, rule, state) ?? wrongTime(command, rule, state, facts);
  if (no !== null) return no;
  const authority = authorise(command, state, facts, { law, petition });
  return 'refusal' in authority ? authority : { rule, as: authority.as };
}

function wrongStatus({ type }: Named, rule: Rule, state: PetitionState) {
  if (rule.from.includes(state.status)) return null;
  if (state.status === 'none') return refuse('petition.unknown');
  if (rule.from.includes('none')) return refuse('petition.exists');
  return refuse('petition.wrong-status', { command: type, standing: state.status });
}

function wrongTime({ type }: Named, rule: Rule, state: PetitionState, { occurredAt, now }: Facts) {
  if (rule.atOnce !== undefined && occurredAt !== now) {
    return refuse('petition.not-entered-late', { command: type });
  }
  if (state.status === 'none' || rule.anyOrder !== undefined) return null;
  const { since } = state;
  return occurredAt < since ? refuse('petition.before-last-step', { occurredAt, since }) : null;
}

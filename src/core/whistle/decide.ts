import { clockOf } from '../clock/clock.ts';
import type { Decision, Facts, Instant, Post, Refusal } from '../process.ts';
import { authorise, type Named } from './access.ts';
import type { WhistleCommand } from './commands.ts';
import type { WhistleEvent } from './events.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import { type Law, lawFor, type Rule, Telling } from './scene.ts';
import { callOutOf, type Known, type WhistleState } from './state.ts';

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
  const no = wrongStatus(command, rule, state) ?? wrongTime(command, rule, state, facts);
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

function wrongTime(
  { type, data }: Named,
  rule: Rule,
  state: WhistleState,
  { occurredAt, now }: Facts,
) {
  if (occurredAt > now) return refuse('whistle.in-the-future', { occurredAt, now });
  if (rule.atOnce !== undefined && occurredAt !== now) {
    return refuse('whistle.not-entered-late', { command: type });
  }
  if (state.status === 'none' || rule.anyOrder !== undefined) return null;
  const since = Math.max(state.since, begun({ type, data }, state));
  return occurredAt < since ? refuse('whistle.before-last-step', { occurredAt, since }) : null;
}

/** When what the act answers began to be asked: nobody signs for a call-out before it was made. */
function begun({ type, data }: Named, state: Known): Instant {
  const callOut = data.callOut === undefined ? undefined : callOutOf(state, data.callOut);
  const step = data.step === undefined ? undefined : state.steps.find(({ n }) => n === data.step);
  const asked = [callOut?.sign, callOut?.reportIn, step?.clock].flatMap((id) =>
    id === undefined ? [] : (clockOf(state.clocks, id)?.startedAt ?? []),
  );
  const came = type === 'settle' ? callOut?.presence?.at : undefined;
  return Math.max(...asked, came ?? Number.NEGATIVE_INFINITY);
}

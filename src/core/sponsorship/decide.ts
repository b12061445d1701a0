import { clockOf } from '../clock/clock.ts';
import type { Decision, Facts, Instant, Post, Refusal } from '../process.ts';
import { authorise, type Named } from './access.ts';
import type { SponsorshipCommand } from './commands.ts';
import type { SponsorshipEvent } from './events.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import { type Law, lawFor, type Rule, Telling } from './scene.ts';
import { isHeld, type Known, type SponsorshipState } from './state.ts';

/**
 * What follows from a command, or why nothing does. What has fallen due comes first, each at its own
 * due time: it may itself have sent the nomination further up, or ended a consent.
 */
export function decide(
  command: SponsorshipCommand,
  state: SponsorshipState,
  facts: Facts,
): Decision<SponsorshipEvent> {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  if (law === null) return refuse('sponsorship.not-offered');
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
 * Why a command could not even be tried now, whatever it said: the sponsorship's state is wrong for it,
 * or it is not for this actor. Null where it may be tried. `decide` asks the same first.
 */
export function whyNot(command: Named, state: SponsorshipState, facts: Facts): Refusal | null {
  const law = lawFor(facts.institution, state, facts.occurredAt);
  if (law === null) return refuse('sponsorship.not-offered').refusal;
  const passed = gate(command, state, facts, law);
  return 'refusal' in passed ? passed.refusal : null;
}

type Gate = { readonly rule: Rule; readonly as: Post | null } | { readonly refusal: Refusal };

function gate(command: Named, state: SponsorshipState, facts: Facts, { law }: Law): Gate {
  const rule = RULES[command.type] as Rule;
  const no = wrongStatus(command, rule, state) ?? wrongTime(command, rule, state, facts);
  if (no !== null) return no;
  const authority = authorise(command, state, facts, law);
  return 'refusal' in authority ? authority : { rule, as: authority.as };
}

function wrongStatus({ type }: Named, rule: Rule, state: SponsorshipState) {
  if (rule.from.includes(state.status)) return null;
  if (state.status === 'none') return refuse('sponsorship.unknown');
  if (rule.from.includes('none')) return refuse('sponsorship.exists');
  return refuse('sponsorship.wrong-status', { command: type, status: state.status });
}

function wrongTime(
  { type, data }: Named,
  rule: Rule,
  state: SponsorshipState,
  { occurredAt, now }: Facts,
) {
  if (occurredAt > now) return refuse('sponsorship.in-the-future', { occurredAt, now });
  if (rule.atOnce !== undefined && occurredAt !== now) {
    return refuse('sponsorship.not-entered-late', { command: type });
  }
  if (state.status === 'none') return null;
  const first = begun({ type, data }, state);
  const since = rule.anyOrder === undefined ? Math.max(state.since, first) : first;
  return occurredAt < since ? refuse('sponsorship.before-last-step', { occurredAt, since }) : null;
}

/** When what the act answers began: no leader acts on a matter before they took it on. */
function begun({ data }: Named, state: Known): Instant {
  if (!isHeld(state)) return state.nominatedAt;
  const step = state.steps.find(({ n }) => n === data.step);
  const commitment = state.commitments.find(({ n }) => n === data.commitment);
  const asked = [step?.clock, commitment?.clock].flatMap((id) =>
    id === undefined ? [] : (clockOf(state.clocks, id)?.startedAt ?? []),
  );
  return Math.max(state.acceptedAt, ...asked);
}

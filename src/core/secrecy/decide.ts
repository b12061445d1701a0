import { calendarOf, rulebookAt } from '../authority/institution.ts';
import type { CaseState } from '../case/state.ts';
import * as clocks from '../clock/acts.ts';
import { earliest } from '../clock/clock.ts';
import type { Decided, Decision, Facts, Instant, Post, Recorded, Refusal } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { SecrecyLaw } from '../rulebook/secrecy.ts';
import { dueAt } from '../time/due.ts';
import { authorise, type Named, partsOf } from './access.ts';
import type { SecrecyCommand } from './commands.ts';
import type { SecrecyEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { refuse } from './refusals.ts';
import type { Known, SecrecyState, Status } from './state.ts';

type Answer = Decision<SecrecyEvent>;
type CommandOf<Type extends SecrecyCommand['type']> = Extract<SecrecyCommand, { type: Type }>;

/** The clock of a hold in force. */
export const HOLD = 'hold';

interface Scene {
  readonly facts: Facts;
  readonly law: Rulebook;
  readonly secrecy: SecrecyLaw;
  readonly as: Post | null;
}

const FROM: Readonly<Record<SecrecyCommand['type'], readonly Status[]>> = {
  ask: ['none', 'open'],
  agree: ['asked'],
  'turn-down': ['asked'],
  lift: ['held'],
  'clock-due': ['asked', 'held', 'open'],
  'recompute-clocks': ['asked', 'held', 'open'],
};

/** What follows, or why nothing does. A hold whose last instant has come is over before anything else. */
export function decide(command: SecrecyCommand, state: SecrecyState, facts: Facts): Answer {
  const over = expired(state, facts.now);
  const now = over.reduce<SecrecyState>(
    (before, event) => evolve(before, recorded(event, facts)),
    state,
  );
  const passed = gate(command, now, facts);
  if ('refusal' in passed) return passed;
  const answer = answerTo(command, now, passed);
  if ('refusal' in answer) return answer;
  const events = [...over, ...answer.events];
  return events.length === 0 ? refuse('secrecy.not-due') : { events };
}

/** Why a command could not even be tried now, whatever it said; null where it may be. */
export function whyNot(command: Named, state: SecrecyState, facts: Facts): Refusal | null {
  const passed = gate(command, state, facts);
  return 'refusal' in passed ? passed.refusal : null;
}

function gate(
  command: Named,
  state: SecrecyState,
  facts: Facts,
): Scene | { readonly refusal: Refusal } {
  const law = rulebookAt(facts.institution, facts.now);
  if (law === null || law.secrecy === null) return refuse('secrecy.not-offered');
  if (!FROM[command.type].includes(state.status)) {
    if (state.status === 'none') return refuse('secrecy.unknown');
    return refuse('secrecy.wrong-status', { command: command.type, status: state.status });
  }
  // The worker tells of a hold's end at the instant it named.
  if (facts.actor.kind !== 'machine' && facts.occurredAt !== facts.now) {
    return refuse('secrecy.not-entered-late', { command: command.type });
  }
  const authority = authorise(command, state, facts, law.secrecy);
  return 'refusal' in authority
    ? authority
    : { facts, law, secrecy: law.secrecy, as: authority.as };
}

function answerTo(command: SecrecyCommand, state: SecrecyState, scene: Scene): Answer {
  if (command.type === 'ask') return ask(command.data, state, scene);
  if (state.status === 'none') throw new Error(`secrecy: ${command.type} passed the gate`);
  switch (command.type) {
    case 'agree':
      return agree(state, scene);
    case 'turn-down':
      return ended(state, 'HoldTurnedDown', command.data.reason);
    case 'lift':
      return lifted(state, command.data.reason);
    case 'clock-due':
      // Telling what is over is all there is to it, and that comes before any command.
      return { events: [] };
    case 'recompute-clocks':
      return refuse('secrecy.nothing-to-recompute', { calendar: command.data.calendar });
  }
}

function ask(data: CommandOf<'ask'>['data'], state: SecrecyState, scene: Scene): Answer {
  const { facts, law, secrecy } = scene;
  const about = facts.others.get(data.case) as CaseState | undefined;
  const { unit } = postOf(scene);
  const count = state.status === 'none' ? 0 : state.asked;
  const of = state.status === 'none' ? data.case : state.case;
  if (about === undefined || about.status === 'none' || of !== data.case) {
    return refuse('secrecy.unknown-case');
  }
  if (!partsOf(about).includes(unit)) return refuse('secrecy.no-part', { unit });
  if (!secrecy.bases.some(({ code }) => code === data.basis)) {
    return refuse('secrecy.unknown-basis', { basis: data.basis });
  }
  if (data.reason.trim() === '') return refuse('secrecy.text-needed', { field: 'reason' });
  if (state.status !== 'none' && state.past.length >= secrecy.times) {
    return refuse('secrecy.too-often', { times: secrecy.times });
  }
  if (data.until <= facts.now) return refuse('secrecy.not-ahead');
  const calendar = calendarOf(facts.institution, law);
  const last = dueAt({ start: facts.now, duration: secrecy.max, calendar, suspensions: [] }).due;
  if (data.until > last) return refuse('secrecy.too-long', { until: last });
  const { approver } = secrecy;
  const { case: _, ...said } = { ...data, reason: data.reason.trim() };
  return {
    events: [
      { type: 'HoldAsked', v: 1, data: { case: of, hold: count + 1, unit, approver, ...said } },
    ],
  };
}

function agree(state: Known, scene: Scene): Answer {
  if (state.status !== 'asked') throw new Error('secrecy: nothing was asked');
  const { facts, law, secrecy } = scene;
  const { hold, asker, until } = state.hold;
  if (facts.actor.kind === 'staff' && facts.actor.account === asker) {
    return refuse('secrecy.same-officer');
  }
  if (until <= facts.now) return refuse('secrecy.not-ahead');
  const { unit } = postOf(scene);
  const deadline = { duration: secrecy.max, legal: null, citation: secrecy.citation };
  const calendar = calendarOf(facts.institution, law);
  const terms = { kind: HOLD, unit, at: facts.now, deadline, calendar, target: until };
  return {
    events: [{ type: 'HoldAgreed', v: 1, data: { hold } }, clocks.start(state.clocks, terms)],
  };
}

function ended(state: Known, type: 'HoldTurnedDown' | 'HoldLifted', reason: string): Answer {
  if (!('hold' in state)) throw new Error(`secrecy: ${type} of no hold`);
  if (reason.trim() === '') return refuse('secrecy.text-needed', { field: 'reason' });
  const { hold } = state.hold;
  return { events: [{ type, v: 1, data: { hold, reason: reason.trim() } }] };
}

function lifted(state: Known, reason: string): Answer {
  const answer = ended(state, 'HoldLifted', reason);
  const running = state.clocks.find(({ status }) => status === 'running');
  if ('refusal' in answer || running === undefined) return answer;
  return { events: [...answer.events, clocks.end(running, 'lifted')] };
}

/** A hold past its last instant, told at that instant whoever looks and whenever. */
function expired(state: SecrecyState, now: Instant): readonly Decided<SecrecyEvent>[] {
  if (state.status !== 'held') return [];
  const due = earliest(state.clocks, now);
  if (due === undefined) return [];
  const { hold } = state.hold;
  return [clocks.end(due, 'expired'), { type: 'HoldExpired' as const, v: 1, data: { hold } }].map(
    (event) => ({ ...event, occurredAt: due.dueAt }),
  );
}

function recorded(event: Decided<SecrecyEvent>, facts: Facts): Recorded<SecrecyEvent> {
  const { stream, now, actor } = facts;
  const at = { occurredAt: event.occurredAt ?? now, recordedAt: now };
  return { ...event, stream, version: 0, ...at, actedBy: actor } as Recorded<SecrecyEvent>;
}

function postOf({ as }: Scene): Post {
  if (as === null) throw new Error('secrecy: an act of staff without a post');
  return as;
}

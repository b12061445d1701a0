import { rulebookAt } from '../authority/institution.ts';
import * as clock from '../clock/acts.ts';
import { liveOf } from '../clock/clock.ts';
import { deadlineFor } from '../clock/due.ts';
import type { Decided, Facts, Instant, Refusal, UnitId } from '../process.ts';
import type { HistoryAct } from './commands.ts';
import { becauseOf, mayAllocate, proposalFor } from './dispatch.ts';
import type { CaseEvent } from './events.ts';
import { aliasesOf, registration, unknownUnit } from './intake.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { later, meet, rule, type Scene, say, start } from './scene.ts';
import {
  type Assigned,
  type CaseState,
  orderOf,
  type Received,
  type Replied,
  type Triaged,
} from './state.ts';
import { triage } from './triage.ts';
import type { Outcome } from './words.ts';

type Told = readonly Decided<CaseEvent>[] | { readonly refusal: Refusal };

/**
 * One row of a ledger in one write, never half of it. Times may not run backwards; units and
 * categories must be on the duty list, so that what is open can go on from here.
 */
export const recordHistory = rule('record-history', {
  from: ['none'],
  decide({ acts, imported, ...data }, scene) {
    const { facts } = scene;
    const dated = acts.map((act) => ({ ...act, at: act.at ?? facts.now }));
    const no = unknownUnit(scene, data) ?? outOfOrder(dated, facts);
    if (no !== null) return no;
    let events: readonly Decided<CaseEvent>[] = [registration(scene, data, imported)];
    for (const act of dated) {
      const then = at(later(scene, events), act.at);
      const told = tell(act, then);
      if ('refusal' in told) return told;
      const late = lateness(then);
      events = [...events, ...late, ...told.map((event) => ({ occurredAt: act.at, ...event }))];
    }
    const today = at(later(scene, events), facts.now);
    const pending = takenUp(today).map((event) => ({ occurredAt: facts.now, ...event }));
    return { events: [...events, ...lateness(today), ...pending], aliases: aliasesOf(data) };
  },
});

/** The scene as if both the act and its recording were at `instant`. */
const at = <State extends CaseState>(scene: Scene<State>, instant: Instant): Scene<State> => ({
  ...scene,
  law: rulebookAt(scene.facts.institution, instant) ?? scene.law,
  facts: { ...scene.facts, now: instant, occurredAt: instant },
});

function outOfOrder(acts: readonly { readonly at: Instant }[], { now, occurredAt }: Facts) {
  const instants = [occurredAt, ...acts.map((act) => act.at), now];
  const n = instants.findIndex((instant, i) => instant > (instants[i + 1] ?? instant));
  return n < 0 ? null : refuse('case.history-out-of-order', { act: n });
}

function tell(act: HistoryAct, scene: Scene): Told {
  const { state } = scene;
  if (act.act === 'triaged' && state.status === 'received') {
    const { category, title, urgency } = act;
    const decision = triage.decide({ category, title, urgency, automatic: true }, scene);
    if ('refusal' in decision) return decision;
    return decision.events.filter(({ type }) => type === 'Triaged');
  }
  if (act.act === 'dispatched' && state.status === 'triaged') {
    return dispatched(act, { ...scene, state });
  }
  if (act.act === 'replied' && isBeforeReply(state)) return replied(act, { ...scene, state });
  if (act.act === 'closed' && (isBeforeReply(state) || state.status === 'replied')) {
    return closed(act.outcome, { ...scene, state });
  }
  return refuse('case.history-out-of-order', { act: act.act, status: state.status });
}

/** A ledger may know that an answer was given, and neither by whom nor what the matter was. */
const isBeforeReply = (state: CaseState): state is Received | Triaged | Assigned =>
  state.status === 'received' || state.status === 'triaged' || state.status === 'assigned';

function dispatched(
  { lead: named, dueAt }: Extract<HistoryAct, { act: 'dispatched' }>,
  scene: Scene<Triaged>,
): Told {
  const proposal = proposalFor(scene);
  const proposed = proposal.none ? null : proposal.lead;
  const lead = named ?? proposed;
  if (lead === null) return refuse('case.override-reason-needed', { proposed: '', lead: '' });
  const no = mayAllocate(scene, lead, []);
  if (no !== null) return no;
  const order = say('Dispatched', {
    order: scene.state.orders + 1,
    lead,
    assisting: [],
    because: becauseOf(scene, lead, proposal),
    proposed,
    overrideReason: null,
    binding: null,
  });
  return dueAt === null ? [order] : [order, target(scene, lead, dueAt)];
}

/** The ledger's own promise: its instant, under the rulebook's line for such replies. */
function target({ state, law, calendar, facts }: Scene<Triaged>, unit: UnitId, dueAt: Instant) {
  const deadline = deadlineFor(law, 'reply', state.triage.urgency);
  if (deadline === null) throw new Error(`rulebook ${law.id} ${law.version}: no reply deadline`);
  return clock.start(state.clocks, {
    kind: 'reply',
    unit,
    at: facts.occurredAt,
    deadline: { ...deadline, legal: null },
    calendar,
    target: dueAt,
  });
}

function replied(
  { reply, outcome }: Extract<HistoryAct, { act: 'replied' }>,
  scene: Scene<Received | Triaged | Assigned>,
): Told {
  const { state } = scene;
  const said = say('Replied', {
    number: state.replies.length + 1,
    unit: orderOf(state)?.lead ?? state.holder,
    reply,
    outcome,
    citation: null,
    verifier: scene.law.verification.unit,
    attempts: scene.law.verification.attempts,
  });
  return [said, ...meet(scene, 'reply')];
}

const closed = (outcome: Outcome, scene: Scene<Received | Triaged | Assigned | Replied>): Told => [
  say('Closed', { outcome, dissent: false }),
  ...meet(scene, 'reply'),
];

/** What the ledger left open is owed from today on, by whoever stands next. */
function takenUp(scene: Scene): readonly CaseEvent[] {
  const { state } = scene;
  switch (state.status) {
    case 'received':
      return start(scene, 'triage', state.desk);
    case 'triaged':
      return start(scene, 'dispatch', state.desk);
    case 'assigned':
      return [...start(scene, 'sign-for', state.order.lead), ...promise(scene, state)];
    case 'replied':
      return start(scene, 'verification', state.verification.verifier);
    default:
      return [];
  }
}

const promise = (scene: Scene, state: Assigned): readonly CaseEvent[] =>
  liveOf(state.clocks, 'reply') === undefined ? start(scene, 'reply', state.order.lead) : [];

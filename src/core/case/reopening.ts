import type { Actor, Decided } from '../process.ts';
import { dueAt } from '../time/due.ts';
import { allocated, becauseOf, mayAllocate, proposalFor } from './dispatch.ts';
import type { CaseEvent, Reopened } from './events.ts';
import { refuse } from './refusals.ts';
import { later, rule, type Scene, say, start } from './scene.ts';
import {
  type Answered,
  type Closed,
  KNOWN,
  type Order,
  type Redirected,
  type Triaged,
} from './state.ts';
import { upstreamClock } from './upstream-clock.ts';
import type { ReopenReason } from './words.ts';

type By = Reopened['data']['by'];
type Ended = Closed | Answered | Redirected;

const REASONS: Readonly<Record<By, readonly ReopenReason[]>> = {
  person: ['new_facts', 'not_fixed'],
  callback: ['denied_in_callback'],
  recheck: ['failed_recheck'],
  supervisor: ['new_facts', 'not_fixed', 'failed_recheck'],
};

/** It was not over: back to the same lead under a new order, or to triage if there was none. */
export const reopen = rule('reopen', {
  from: ['closed', 'answered', 'redirected'],
  decide({ reason, words }, scene) {
    const { state, facts, law, calendar } = scene;
    const by = reopener(facts.actor, facts.onBehalfOf?.kind === 'person');
    if (!REASONS[by].includes(reason)) {
      return refuse('case.reopen-reason-not-yours', { reason, by });
    }
    const { window: duration } = law.reopening;
    const until = dueAt({ start: state.endedAt, duration, calendar, suspensions: [] }).due;
    if (by !== 'supervisor' && facts.occurredAt >= until) {
      return refuse('case.reopening-window-over', { until });
    }
    return { events: reopened(scene, { by, reason, words }) };
  },
});

/**
 * Asked afterwards, the person or a look on the spot said that this closing was not what it claimed.
 * The institution asked, so no window is over; what was reopened meanwhile keeps the fact alone.
 */
export const denyClosing = rule('deny-closing', {
  from: KNOWN,
  anyOrder: true,
  decide({ closing, by, words }, scene) {
    const { state } = scene;
    const denied = say('ClosingDenied', { closing, by });
    if (state.status !== 'closed' || state.closings !== closing) return { events: [denied] };
    const reason = by === 'callback' ? 'denied_in_callback' : 'failed_recheck';
    const then = later<Closed>(scene, [denied]);
    return { events: [denied, ...reopened(then, { by, reason, words })] };
  },
});

/** Back under a new order, or to triage where there was none. */
function reopened(scene: Scene<Ended>, data: Reopened['data']): readonly Decided<CaseEvent>[] {
  const { state } = scene;
  const again = say('Reopened', data);
  const order = 'order' in state ? state.order : null;
  const then =
    state.triage === null
      ? start(scene, 'triage', state.desk)
      : reordered(later<Triaged>(scene, [again]), order);
  const events = [again, ...then];
  return [...events, ...upstreamClock(later(scene, events))];
}

/** The same lead, unless the duty list has changed since; then the desk dispatches anew. */
function reordered(scene: Scene<Triaged>, order: Order | null) {
  const { ruler } = scene.state;
  if (ruler !== null) return start(scene, 'ruling', ruler);
  if (order === null || mayAllocate(scene, order.lead, order.assisting) !== null) {
    return start(scene, 'dispatch', scene.state.desk);
  }
  const proposal = proposalFor(scene);
  const { lead, assisting, binding } = order;
  const dispatched = say('Dispatched', {
    order: scene.state.orders + 1,
    lead,
    assisting,
    because: becauseOf(scene, lead, proposal),
    proposed: proposal.none ? null : proposal.lead,
    overrideReason: null,
    binding,
  });
  return [dispatched, ...allocated(scene, lead)];
}

function reopener(actor: Actor, forPerson: boolean): By {
  if (actor.kind === 'person' || forPerson) return 'person';
  if (actor.kind === 'staff' && actor.post.role === 'supervisor') return 'supervisor';
  return 'recheck';
}

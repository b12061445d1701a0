import type { Recorded } from '../../process.ts';
import type * as events from '../events.ts';
import type { CaseState, Order, Triaged } from '../state.ts';
import type { Binding } from '../words.ts';
import { commonOf } from './common.ts';
import { after, known } from './fault.ts';

function assigned(
  state: Triaged | Extract<CaseState, { status: 'objected' }>,
  event: Recorded<events.Dispatched | events.AllocationRuled>,
  binding: Binding | null,
) {
  const { order, lead, assisting, because } = event.data;
  return {
    ...commonOf(state),
    status: 'assigned' as const,
    since: event.occurredAt,
    triage: state.triage,
    orders: order,
    ruler: null,
    order: { order, lead, assisting, because, binding, assignment: null } satisfies Order,
  };
}

export function Dispatched(state: CaseState, event: Recorded<events.Dispatched>): CaseState {
  return assigned(after(state, event, 'triaged'), event, event.data.binding);
}

/** Only now does responsibility move (invariant 8). */
export function SignedFor(state: CaseState, event: Recorded<events.SignedFor>): CaseState {
  const before = after(state, event, 'assigned');
  return {
    ...before,
    status: 'handling',
    since: event.occurredAt,
    holder: event.data.unit,
    interim: null,
    draft: null,
  };
}

/** Inside the unit: nobody else's part in the case changes (invariant 55). */
export function AssignedWithin(
  state: CaseState,
  event: Recorded<events.AssignedWithin>,
): CaseState {
  const before = after(state, event, 'assigned', 'handling');
  const { office, to } = event.data;
  const assignment =
    office === null && to === null ? null : { office, to, since: event.occurredAt };
  return { ...before, order: { ...before.order, assignment } };
}

export function Objected(state: CaseState, event: Recorded<events.Objected>): CaseState {
  const before = after(state, event, 'assigned');
  const { number, unit, basis, ruler } = event.data;
  return {
    ...before,
    status: 'objected',
    since: event.occurredAt,
    objections: number,
    objectors: before.objectors.includes(unit) ? before.objectors : [...before.objectors, unit],
    objection: { number, unit, basis, ruler },
  };
}

export function ObjectionDecided(
  state: CaseState,
  event: Recorded<events.ObjectionDecided>,
): CaseState {
  const before = after(state, event, 'objected');
  const common = { ...commonOf(before), since: event.occurredAt, triage: before.triage };
  if (!event.data.upheld) {
    const order: Order = { ...before.order, binding: 'objection-refused' };
    return { ...common, status: 'assigned', order };
  }
  return {
    ...common,
    status: 'triaged',
    returns: before.returns + 1,
    ruler: event.data.rulingNeeded ? before.objection.ruler : null,
  };
}

export function InterimOwnerFixed(
  state: CaseState,
  event: Recorded<events.InterimOwnerFixed>,
): CaseState {
  const before = after(state, event, 'objected');
  return { ...before, interim: event.data.unit, holder: event.data.unit };
}

/** The ruling itself moves responsibility; signing is then a receipt. */
export function AllocationRuled(
  state: CaseState,
  event: Recorded<events.AllocationRuled>,
): CaseState {
  const before = after(state, event, 'triaged', 'objected');
  return { ...assigned(before, event, 'ruling'), holder: event.data.lead, interim: null };
}

export function RequestJoined(state: CaseState, event: Recorded<events.RequestJoined>): CaseState {
  const before = known(state, event);
  return { ...before, joined: [...before.joined, event.data.from] };
}

export function RequestLeft(state: CaseState, event: Recorded<events.RequestLeft>): CaseState {
  const before = known(state, event);
  return { ...before, joined: before.joined.filter((stream) => stream !== event.data.left) };
}

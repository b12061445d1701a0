import { isLive } from '../../clock/clock.ts';
import { ended } from '../../clock/evolve.ts';
import type { TextsErased as TextsGone } from '../../erased.ts';
import type { Recorded } from '../../process.ts';
import type * as events from '../events.ts';
import { type CaseState, type Known, OPEN, orderOf } from '../state.ts';
import type { Outcome } from '../words.ts';
import { commonOf } from './common.ts';
import { after, fromLedger, known } from './fault.ts';

function closed(state: Known, at: number, outcome: Outcome): CaseState {
  return {
    ...commonOf(state),
    status: 'closed',
    since: at,
    outcome,
    endedAt: at,
    order: orderOf(state),
    extension: null,
  };
}

export function AnsweredAtOnce(
  state: CaseState,
  event: Recorded<events.AnsweredAtOnce>,
): CaseState {
  const before = after(state, event, 'received', 'triaged');
  const at = event.occurredAt;
  return {
    ...commonOf(before),
    status: 'answered',
    since: at,
    outcome: 'INFO_GIVEN',
    endedAt: at,
  };
}

export function Redirected(state: CaseState, event: Recorded<events.Redirected>): CaseState {
  const before =
    event.data.kind === 'taken_back'
      ? after(state, event, ...OPEN)
      : after(state, event, 'received', 'triaged');
  return {
    ...commonOf(before),
    status: 'redirected',
    since: event.occurredAt,
    outcome: event.data.kind === 'out_of_scope' ? 'OUT_OF_SCOPE' : 'REDIRECTED',
    endedAt: event.occurredAt,
    channel: event.data.channel,
  };
}

export function Merged(state: CaseState, event: Recorded<events.Merged>): CaseState {
  const before = after(state, event, 'received', 'triaged', 'assigned', 'handling');
  const at = event.occurredAt;
  return {
    ...commonOf(before),
    status: 'merged',
    since: at,
    outcome: 'DUPLICATE_OF',
    endedAt: at,
    into: event.data.into,
    before,
    told: 0,
    clocks: before.clocks.map((clock) => (isLive(clock) ? ended(clock, 'void', at) : clock)),
    ladders: [],
  };
}

export function Unmerged(state: CaseState, event: Recorded<events.Unmerged>): CaseState {
  const merged = after(state, event, 'merged');
  return {
    ...merged.before,
    external: merged.external,
    emergency: merged.emergency,
    dissent: merged.dissent,
    upstream: merged.upstream,
    clocks: event.data.clocks,
  };
}

export function MergedPersonTold(
  state: CaseState,
  event: Recorded<events.MergedPersonTold>,
): CaseState {
  const before = after(state, event, 'merged');
  return { ...before, told: before.told + 1 };
}

export function Closed(state: CaseState, event: Recorded<events.Closed>): CaseState {
  const before = after(
    state,
    event,
    'replied',
    ...fromLedger(state, 'assigned', 'received', 'triaged'),
  );
  const { outcome, dissent } = event.data;
  const closings = before.closings + 1;
  return closed({ ...before, dissent, closings }, event.occurredAt, outcome);
}

export function Withdrawn(state: CaseState, event: Recorded<events.Withdrawn>): CaseState {
  return closed(after(state, event, ...OPEN), event.occurredAt, 'WITHDRAWN_BY_PERSON');
}

export function Disagreed(state: CaseState, event: Recorded<events.Disagreed>): CaseState {
  return { ...known(state, event), dissent: true };
}

export function ClosingDenied(state: CaseState, event: Recorded<events.ClosingDenied>): CaseState {
  const before = known(state, event);
  const { closing, by } = event.data;
  return { ...before, denials: [...before.denials, { closing, by, at: event.occurredAt }] };
}

/** No word about the matter is left in lists: the title goes, out of what a merge would give back too. */
export function TextsErased(state: CaseState, event: Recorded<TextsGone>): CaseState {
  const gone = { title: null, erased: event.data };
  const before = known(state, event);
  return before.status === 'merged'
    ? { ...before, ...gone, before: { ...before.before, ...gone } }
    : { ...before, ...gone };
}

/** Back where it can be dispatched again; the first receiver is responsible meanwhile. */
export function Reopened(state: CaseState, event: Recorded<events.Reopened>): CaseState {
  const before = after(state, event, 'closed', 'answered', 'redirected');
  const common = {
    ...commonOf(before),
    since: event.occurredAt,
    holder: before.receivedBy,
    interim: null,
    dissent: false,
  };
  const { triage } = before;
  return triage === null
    ? { ...common, status: 'received' }
    : { ...common, status: 'triaged', triage };
}

import type { Recorded } from '../../process.ts';
import type * as events from '../events.ts';
import type { CaseState } from '../state.ts';
import { commonOf } from './common.ts';
import { after, known } from './fault.ts';

export function Registered(state: CaseState, event: Recorded<events.Registered>): CaseState {
  after(state, event, 'none');
  return {
    status: 'received',
    ...event.data,
    receivedAt: event.occurredAt,
    since: event.occurredAt,
    holder: event.data.receivedBy,
    summary: null,
    triage: null,
    emergency: null,
    clocks: [],
    ladders: [],
    orders: 0,
    returns: 0,
    objections: 0,
    objectors: [],
    ruler: null,
    interim: null,
    extension: null,
    extensionsAsked: 0,
    extensionsTold: 0,
    replies: [],
    dissent: false,
    joined: [],
    whistles: [],
    closings: 0,
    denials: [],
    petitions: [],
    sponsorships: [],
    upstream: { said: 0, asked: 0, told: [] },
    erased: null,
  };
}

export function Triaged(state: CaseState, event: Recorded<events.Triaged>): CaseState {
  const before = after(state, event, 'received', 'triaged');
  const { title, desk, category, urgency, level, because, proposed, automatic } = event.data;
  return {
    ...commonOf(before),
    status: 'triaged',
    since: event.occurredAt,
    title,
    desk,
    triage: { category, urgency, level, because, proposed, automatic },
  };
}

export function EmergencyShown(
  state: CaseState,
  event: Recorded<events.EmergencyShown>,
): CaseState {
  const emergency = { ...event.data, shownAt: event.occurredAt, confirmed: false };
  return { ...known(state, event), emergency };
}

export function EmergencyHandedOver(
  state: CaseState,
  event: Recorded<events.EmergencyHandedOver>,
): CaseState {
  const before = known(state, event);
  if (before.emergency === null) throw new Error('case: handed over, never shown');
  return { ...before, emergency: { ...before.emergency, confirmed: true } };
}

/** The first words never change (invariant 2); what is added lies beside them in the log. */
export const WordsAdded = (state: CaseState, event: Recorded<events.WordsAdded>): CaseState =>
  known(state, event);

export const Summarised = (state: CaseState, event: Recorded<events.Summarised>): CaseState => ({
  ...known(state, event),
  summary: event.data.summary,
});

/** Lies in the log for the person and the thread; nothing hangs on it. */
export const MessageSent = (state: CaseState, event: Recorded<events.MessageSent>): CaseState =>
  known(state, event);

export function ExternalUpdated(
  state: CaseState,
  event: Recorded<events.ExternalUpdated>,
): CaseState {
  const before = known(state, event);
  const { reference } = event.data;
  const others = before.external.filter(
    ({ system, number }) => system !== reference.system || number !== reference.number,
  );
  return { ...before, external: [...others, reference] };
}

export function UpstreamAsked(state: CaseState, event: Recorded<events.UpstreamAsked>): CaseState {
  const before = known(state, event);
  return { ...before, upstream: { ...before.upstream, asked: event.data.number } };
}

export function UpstreamTold(state: CaseState, event: Recorded<events.UpstreamTold>): CaseState {
  const before = known(state, event);
  const { system, number } = event.data;
  const others = before.upstream.told.filter(
    (one) => one.system !== system || one.number !== number,
  );
  return { ...before, upstream: { ...before.upstream, told: [...others, event.data] } };
}

import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import { evolveLadders, isLadderEvent } from '../clock/ladder.ts';
import type { Instant, Recorded, Sealed } from '../process.ts';
import type { EventOf, SupportEvent } from './events.ts';
import type { Common, Consent, Known, StateOf, Status, SupportState } from './state.ts';
import type { SupportEnd } from './words.ts';

/**
 * The state after an event. Every result is read from the event, none is computed again; an event
 * that cannot follow the state is a fault, never skipped.
 */
export function evolve(state: SupportState, event: Recorded<SupportEvent>): SupportState {
  if (event.type === 'SupportOffered') return offered(state, event);
  const before = known(state, event);
  if (isClockEvent(event)) return { ...before, clocks: evolveClocks(before.clocks, event) };
  if (isLadderEvent(event)) return { ...before, ladders: evolveLadders(before.ladders, event) };
  const evolver = EVOLVERS[event.type] as
    | ((before: Known, event: Recorded<SupportEvent>) => SupportState)
    | undefined;
  if (evolver === undefined) throw new Error(`support: unknown event ${event.type}`);
  return evolver(before, event);
}

type Evolvers = {
  readonly [Type in SupportEvent['type']]?: (
    before: Known,
    event: Recorded<EventOf<Type>>,
  ) => SupportState;
};

const EVOLVERS: Evolvers = {
  OfferTakenBack: (before, event) =>
    ended(after(before, event, 'offered'), event, 'TAKEN_BACK', { reason: event.data.reason }),
  Consented(before, event) {
    const { occurredAt: at } = event;
    const consent: Consent = { ...event.data, at };
    // What was shown under an earlier consent was shown for that one.
    return {
      ...commonOf(after(before, event, 'offered')),
      status: 'consented',
      since: at,
      consent,
      shown: [],
    };
  },
  Refused: (before, event) => ended(after(before, event, 'offered'), event, 'REFUSED'),
  Revoked: (before, event) => ended(after(before, event, 'consented'), event, 'REVOKED'),
  ConditionShown(before, event) {
    const { condition, how } = event.data;
    const consented = after(before, event, 'consented');
    return { ...consented, shown: [...consented.shown, { condition, how }] };
  },
  Delivered(before, event) {
    const { consent } = after(before, event, 'consented');
    const { occurredAt: at } = event;
    const delivery = { at, evidence: event.data.evidence };
    return { ...commonOf(before), status: 'delivered', since: at, consent, delivery };
  },
  NotDeliverable: (before, event) =>
    ended(after(before, event, 'consented'), event, 'CANNOT', event.data),
  Received: (before, event) => ended(after(before, event, 'delivered'), event, 'RECEIVED'),
  ReceiptDenied(before, event) {
    const { consent } = after(before, event, 'delivered');
    const { occurredAt: at } = event;
    const denial = { at, words: event.data.words };
    const common = { ...commonOf(before), since: at, denial };
    return event.data.again
      ? { ...common, status: 'offered' }
      : { ...common, status: 'consented', consent };
  },
  ReceiptUnanswered: (before, event) =>
    ended(after(before, event, 'delivered'), event, 'UNCONFIRMED'),
  Lapsed: (before, event) => ended(after(before, event, 'offered', 'consented'), event, 'LAPSED'),
  Supervised: (before) => before,
};

function offered(state: SupportState, event: Recorded<EventOf<'SupportOffered'>>): SupportState {
  if (state.status !== 'none') throw new Error('support: offered twice');
  const { by, ...data } = event.data;
  return {
    ...data,
    status: 'offered',
    manager: by,
    offerer: event.actedBy.kind === 'staff' ? event.actedBy.account : null,
    offeredAt: event.occurredAt,
    since: event.occurredAt,
    consent: null,
    shown: [],
    delivery: null,
    denial: null,
    clocks: [],
    ladders: [],
  };
}

function ended(
  before: Known,
  { occurredAt: at }: { readonly occurredAt: Instant },
  end: SupportEnd,
  told: { readonly reason?: Sealed; readonly next?: Sealed } = {},
): SupportState {
  const { reason = null, next = null } = told;
  return { ...commonOf(before), status: 'ended', since: at, endedAt: at, end, reason, next };
}

/** The part of a state that outlives its status: what a status alone has is dropped by name. */
const commonOf = (state: Known): Common => ({
  case: state.case,
  sponsorship: state.sponsorship,
  measure: state.measure,
  need: state.need,
  manager: state.manager,
  provider: state.provider,
  offerer: state.offerer,
  category: state.category,
  place: state.place,
  terms: state.terms,
  rulebook: state.rulebook,
  words: state.words,
  offeredAt: state.offeredAt,
  since: state.since,
  consent: state.consent,
  shown: state.shown,
  delivery: state.delivery,
  denial: state.denial,
  clocks: state.clocks,
  ladders: state.ladders,
});

function known(state: SupportState, event: { readonly type: string }): Known {
  if (state.status === 'none') throw new Error(`support: ${event.type} before it was offered`);
  return state;
}

function after<Name extends Status>(
  state: Known,
  event: { readonly type: string },
  ...statuses: readonly Name[]
): StateOf<Name> {
  if (!statuses.some((status) => status === state.status)) {
    throw new Error(`support: ${event.type} cannot follow ${state.status}`);
  }
  return state as StateOf<Name>;
}

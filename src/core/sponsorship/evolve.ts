import { evolveClocks, isClockEvent } from '../clock/evolve.ts';
import { evolveLadders, isLadderEvent } from '../clock/ladder.ts';
import type { Recorded } from '../process.ts';
import type { EventOf, SponsorshipEvent } from './events.ts';
import {
  type Common,
  type Held,
  isHeld,
  type Known,
  type SponsorshipState,
  type StateOf,
  type Status,
  type Taken,
  type TaskForce,
} from './state.ts';

/**
 * The state after an event. Every result is read from the event, none is computed again; an event
 * that cannot follow the state is a fault, never skipped.
 */
export function evolve(
  state: SponsorshipState,
  event: Recorded<SponsorshipEvent>,
): SponsorshipState {
  if (event.type === 'SponsorshipNominated') return nominated(state, event);
  const before = known(state, event);
  if (isClockEvent(event)) return { ...before, clocks: evolveClocks(before.clocks, event) };
  if (isLadderEvent(event)) return { ...before, ladders: evolveLadders(before.ladders, event) };
  const evolver = EVOLVERS[event.type] as
    | ((before: Known, event: Recorded<SponsorshipEvent>) => SponsorshipState)
    | undefined;
  if (evolver === undefined) throw new Error(`sponsorship: unknown event ${event.type}`);
  return evolver(before, event);
}

type Evolvers = {
  readonly [Type in SponsorshipEvent['type']]?: (
    before: Known,
    event: Recorded<EventOf<Type>>,
  ) => SponsorshipState;
};

const EVOLVERS: Evolvers = {
  TextsErased: (before) => ({ ...before, title: null }),
  NominationPassed(before, event) {
    const nominated = after(before, event, 'nominated');
    const { next } = event.data;
    const climbed = nominated.climbed + (next === null ? 0 : 1);
    return { ...nominated, asked: next, climbed, since: event.occurredAt };
  },
  NominationTakenBack(before, event) {
    after(before, event, 'nominated');
    const { occurredAt: at } = event;
    return { ...commonOf(before), status: 'dropped', since: at, endedAt: at };
  },
  SponsorshipAccepted(before, event) {
    after(before, event, 'nominated');
    const { occurredAt: at, data } = event;
    return {
      ...commonOf(before),
      ...begun,
      status: 'accepted',
      since: at,
      sponsor: data.sponsor,
      acceptedAt: at,
    };
  },
  SeatReplaced(before, { data }) {
    const { seat, to } = data;
    if (seat !== 'sponsor') return { ...before, [seat]: to };
    return { ...held(before, 'SeatReplaced'), sponsor: to };
  },
  SponsorActed(before, { type, data }) {
    const now = held(before, type);
    const { duty } = data;
    const seen = duty === null || now.duties.includes(duty);
    return { ...now, acts: data.act, duties: seen ? now.duties : [...now.duties, duty] };
  },
  IdentityConsented: (before) => ({ ...before, identity: true }),
  IdentityConsentRevoked: (before) => ({ ...before, identity: false }),
  IdentityConsentLapsed: (before) => ({ ...before, identity: false }),
  NeedsAgreed: (before, { type, data }) => ({ ...held(before, type), needs: data.needs }),
  CasePlanned(before, event) {
    const now = after(before, event, 'accepted', 'agreed');
    const first = count(before, 'step');
    const steps = event.data.steps.map((step, n) => ({
      ...step,
      clock: `step-${first + n + 1}`,
      status: 'open' as const,
    }));
    const since = now.status === 'agreed' ? now.since : event.occurredAt;
    return { ...now, status: 'agreed', since, steps: [...now.steps, ...steps] };
  },
  StepFinished: (before, { type, data }) => stepped(held(before, type), data.step, 'finished'),
  StepDropped: (before, { type, data }) => stepped(held(before, type), data.step, 'dropped'),
  ForceConvened(before, { type, data, occurredAt: from }) {
    return { ...held(before, type), force: { ...data, from } };
  },
  MemberJoined: (before, { type, data }) =>
    staffed(held(before, type), ({ members }) => [...members, data]),
  MemberLeft: (before, { type, data }) =>
    staffed(held(before, type), ({ members }) => members.filter(({ unit }) => unit !== data.unit)),
  MeetingHeld(before, { type, data }) {
    const now = held(before, type);
    const first = count(before, 'commitment');
    const commitments = data.commitments.map(({ load: _, ...one }, n) => ({
      ...one,
      meeting: data.meeting,
      clock: `commitment-${first + n + 1}`,
      status: 'open' as const,
    }));
    return {
      ...now,
      meetings: data.meeting,
      commitments: [...now.commitments, ...commitments],
    };
  },
  CommitmentKept: (before, { type, data }) => promised(held(before, type), data.commitment, 'kept'),
  CommitmentDropped: (before, { type, data }) =>
    promised(held(before, type), data.commitment, 'dropped'),
  PowerDelegated(before, { type, data, occurredAt: since }) {
    const now = held(before, type);
    const { citation: _, ...power } = data;
    return { ...now, powers: [...now.powers, { ...power, since }] };
  },
  HearingHeld: (before, { type, data }) => ({ ...held(before, type), hearings: data.hearing }),
  ClaimAnswered(before, { type, data: { n, answer } }) {
    return { ...held(before, type), claim: { n, answer } };
  },
  ExtensionAsked(before, { type, data }) {
    const { reason: _, ...asked } = data;
    return {
      ...held(before, type),
      extension: { ...asked, granted: null },
      extensionsAsked: data.number,
    };
  },
  ExtensionDecided(before, { type, data: { newDueAt } }) {
    const now = held(before, type);
    if (now.extension === null) throw new Error('sponsorship: an extension nobody asked for');
    const granted = newDueAt === null ? null : { newDueAt };
    return { ...now, extension: granted === null ? null : { ...now.extension, granted } };
  },
  ExtensionTold(before, { type }) {
    const now = held(before, type);
    return { ...now, extension: null, extensionsTold: now.extensionsTold + 1 };
  },
  Supervised: (before) => before,
  ResultTold(before, event) {
    const now = after(before, event, 'agreed');
    const { occurredAt: at } = event;
    return { ...now, status: 'told', since: at, toldAt: at };
  },
  Dissented: (before, { type }) => ({ ...held(before, type), dissent: true }),
  SponsorshipClosed(before, event) {
    const now = after(before, event, 'accepted', 'agreed', 'told');
    const { occurredAt: at, data } = event;
    return { ...now, status: 'closed', since: at, endedAt: at, how: data.how, extension: null };
  },
  FollowUpConsented: (before, { type, data }) => ({ ...held(before, type), followUp: data }),
  FollowUpBegun(before, event) {
    const now = after(before, event, 'closed');
    if (now.followUp === null) throw new Error('sponsorship: a follow-up nobody agreed to');
    return { ...now, status: 'following', since: event.occurredAt, followUp: now.followUp };
  },
  FollowUpRecorded: (before) => before,
  FollowUpEnded(before, event) {
    const now = held(before, event.type);
    if (now.status !== 'following') return { ...now, followUp: null };
    return { ...now, status: 'ended', since: event.occurredAt, followUp: null };
  },
  CaseFollowed: (before, { data }) => ({ ...before, case: data.case }),
};

/** What a sponsorship has on the day it is taken on. */
const begun: Omit<Taken, 'sponsor' | 'acceptedAt'> = {
  acts: 0,
  duties: [],
  force: null,
  meetings: 0,
  commitments: [],
  powers: [],
  needs: null,
  steps: [],
  hearings: 0,
  claim: null,
  extension: null,
  extensionsAsked: 0,
  extensionsTold: 0,
  toldAt: null,
  dissent: false,
  followUp: null,
};

function nominated(
  state: SponsorshipState,
  event: Recorded<EventOf<'SponsorshipNominated'>>,
): SponsorshipState {
  if (state.status !== 'none') throw new Error('sponsorship: nominated twice');
  const { shown: _, ...data } = event.data;
  return {
    ...data,
    status: 'nominated',
    home: data.case,
    nominatedAt: event.occurredAt,
    since: event.occurredAt,
    climbed: 0,
    identity: false,
    clocks: [],
    ladders: [],
  };
}

/** The part of a state that outlives its status: what a status alone has is dropped by name. */
const commonOf = (state: Known): Common => ({
  case: state.case,
  home: state.home,
  nominator: state.nominator,
  category: state.category,
  title: state.title,
  place: state.place,
  rulebook: state.rulebook,
  blocked: state.blocked,
  reason: state.reason,
  grounds: state.grounds,
  nominatedAt: state.nominatedAt,
  since: state.since,
  lead: state.lead,
  liaison: state.liaison,
  climbed: state.climbed,
  identity: state.identity,
  clocks: state.clocks,
  ladders: state.ladders,
});

const count = ({ clocks }: Common, kind: string): number =>
  clocks.filter((clock) => clock.kind === kind).length;

function stepped(before: Held, n: number, status: 'finished' | 'dropped'): Held {
  if (!before.steps.some((step) => step.n === n)) throw new Error(`sponsorship: no step ${n}`);
  return {
    ...before,
    steps: before.steps.map((step) => (step.n === n ? { ...step, status } : step)),
  };
}

function promised(before: Held, n: number, status: 'kept' | 'dropped'): Held {
  if (!before.commitments.some((one) => one.n === n)) {
    throw new Error(`sponsorship: no commitment ${n}`);
  }
  return {
    ...before,
    commitments: before.commitments.map((one) => (one.n === n ? { ...one, status } : one)),
  };
}

function staffed(before: Held, change: (force: TaskForce) => TaskForce['members']): Held {
  if (before.force === null) throw new Error('sponsorship: no task force');
  return { ...before, force: { ...before.force, members: change(before.force) } };
}

function known(state: SponsorshipState, event: { readonly type: string }): Known {
  if (state.status === 'none') {
    throw new Error(`sponsorship: ${event.type} before it was nominated`);
  }
  return state;
}

function held(state: Known, type: string): Held {
  if (!isHeld(state)) throw new Error(`sponsorship: ${type} cannot follow ${state.status}`);
  return state;
}

function after<Name extends Status>(
  state: Known,
  event: { readonly type: string },
  ...statuses: readonly Name[]
): StateOf<Name> {
  if (!statuses.some((status) => status === state.status)) {
    throw new Error(`sponsorship: ${event.type} cannot follow ${state.status}`);
  }
  return state as StateOf<Name>;
}

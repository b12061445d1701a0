import type { SponsorshipNews } from '../case/state.ts';
import type { Reaction, StreamId, UnitId } from '../process.ts';
import type { SponsorshipEvent } from './events.ts';
import { endOf } from './nominating.ts';
import {
  isHeld,
  type Known,
  partners,
  type SponsorshipState,
  seatOf,
  showsIdentity,
  unitsOf,
} from './state.ts';

/**
 * The case knows its sponsorship: who reads it by a seat, whose ladder it is, when it may close, and
 * what a merge or an ending carries along all hang on that. It is told when one of these changes, and
 * not at every act: its version moves under the hands of whoever works on it.
 */
export function after(
  event: SponsorshipEvent,
  state: SponsorshipState,
  stream: StreamId,
): readonly Reaction[] {
  if (state.status === 'none') return [];
  const note = (news: SponsorshipNews) => [noted(state.case, state, stream, news)];
  switch (event.type) {
    case 'SponsorshipNominated':
    case 'NominationTakenBack':
    case 'SponsorshipAccepted':
    case 'ResultTold':
    case 'SponsorshipClosed':
    case 'FollowUpBegun':
      return note('stage');
    case 'NominationPassed':
      return note('asked');
    case 'SeatReplaced':
      return note('seat');
    case 'IdentityConsented':
    case 'IdentityConsentRevoked':
    case 'IdentityConsentLapsed':
      // Of the person it began with; the case it was joined to is another's, and hears nothing.
      return state.case === state.home ? note('identity') : [];
    case 'ForceConvened':
    case 'MemberJoined':
    case 'MemberLeft':
      return note('units');
    case 'ClockExtended':
      return note('end');
    case 'FollowUpEnded':
      return state.status === 'ended' ? note('stage') : [];
    case 'CasePlanned':
      return event.data.steps.some(({ n }) => n === 1) ? note('stage') : [];
    case 'StepFinished':
    case 'CommitmentKept':
      return isGone(state, event.data.unit) ? note('units') : [];
    case 'CaseFollowed':
      return event.data.from === state.case
        ? note('stage')
        : [left(event.data.from, stream), ...note('stage')];
    default:
      return [];
  }
}

/** It had left the task force and owed one thing more: done, it has no part in the matter. */
const isGone = (state: Known, unit: UnitId): boolean =>
  isHeld(state) && !partners(state).includes(unit);

const noted = (
  to: StreamId,
  state: Known,
  sponsorship: StreamId,
  news: SponsorshipNews,
): Reaction => ({
  process: 'case',
  stream: to,
  command: {
    type: 'note-sponsorship',
    data: {
      sponsorship,
      home: state.home,
      nominator: state.nominator,
      stage: stageOf(state),
      sponsor: seatOf(state, 'sponsor'),
      lead: state.lead,
      liaison: state.liaison,
      units: isHeld(state) ? unitsOf(state) : [],
      endsAt: endOf(state),
      identity: showsIdentity(state),
      news,
    },
  },
});

const stageOf = (state: Known) => {
  const { status } = state;
  return status === 'dropped' || status === 'closed' ? 'ended' : status;
};

const left = (from: StreamId, sponsorship: StreamId): Reaction => ({
  process: 'case',
  stream: from,
  command: { type: 'forget-sponsorship', data: { sponsorship } },
});

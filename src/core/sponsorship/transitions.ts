import type { TransitionEdge, TransitionGraph } from '../process.ts';
import type { SponsorshipEvent } from './events.ts';
import { KNOWN, type Status } from './state.ts';

const edge = (
  from: Status,
  event: SponsorshipEvent['type'],
  to: Status,
  why?: string,
): TransitionEdge => ({ from, event, to, ...(why === undefined ? {} : { why }) });

/** Every change of a sponsorship's status there is, and the event that makes it. */
export const transitions: TransitionGraph = {
  process: 'sponsorship',
  states: ['none', ...KNOWN],
  edges: [
    edge('none', 'SponsorshipNominated', 'nominated'),
    edge('nominated', 'SponsorshipAccepted', 'accepted', 'or designated, where nobody took it on'),
    edge('nominated', 'NominationTakenBack', 'dropped', 'taken back, or the matter is over'),
    edge('accepted', 'CasePlanned', 'agreed', 'needs were agreed with the person before'),
    edge('agreed', 'ResultTold', 'told', 'the stated claim was answered before'),
    edge('accepted', 'SponsorshipClosed', 'closed', 'the matter is over'),
    edge('agreed', 'SponsorshipClosed', 'closed', 'the matter is over'),
    edge('told', 'SponsorshipClosed', 'closed'),
    edge('closed', 'FollowUpBegun', 'following', 'the person agreed to it'),
    edge('following', 'FollowUpEnded', 'ended', 'the person said stop, or its time is over'),
  ],
};

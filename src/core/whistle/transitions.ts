import type { TransitionEdge, TransitionGraph } from '../process.ts';
import type { WhistleEvent } from './events.ts';
import { CALL_OUT_STATUSES, type CallOutStatus, KNOWN, type Status } from './state.ts';

const edges =
  <State extends string>() =>
  (from: State, event: WhistleEvent['type'], to: State, why?: string): TransitionEdge => ({
    from,
    event,
    to,
    ...(why === undefined ? {} : { why }),
  });

const edge = edges<Status>();

/** Every change of a whistle's status there is, and the event that makes it. */
export const transitions: TransitionGraph = {
  process: 'whistle',
  states: ['none', ...KNOWN],
  edges: [
    edge(
      'none',
      'WhistleProposed',
      'proposed',
      'and issued in the same breath where nobody need look',
    ),
    edge('proposed', 'WhistleIssued', 'issued', 'screened, or not screened in time'),
    edge('proposed', 'WhistleDeclined', 'declined'),
    edge('proposed', 'WhistleTakenBack', 'declined'),
    edge('issued', 'Concluded', 'concluded', 'no call-out is open any more'),
    edge('issued', 'Concluded', 'rated', 'nobody came or should have: there is nothing to rate'),
    edge('concluded', 'RatingsOpened', 'rated', 'the last pair opens'),
  ],
};

const turn = edges<CallOutStatus>();

/** The same for one call-out (invariant 23). */
export const callOutTransitions: TransitionGraph = {
  process: 'call-out',
  states: CALL_OUT_STATUSES,
  edges: [
    turn('notified', 'CallOutSigned', 'signed'),
    turn('notified', 'CallOutObjected', 'objected'),
    turn('signed', 'CallOutObjected', 'objected'),
    turn('objected', 'CallOutRuled', 'signed', 'refused or not decided in time: it binds'),
    turn('objected', 'Released', 'released', 'upheld, or stood down'),
    turn('notified', 'ReportedIn', 'reported', 'coming is signing'),
    turn('signed', 'ReportedIn', 'reported'),
    turn('notified', 'CallOutMissed', 'missed'),
    turn('signed', 'CallOutMissed', 'missed'),
    turn('missed', 'ReportedIn', 'reported', 'late: the miss stays'),
    turn('notified', 'Released', 'released', 'stood down by the issuer'),
    turn('signed', 'Released', 'released', 'stood down by the issuer'),
    turn('missed', 'Released', 'released'),
    turn('reported', 'Released', 'released', 'it has said what came of it and owes no step'),
  ],
};

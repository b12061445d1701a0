import type { TransitionEdge, TransitionGraph } from '../process.ts';
import type { CallbackEvent } from './events.ts';
import { KNOWN, type Status } from './state.ts';

const edge = (
  from: Status,
  event: CallbackEvent['type'],
  to: Status,
  why?: string,
): TransitionEdge => ({ from, event, to, ...(why === undefined ? {} : { why }) });

/** Every change of status there is, and the event that makes it. */
export const transitions: TransitionGraph = {
  process: 'callback',
  states: ['none', ...KNOWN],
  edges: [
    edge('none', 'NotDrawn', 'not_drawn', 'kept so that the sample can be counted'),
    edge('none', 'NobodyToAsk', 'unasked', 'every unit of the rulebook had a hand in the matter'),
    edge('none', 'Drawn', 'waiting'),
    edge('none', 'RecheckPlanned', 'waiting'),
    edge('waiting', 'AskingBegan', 'asking', 'the day that the lot chose'),
    edge('asking', 'Answered', 'answered'),
    edge('asking', 'Found', 'answered', 'the last round, or it has come back'),
    edge('asking', 'Found', 'waiting', 'it has held so far'),
    edge('asking', 'WindowClosed', 'unanswered'),
    edge('asking', 'WindowClosed', 'answered', 'a round before it had found something'),
    edge('asking', 'WindowClosed', 'waiting', 'the next round of a re-check'),
    edge('waiting', 'Overtaken', 'overtaken', 'the case was reopened for another reason'),
    edge('asking', 'Overtaken', 'overtaken'),
  ],
};

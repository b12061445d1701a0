import type { TransitionEdge, TransitionGraph } from '../process.ts';
import type { RetentionEvent } from './events.ts';
import { KEEPING, KNOWN, type Status } from './state.ts';

const edge = (
  from: Status,
  event: RetentionEvent['type'],
  to: Status,
  why?: string,
): TransitionEdge => ({ from, event, to, ...(why === undefined ? {} : { why }) });

/** Every change of a retention's status there is, and the event that makes it. */
export const transitions: TransitionGraph = {
  process: 'retention',
  states: ['none', ...KNOWN],
  edges: [
    edge('none', 'RetentionBegun', 'kept'),
    edge('stopped', 'RetentionBegun', 'kept', 'it ended again: the time begins anew'),
    ...KEEPING.map((from) => edge(from, 'RetentionStopped', 'stopped', 'the matter goes on')),
    edge('kept', 'RetentionLapsed', 'lapsed', 'a hold stands, or an archive is to take it over'),
    edge('kept', 'RetentionLapsed', 'due'),
    edge('lapsed', 'Transferred', 'due'),
    edge('lapsed', 'HoldEnded', 'due'),
    edge('due', 'HoldPlaced', 'lapsed', 'before the erasure was ordered'),
    edge('due', 'ErasureOrdered', 'erasing', 'nobody waits for a text; from here on it binds'),
    edge('erasing', 'Erased', 'erased', 'said once the keys are gone'),
  ],
};

import type { TransitionEdge, TransitionGraph } from '../process.ts';
import type { CaseEvent } from './events.ts';
import { KNOWN, OPEN, type Status } from './state.ts';

type Edge = TransitionEdge & {
  readonly from: Status;
  readonly event: CaseEvent['type'];
  readonly to: Status;
};

const edge = (from: Status, event: CaseEvent['type'], to: Status, why?: string): Edge => ({
  from,
  event,
  to,
  ...(why === undefined ? {} : { why }),
});

const LEDGER = 'only read in: a ledger keeps no steps between';

/** Every change of status there is, and the event that makes it. */
export const transitions: TransitionGraph = {
  process: 'case',
  states: ['none', ...KNOWN],
  edges: [
    edge('none', 'Registered', 'received'),

    edge('received', 'Triaged', 'triaged'),
    edge('received', 'AnsweredAtOnce', 'answered'),
    edge('triaged', 'AnsweredAtOnce', 'answered'),
    edge('received', 'Redirected', 'redirected'),
    edge('triaged', 'Redirected', 'redirected'),

    edge('triaged', 'Dispatched', 'assigned'),
    edge('assigned', 'SignedFor', 'handling', 'only now does responsibility move'),
    edge('assigned', 'Objected', 'objected', 'the first receiver goes on acting'),
    edge('objected', 'ObjectionDecided', 'triaged', 'upheld: a return'),
    edge('objected', 'ObjectionDecided', 'assigned', 'refused: the order binds'),
    edge('triaged', 'AllocationRuled', 'assigned', 'binds and cannot be returned'),
    edge('objected', 'AllocationRuled', 'assigned'),

    edge('handling', 'Replied', 'replied'),
    edge('replied', 'SentBack', 'handling', 'the person says no, or was never contacted'),
    edge('replied', 'Closed', 'closed'),
    edge('assigned', 'Replied', 'replied', LEDGER),
    edge('assigned', 'Closed', 'closed', LEDGER),
    edge('received', 'Closed', 'closed', LEDGER),
    edge('triaged', 'Closed', 'closed', LEDGER),

    edge('closed', 'Reopened', 'triaged', 'and dispatched to the same lead in the same breath'),
    edge('closed', 'Reopened', 'received', 'it had never been triaged'),
    edge('answered', 'Reopened', 'received'),
    edge('answered', 'Reopened', 'triaged'),
    edge('redirected', 'Reopened', 'received'),
    edge('redirected', 'Reopened', 'triaged'),

    ...(['assigned', 'objected', 'handling', 'replied'] as const).map((from) =>
      edge(from, 'Redirected', 'redirected', 'the system that gave the order took it back'),
    ),

    ...OPEN.map((from) => edge(from, 'Withdrawn', 'closed', 'the person alone')),

    ...(['received', 'triaged', 'assigned', 'handling'] as const).flatMap((status) => [
      edge(status, 'Merged', 'merged'),
      edge('merged', 'Unmerged', status, 'as if the merge had not been'),
    ]),
  ],
};

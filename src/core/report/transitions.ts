import type { TransitionGraph } from '../process.ts';

export const transitions: TransitionGraph = {
  process: 'report',
  states: ['none', 'received', 'looked-at', 'handed-over', 'concluded'],
  edges: [
    { from: 'none', event: 'ReportReceived', to: 'received' },
    {
      from: 'received',
      event: 'ReportTakenIn',
      to: 'looked-at',
      why: 'read by an officer who has no interest in it',
    },
    { from: 'looked-at', event: 'ReportHandedOver', to: 'handed-over' },
    {
      from: 'looked-at',
      event: 'ReportConcluded',
      to: 'concluded',
      why: 'with an answer from the list',
    },
  ],
};

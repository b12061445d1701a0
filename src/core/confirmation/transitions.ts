import type { TransitionGraph } from '../process.ts';

export const transitions: TransitionGraph = {
  process: 'confirmation',
  states: ['none', 'awaiting', 'confirmed', 'contested', 'noted'],
  edges: [
    { from: 'none', event: 'ConfirmationAwaited', to: 'awaiting' },
    { from: 'awaiting', event: 'EntryConfirmed', to: 'confirmed' },
    {
      from: 'awaiting',
      event: 'EntryContested',
      to: 'contested',
      why: 'the act stands; a supervisor is told',
    },
    { from: 'contested', event: 'ContestNoted', to: 'noted' },
  ],
};

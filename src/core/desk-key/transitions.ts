import type { TransitionGraph } from '../process.ts';

export const transitions: TransitionGraph = {
  process: 'desk-key',
  states: ['none', 'offered', 'in-force', 'retired'],
  edges: [
    { from: 'none', event: 'KeyOffered', to: 'offered' },
    {
      from: 'offered',
      event: 'KeyAgreed',
      to: 'in-force',
      why: 'a second person compared the fingerprint',
    },
    { from: 'offered', event: 'KeyRetired', to: 'retired', why: 'it was never compared' },
    {
      from: 'in-force',
      event: 'KeyRetired',
      to: 'retired',
      why: 'what was encrypted to it stays under its private half',
    },
  ],
};

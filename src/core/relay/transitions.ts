import type { TransitionGraph } from '../process.ts';
import { STATUSES } from './state.ts';

export const transitions: TransitionGraph = {
  process: 'relay',
  states: STATUSES,
  edges: [
    { from: 'none', event: 'CallAsked', to: 'asked' },
    { from: 'quiet', event: 'CallAsked', to: 'asked', why: 'as often a day as is allowed' },
    { from: 'asked', event: 'CallAsked', to: 'asked', why: 'nobody told of one of an earlier day' },
    {
      from: 'placed',
      event: 'CallAsked',
      to: 'asked',
      why: 'nobody told of one of an earlier day',
    },
    { from: 'asked', event: 'CallPlaced', to: 'placed' },
    { from: 'asked', event: 'CallRefused', to: 'quiet', why: 'nobody’s telephone rang' },
    {
      from: 'asked',
      event: 'CallTold',
      to: 'quiet',
      why: 'the exchange never said whether it rang',
    },
    { from: 'placed', event: 'CallTold', to: 'quiet' },
  ],
};

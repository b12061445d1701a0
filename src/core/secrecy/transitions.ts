import type { TransitionGraph } from '../process.ts';
import { STATUSES } from './state.ts';

export const transitions: TransitionGraph = {
  process: 'secrecy',
  states: STATUSES,
  edges: [
    { from: 'none', event: 'HoldAsked', to: 'asked' },
    { from: 'open', event: 'HoldAsked', to: 'asked', why: 'as often as the rulebook allows' },
    { from: 'asked', event: 'HoldAgreed', to: 'held', why: 'by a second officer' },
    { from: 'asked', event: 'HoldTurnedDown', to: 'open' },
    { from: 'held', event: 'HoldLifted', to: 'open' },
    { from: 'held', event: 'HoldExpired', to: 'open', why: 'by itself, at the instant it named' },
  ],
};

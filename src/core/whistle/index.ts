import type { Process } from '../process.ts';
import type { WhistleCommand } from './commands.ts';
import { decide } from './decide.ts';
import { VOCABULARY, type WhistleEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';
import { REFUSALS } from './refusals.ts';
import type { WhistleState } from './state.ts';
import { transitions } from './transitions.ts';

/** 吹哨报到: a unit without the power calls those who have it, and they come. */
export const whistleProcess: Process<WhistleState, WhistleCommand, WhistleEvent> = {
  name: 'whistle',
  stateVersion: 2,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  upcasters: [
    // At first only the proposal kept what the issuer was shown.
    { type: 'CalledOut', from: 1, step: (data) => ({ ...(data as object), shown: null }) },
    // Nor was anybody asked why a unit that was stood down is called once more.
    { type: 'CalledOut', from: 2, step: (data) => ({ ...(data as object), again: null }) },
  ],
  transitions,
  refusals: REFUSALS,
  // It is about one case, and units are called to it only while that case stands as it was seen.
  involves: ({ type, data }) => (type === 'propose' || type === 'call' ? [data.case] : []),
  decide,
  evolve,
  project,
  together: () => [],
  after,
};

export type { WhistleCommand } from './commands.ts';
export type { WhistleEvent } from './events.ts';
export type { WhistleState } from './state.ts';

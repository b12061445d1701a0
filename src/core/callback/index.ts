import type { Process } from '../process.ts';
import type { CallbackCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type CallbackEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';
import { REFUSALS } from './refusals.ts';
import type { CallbackState } from './state.ts';
import { transitions } from './transitions.ts';

/** 回访: after closing, somebody who had no hand in it asks a sample of persons how it went. */
export const callbackProcess: Process<CallbackState, CallbackCommand, CallbackEvent> = {
  name: 'callback',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  // Who had a hand in the matter is read off the case as it was closed.
  involves: ({ type, data }) => (type === 'draw' || type === 'plan' ? [data.case] : []),
  decide,
  evolve,
  project,
  together: () => [],
  after,
};

export type { CallbackCommand } from './commands.ts';
export type { CallbackEvent } from './events.ts';
export type { CallbackState } from './state.ts';

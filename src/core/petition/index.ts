import type { Process } from '../process.ts';
import type { PetitionCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type PetitionEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';
import { REFUSALS } from './refusals.ts';
import type { PetitionState } from './state.ts';
import { transitions } from './transitions.ts';

/** 信访事项: beside the official petition system, whose number it carries and whose limits it keeps. */
export const petitionProcess: Process<PetitionState, PetitionCommand, PetitionEvent> = {
  name: 'petition',
  stateVersion: 2,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  // It is made for one request, which must exist; afterwards it goes its own way.
  involves: ({ type, data }) => (type === 'register' ? [data.case] : []),
  decide,
  evolve,
  project,
  together: () => [],
  after,
};

export type { PetitionCommand } from './commands.ts';
export type { PetitionEvent } from './events.ts';
export type { PetitionState } from './state.ts';

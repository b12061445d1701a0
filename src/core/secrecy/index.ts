import type { StreamId } from '../primitives.ts';
import type { Process } from '../process.ts';
import type { SecrecyCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type SecrecyEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { REFUSALS } from './refusals.ts';
import type { SecrecyState } from './state.ts';
import { transitions } from './transitions.ts';

/** One stream for each case: whoever shows its looks finds its holds without asking what there is. */
export const secrecyOf = (about: StreamId): StreamId => `secrecy-${about}`;

/** 暂缓告知: two officers let the looks of one unit be told to the person later, and not never. */
export const secrecyProcess: Process<SecrecyState, SecrecyCommand, SecrecyEvent> = {
  name: 'secrecy',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  involves: ({ type, data }) => (type === 'ask' ? [data.case] : []),
  decide,
  evolve,
  project,
  together: () => [],
  after: () => [],
};

export type { SecrecyCommand } from './commands.ts';
export type { SecrecyEvent } from './events.ts';
export type { SecrecyState } from './state.ts';

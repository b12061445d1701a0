import type { Process } from '../process.ts';
import type { SupportCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type SupportEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { REFUSALS } from './refusals.ts';
import type { SupportState } from './state.ts';
import { transitions } from './transitions.ts';

/** 帮扶措施: one measure, offered to one person, under their consent. */
export const supportProcess: Process<SupportState, SupportCommand, SupportEvent> = {
  name: 'support',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  involves: ({ type, data }) =>
    type === 'offer' ? [data.case, ...(data.sponsorship === null ? [] : [data.sponsorship])] : [],
  decide,
  evolve,
  project,
  // Nothing anywhere else is told of it: whatever the person answers changes nothing there
  // (invariant 32).
  together: () => [],
  after: () => [],
};

export type { SupportCommand } from './commands.ts';
export type { SupportEvent } from './events.ts';
export type { SupportState } from './state.ts';

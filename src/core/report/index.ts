import type { Process } from '../process.ts';
import type { ReportCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type ReportEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { REFUSALS } from './refusals.ts';
import type { ReportState } from './state.ts';
import { transitions } from './transitions.ts';

/** 检举控告: a report against an official, which nobody but the desk's officers can read. */
export const reportProcess: Process<ReportState, ReportCommand, ReportEvent> = {
  name: 'report',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  // It is encrypted to keys that must still be in force when it is written.
  involves: ({ type, data }) => (type === 'receive' || type === 'add-words' ? data.keys : []),
  decide,
  evolve,
  project,
  together: () => [],
  after: () => [],
};

export type { ReportState } from './state.ts';

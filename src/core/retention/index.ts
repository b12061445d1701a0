import type { Process } from '../process.ts';
import type { RetentionCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type RetentionEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { after, RETENTION } from './reactions.ts';
import { REFUSALS } from './refusals.ts';
import type { RetentionState } from './state.ts';
import { transitions } from './transitions.ts';

/** 保存与销毁: how long what a person said is kept once the matter has ended, and that it then goes. */
export const retentionProcess: Process<RetentionState, RetentionCommand, RetentionEvent> = {
  name: RETENTION,
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  // Only what has ended is kept, and only what is still over is erased.
  involves({ type, data }) {
    if (type === 'begin') return data.into === null ? [data.case] : [data.case, data.into];
    return type === 'erase' ? [data.case] : [];
  },
  decide,
  evolve,
  project,
  together: () => [],
  after,
};

export type { RetentionCommand } from './commands.ts';
export type { RetentionEvent } from './events.ts';
export type { RetentionState } from './state.ts';

import type { Process } from '../process.ts';
import { CONFIRMATION } from './awaited.ts';
import type { ConfirmationCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { ConfirmationEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { refusals } from './refusals.ts';
import type { ConfirmationState } from './state.ts';
import { transitions } from './transitions.ts';

/** 确认: what was entered in a post's name is put before that post. */
export const confirmation: Process<ConfirmationState, ConfirmationCommand, ConfirmationEvent> = {
  name: CONFIRMATION,
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: {
    ConfirmationAwaited: 1,
    EntryConfirmed: 1,
    EntryContested: 1,
    ContestNoted: 1,
    TextsErased: 1,
  },
  transitions,
  refusals,
  involves: () => [],
  decide,
  evolve,
  project,
  together: () => [],
  after: () => [],
};

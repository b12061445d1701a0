import type { Process } from '../process.ts';
import type { DeskKeyCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type DeskKeyEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { REFUSALS } from './refusals.ts';
import type { DeskKeyState } from './state.ts';
import { transitions } from './transitions.ts';

/** 专管密钥: the public key of one officer of the sealed desk, and the two people behind it. */
export const deskKeyProcess: Process<DeskKeyState, DeskKeyCommand, DeskKeyEvent> = {
  name: 'desk-key',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  involves: () => [],
  decide,
  evolve,
  project,
  together: () => [],
  after: () => [],
};

export type { DeskKeyState } from './state.ts';

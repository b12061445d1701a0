import type { StreamId } from '../primitives.ts';
import type { Process } from '../process.ts';
import type { RelayCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type RelayEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { REFUSALS } from './refusals.ts';
import type { RelayState } from './state.ts';
import { transitions } from './transitions.ts';

/**
 * One stream for what is called about: calls for a callback are kept apart from those for its case,
 * whose handlers must not learn that it was drawn.
 */
export const relayOf = (about: StreamId): StreamId => `relay-${about}`;

/**
 * 转接通话: whoever may reach the person calls them through the institution's own exchange, and sees
 * no number. It holds nothing personal, stands in no list and owes no clock.
 */
export const relayProcess: Process<RelayState, RelayCommand, RelayEvent> = {
  name: 'relay',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  involves: ({ type, data }) =>
    type === 'ask' ? [data.case, ...(data.callback === null ? [] : [data.callback])] : [],
  decide,
  evolve,
  project: () => ({ list: null, clocks: [], acts: [] }),
  together: () => [],
  after: () => [],
};

export type { RelayCommand } from './commands.ts';
export type { RelayState } from './state.ts';

import type { Process } from '../process.ts';
import type { SponsorshipCommand } from './commands.ts';
import { decide } from './decide.ts';
import { type SponsorshipEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';
import { REFUSALS } from './refusals.ts';
import type { SponsorshipState } from './state.ts';
import { transitions } from './transitions.ts';

/** 领导包案: a matter whose routine path is blocked is taken on by a leader, to an end date. */
export const sponsorshipProcess: Process<SponsorshipState, SponsorshipCommand, SponsorshipEvent> = {
  name: 'sponsorship',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: VOCABULARY,
  transitions,
  refusals: REFUSALS,
  // It is nominated from one case, which must show the block as it stands.
  involves: ({ type, data }) => (type === 'nominate' ? [data.case] : []),
  decide,
  evolve,
  project,
  together: () => [],
  after,
};

export type { SponsorshipCommand } from './commands.ts';
export type { SponsorshipEvent } from './events.ts';
export type { SponsorshipState } from './state.ts';

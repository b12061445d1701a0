import { CLOCK_VOCABULARY } from '../clock/events.ts';
import { LADDER_VOCABULARY } from '../clock/ladder.ts';
import type { Process } from '../process.ts';
import type { WhistleCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { WhistleEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';
import { REFUSALS } from './refusals.ts';
import type { WhistleState } from './state.ts';
import { transitions } from './transitions.ts';

/** 吹哨报到: a unit without the power calls those who have it, and they come. */
export const whistleProcess: Process<WhistleState, WhistleCommand, WhistleEvent> = {
  name: 'whistle',
  stateVersion: 1,
  initial: { status: 'none' },
  vocabulary: {
    ...CLOCK_VOCABULARY,
    ...LADDER_VOCABULARY,
    WhistleProposed: 1,
    WhistleDeclined: 1,
    WhistleTakenBack: 1,
    WhistleIssued: 1,
    Filed: 1,
    CalledOut: 1,
    CallOutSigned: 1,
    CallOutObjected: 1,
    CallOutRuled: 1,
    ReportedIn: 1,
    CallOutMissed: 1,
    StoodDown: 1,
    CallOutSettled: 1,
    Released: 1,
    Planned: 1,
    StepFinished: 1,
    StepDropped: 1,
    Supervised: 1,
    Concluded: 1,
    Rated: 1,
    RatingsOpened: 1,
    CaseFollowed: 1,
  },
  transitions,
  refusals: REFUSALS,
  // It is about one case, and may be begun only while that case stands as it was seen.
  involves: (command) => (command.type === 'propose' ? [command.data.case] : []),
  decide,
  evolve,
  project,
  together: () => [],
  after,
};

export type { WhistleCommand } from './commands.ts';
export type { WhistleEvent } from './events.ts';
export type { WhistleState } from './state.ts';

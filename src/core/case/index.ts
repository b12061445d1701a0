import { CLOCK_VOCABULARY } from '../clock/events.ts';
import { LADDER_VOCABULARY } from '../clock/ladder.ts';
import type { Process } from '../process.ts';
import type { CaseCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { after, together } from './reactions.ts';
import { REFUSALS } from './refusals.ts';
import type { CaseState } from './state.ts';
import { transitions } from './transitions.ts';

/** The main job: from what a person said to an answer they have heard. */
export const caseProcess: Process<CaseState, CaseCommand, CaseEvent> = {
  name: 'case',
  stateVersion: 5,
  initial: { status: 'none' },
  vocabulary: {
    ...CLOCK_VOCABULARY,
    ...LADDER_VOCABULARY,
    Registered: 1,
    Triaged: 1,
    EmergencyShown: 1,
    EmergencyHandedOver: 1,
    AnsweredAtOnce: 1,
    Redirected: 1,
    Merged: 1,
    RequestJoined: 1,
    Unmerged: 1,
    RequestLeft: 1,
    Dispatched: 1,
    SignedFor: 1,
    Objected: 1,
    ObjectionDecided: 1,
    InterimOwnerFixed: 1,
    AllocationRuled: 1,
    AssignedWithin: 1,
    Contacted: 1,
    ExtensionAsked: 1,
    ExtensionDecided: 1,
    ExtensionTold: 1,
    Reminded: 1,
    Supervised: 1,
    ReplyDrafted: 1,
    ReplyAgreed: 1,
    ReplySentBack: 1,
    Replied: 1,
    Verified: 1,
    SentBack: 1,
    Closed: 1,
    ClosingDenied: 1,
    Reopened: 1,
    Withdrawn: 1,
    Disagreed: 1,
    WordsAdded: 1,
    Summarised: 1,
    MessageSent: 1,
    MergedPersonTold: 1,
    ExternalUpdated: 1,
    WhistleNoted: 3,
    WhistleLeft: 1,
    PetitionNoted: 1,
    SponsorshipNoted: 1,
    SponsorshipLeft: 1,
    UpstreamAsked: 1,
    UpstreamTold: 1,
    TextsErased: 1,
  },
  upcasters: [
    // What was noted at first told of nobody who was let go.
    {
      type: 'WhistleNoted',
      from: 1,
      step: (data) => ({ ...(data as object), letGo: null }),
    },
    // Nor of what was ruled: that was known in the whistle alone.
    {
      type: 'WhistleNoted',
      from: 2,
      step: (data) => ({ ...(data as object), notTheirs: [] }),
    },
  ],
  transitions,
  refusals: REFUSALS,
  involves,
  decide,
  evolve,
  project,
  together,
  after,
};

/** The other half of a merge. */
function involves(command: CaseCommand): readonly string[] {
  switch (command.type) {
    case 'merge':
      return [command.data.into];
    case 'unmerge':
    case 'join-request':
      return [command.data.from];
    case 'leave-request':
      return [command.data.left];
    default:
      return [];
  }
}

export type { CaseCommand } from './commands.ts';
export type { CaseEvent } from './events.ts';
export type { CaseState } from './state.ts';

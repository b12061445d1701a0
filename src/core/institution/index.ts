import type { Process } from '../process.ts';
import type { InstitutionCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { InstitutionEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { project } from './project.ts';
import { refusals } from './refusals.ts';
import { type InstitutionState, initial } from './state.ts';
import { transitions } from './transitions.ts';
import { upcasters } from './upcasters.ts';

/** The one stream per tenant that holds the institution. */
export const INSTITUTION_STREAM = 'institution';

export const institution: Process<InstitutionState, InstitutionCommand, InstitutionEvent> = {
  name: 'institution',
  stateVersion: 2,
  initial,
  vocabulary: {
    RulebookProposed: 1,
    ProposalTakenBack: 1,
    ProposalTurnedDown: 1,
    ProposalOvertaken: 1,
    RulebookAdopted: 2,
    StaffChanged: 1,
    CalendarPublished: 1,
    PowerDelegated: 1,
    DelegationEnded: 1,
    StandInNamed: 1,
    StandInEnded: 1,
    RecusalDeclared: 1,
    RecusalEnded: 1,
  },
  upcasters,
  transitions,
  refusals,
  involves: () => [],
  decide,
  evolve,
  project,
  together: () => [],
  // A published calendar moves clocks in streams only a query can find: the worker asks for them.
  after: () => [],
};

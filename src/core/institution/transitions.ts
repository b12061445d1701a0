import type { TransitionGraph } from '../process.ts';

const inForce = [
  'RulebookProposed',
  'ProposalTakenBack',
  'ProposalTurnedDown',
  'ProposalOvertaken',
  'RulebookAdopted',
  'StaffChanged',
  'CalendarPublished',
  'PowerDelegated',
  'DelegationEnded',
  'StandInNamed',
  'StandInEnded',
  'RecusalDeclared',
  'RecusalEnded',
];

export const transitions: TransitionGraph = {
  process: 'institution',
  states: ['founding', 'lawful'],
  edges: [
    {
      from: 'founding',
      event: 'CalendarPublished',
      to: 'founding',
      why: 'A rulebook counts time, so its calendar comes first.',
    },
    { from: 'founding', event: 'RulebookAdopted', to: 'lawful' },
    ...inForce.map((event) => ({ from: 'lawful', event, to: 'lawful' })),
  ],
};

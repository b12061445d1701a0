import type { TransitionEdge, TransitionGraph } from '../process.ts';
import type { PetitionEvent } from './events.ts';
import { KNOWN, type Status } from './state.ts';

const edge = (
  from: Status,
  event: PetitionEvent['type'],
  to: Status,
  why?: string,
): TransitionEdge => ({ from, event, to, ...(why === undefined ? {} : { why }) });

/** Every change of a petition's status there is, and the event that makes it. */
export const transitions: TransitionGraph = {
  process: 'petition',
  states: ['none', ...KNOWN],
  edges: [
    edge('none', 'PetitionRegistered', 'registered'),
    edge('registered', 'HandedOver', 'handed-over', 'its kind has a statutory way of its own'),
    edge('registered', 'Routed', 'routed'),
    edge('registered', 'Routed', 'shared', 'several bodies have a part in it'),
    edge('registered', 'PetitionNotAccepted', 'not-accepted'),
    edge('shared', 'BodySettled', 'routed', 'agreed among them, or designated'),
    edge('routed', 'TransferObjected', 'objected'),
    edge('objected', 'TransferDecided', 'registered', 'agreed: the office routes it again'),
    edge('objected', 'TransferDecided', 'routed', 'not agreed, or not in time: it binds'),
    edge('routed', 'PetitionAccepted', 'working'),
    edge('routed', 'PetitionNotAccepted', 'not-accepted'),
    edge('working', 'OpinionGiven', 'opined', 'of the handling, the review or the re-review'),
    edge('opined', 'LetterDelivered', 'told', 'the window for the next review opens'),
    edge('told', 'ReviewAsked', 'working', 'review, then re-review, by the unit above'),
    edge('told', 'PetitionConcluded', 'concluded', 'the window closed, or nothing is left to ask'),
    edge('concluded', 'ReviewAsked', 'working', 'asked in time, entered after the window'),
    edge('not-accepted', 'NewFactsFound', 'registered', 'another account looked'),
    edge('concluded', 'NewFactsFound', 'registered', 'another account looked'),
    ...(['registered', 'shared', 'routed', 'objected', 'working', 'opined'] as const).map((from) =>
      edge(from, 'PetitionConcluded', 'concluded', 'withdrawn by the person'),
    ),
  ],
};

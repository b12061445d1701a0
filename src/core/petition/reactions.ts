import type { Reaction, StreamId } from '../process.ts';
import type { PetitionEvent } from './events.ts';
import { isLive, type PetitionState, partsOf } from './state.ts';

/**
 * The case knows of its petition: who reads it for that, and that the person has it, hang on this. A
 * report that was handed over unread tells nobody anything.
 */
export function after(
  event: PetitionEvent,
  state: PetitionState,
  stream: StreamId,
): readonly Reaction[] {
  if (state.status === 'none' || state.way === 'sealed' || !TOLD.includes(event.type)) return [];
  const live = isLive(state);
  return [
    {
      process: 'case',
      stream: state.case,
      command: {
        type: 'note-petition',
        data: {
          petition: stream,
          status: state.status,
          stage: 'stage' in state ? state.stage : null,
          units: live ? partsOf(state) : [],
          live,
        },
      },
    },
  ];
}

/** What changes where it is, or who has a part in it. */
const TOLD: readonly PetitionEvent['type'][] = [
  'PetitionRegistered',
  'HandedOver',
  'Routed',
  'BodySettled',
  'TransferDecided',
  'PetitionAccepted',
  'PetitionNotAccepted',
  'OpinionGiven',
  'ReviewAsked',
  'NewFactsFound',
  'PetitionConcluded',
];

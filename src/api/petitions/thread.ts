import type { ThreadEntry } from '../../contract/cases.ts';
import type { PetitionEvent } from '../../core/petition/events.ts';
import { petitionProcess } from '../../core/petition/index.ts';
import { narrate } from '../../core/petition/narrate.ts';
import type { PetitionState } from '../../core/petition/state.ts';
import type { Citation } from '../../core/rulebook/citation.ts';
import type { Confirmations } from '../cases/confirmed.ts';
import { entryOf, isMachines } from '../cases/thread.ts';
import type { PetitionReading } from './reading.ts';

/** Told beside the thread, where each clock stands as it is now. */
const BESIDE: ReadonlySet<PetitionEvent['type']> = new Set([
  'ClockStarted',
  'ClockMet',
  'ClockEnded',
  'PetitionWithdrawn',
]);

/** The petition as sentences, in the order of the log. */
export function threadOf(
  { events, names }: PetitionReading,
  confirmations: Confirmations,
): ThreadEntry[] {
  let state: PetitionState = petitionProcess.initial;
  return events.flatMap((event) => {
    state = petitionProcess.evolve(state, event);
    if (BESIDE.has(event.type)) return [];
    const byTime = event.type === 'ClockBreached' || isTimes(event);
    const entry = entryOf(event, names, confirmations);
    return [
      {
        ...entry,
        by: byTime ? SYSTEM : entry.by,
        late: !byTime && !isMachines(event) && entry.late,
        sentence: narrate(event, names, state),
        imported: false,
        automatic: byTime || isMachines(event),
        words: null,
        citation: citationIn(event),
      },
    ];
  });
}

/** What follows from time alone is a machine's, whoever's act it was found by. */
const isTimes = (event: PetitionEvent): boolean =>
  (event.type === 'PetitionConcluded' && event.data.ending === 'window') ||
  (event.type === 'TransferDecided' && event.data.reason === null);

const citationIn = (event: PetitionEvent): Citation | null => {
  switch (event.type) {
    case 'HandedOver':
    case 'PetitionNotAccepted':
    case 'ReviewRefused':
    case 'NoNewFacts':
      return event.data.citation;
    default:
      return null;
  }
};

const SYSTEM = { zh: '系统', en: 'The system' };

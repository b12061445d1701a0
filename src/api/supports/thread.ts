import type { ThreadEntry } from '../../contract/cases.ts';
import type { SupportEvent } from '../../core/support/events.ts';
import { narrate } from '../../core/support/narrate.ts';
import type { Confirmations } from '../cases/confirmed.ts';
import { entryOf, isMachines } from '../cases/thread.ts';
import type { SupportReading } from './reading.ts';

/** Told beside the thread, where a clock stands as it is now. */
const BESIDE: ReadonlySet<SupportEvent['type']> = new Set([
  'ClockStarted',
  'ClockMet',
  'ClockEnded',
  'LadderLeft',
]);

/** What follows from time alone is a machine's, whoever's act it was found by. */
const BY_TIME: ReadonlySet<SupportEvent['type']> = new Set([
  'ClockBreached',
  'LadderClimbed',
  'Lapsed',
  'ReceiptUnanswered',
]);

const SYSTEM = { zh: '系统', en: 'The system' };

/** The support as sentences, in the order of the log. */
export const threadOf = (
  { events, names }: SupportReading,
  confirmations: Confirmations,
): ThreadEntry[] =>
  events
    .filter(({ type }) => !BESIDE.has(type))
    .map((event) => {
      const byTime = BY_TIME.has(event.type);
      const entry = entryOf(event, names, confirmations);
      return {
        ...entry,
        by: byTime ? SYSTEM : entry.by,
        late: !byTime && !isMachines(event) && entry.late,
        sentence: narrate(event, names),
        imported: false,
        automatic: byTime || isMachines(event),
        words: null,
        citation: event.type === 'LadderClimbed' ? event.data.citation : null,
      };
    });

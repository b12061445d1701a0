import type { ThreadEntry } from '../../contract/cases.ts';
import type { SponsorshipEvent } from '../../core/sponsorship/events.ts';
import { narrate } from '../../core/sponsorship/narrate.ts';
import type { Confirmations } from '../cases/confirmed.ts';
import { entryOf, isMachines } from '../cases/thread.ts';
import type { SponsorshipReading } from './reading.ts';

/** Told beside the thread, where a promise or a clock stands as it is now. */
const BESIDE: ReadonlySet<SponsorshipEvent['type']> = new Set([
  'ClockStarted',
  'ClockMet',
  'ClockEnded',
  'LadderLeft',
]);

/** What follows from time alone is a machine's, whoever's act it was found by. */
const isTimes = (event: SponsorshipEvent): boolean =>
  event.type === 'ClockBreached' ||
  event.type === 'LadderClimbed' ||
  (event.type === 'NominationPassed' && event.data.reason === null) ||
  (event.type === 'FollowUpEnded' && event.data.why === 'expired');

/** The sponsorship as sentences, in the order of the log. */
export const threadOf = (
  { events, names }: SponsorshipReading,
  confirmations: Confirmations,
): ThreadEntry[] =>
  events
    .filter(({ type }) => !BESIDE.has(type))
    .map((event) => {
      const byTime = isTimes(event);
      const entry = entryOf(event, names, confirmations);
      return {
        ...entry,
        by: byTime ? SYSTEM : entry.by,
        late: !byTime && !isMachines(event) && entry.late,
        sentence: narrate(event, names),
        imported: false,
        automatic: byTime || isMachines(event),
        words: null,
        citation:
          event.type === 'LadderClimbed' || event.type === 'PowerDelegated'
            ? event.data.citation
            : null,
      };
    });

const SYSTEM = { zh: '系统', en: 'The system' };

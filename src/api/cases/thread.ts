import type { ThreadEntry } from '../../contract/cases.ts';
import { relationWords } from '../../contract/words.ts';
import type { CaseEvent } from '../../core/case/index.ts';
import type { Names } from '../../core/case/narrate/names.ts';
import { narrate } from '../../core/case/narrate/narrate.ts';
import { spokenIn } from '../../core/case/spoken.ts';
import type { Actor, Instant, OnBehalfOf, Recorded } from '../../core/process.ts';
import type { Text } from '../../core/text.ts';
import { iso } from '../route.ts';
import type { Confirmations } from './confirmed.ts';
import type { Reading } from './reading.ts';

/** A clock's own running is told beside the thread, where its present state is. */
const BESIDE: ReadonlySet<CaseEvent['type']> = new Set([
  'ClockStarted',
  'ClockMet',
  'ClockHandedOn',
  'ClockEnded',
  'LadderLeft',
]);

const citationIn = (event: CaseEvent) => {
  switch (event.type) {
    case 'Triaged':
    case 'Dispatched':
    case 'AllocationRuled':
      return event.data.because.citation;
    case 'Redirected':
    case 'InterimOwnerFixed':
    case 'Replied':
      return event.data.citation;
    default:
      return null;
  }
};

const SYSTEM = { zh: '系统', en: 'The system' };

/** What follows from time alone is a machine's, whoever's act it was found by. */
const BY_TIME: ReadonlySet<CaseEvent['type']> = new Set(['ClockBreached', 'LadderClimbed']);

/** The case as sentences, in the order of the log. `texts` holds what this reader may read. */
export function threadOf(
  { events, names, state }: Reading,
  texts: ReadonlyMap<string, string>,
  confirmations: Confirmations,
): ThreadEntry[] {
  return events
    .filter(({ type }) => !BESIDE.has(type))
    .map((event) => ({
      ...entryOf(event, names, confirmations),
      ...(BY_TIME.has(event.type) ? byTime(event, state.receivedAt) : {}),
      sentence: narrate(event, names),
      imported: state.imported !== null && event.actedBy.kind === 'machine',
      automatic:
        BY_TIME.has(event.type) ||
        isMachines(event) ||
        (event.type === 'Triaged' && event.data.automatic),
      words: texts.get(spokenIn(event)?.ref ?? '') ?? null,
      citation: citationIn(event),
    }));
}

/** Who, when, and for whom, confirmed or not: the same for an event of any process. */
export const entryOf = (event: Recorded, names: Names, confirmations: Confirmations) => ({
  version: event.version,
  type: event.type,
  by: actorName(event.actedBy, names),
  onBehalfOf: event.onBehalfOf === undefined ? null : behalf(event.onBehalfOf, names),
  confirmation: confirmations.get(event.version) ?? null,
  occurredAt: iso(event.occurredAt),
  recordedAt: iso(event.recordedAt),
  late: isLate(event),
});

/** What an order from above had missed before it came here stands where it was learnt. */
const byTime = ({ occurredAt, recordedAt }: Recorded, since: Instant) => ({
  by: SYSTEM,
  late: false,
  ...(occurredAt < since ? { occurredAt: iso(recordedAt) } : {}),
});

/** A breach is dated at its due instant by the rules themselves; that is no late entry. */
const isLate = (event: Recorded): boolean =>
  event.occurredAt < event.recordedAt && event.type !== 'ClockBreached';

export const isMachines = ({ actedBy }: Recorded): boolean =>
  actedBy.kind === 'machine' && actedBy.name !== 'import';

export function actorName(actor: Actor, names: Names): Text {
  switch (actor.kind) {
    case 'staff':
      return names.post(actor.post);
    case 'person':
      return { zh: '本人', en: 'The person' };
    case 'machine':
      return actor.name === 'import' ? { zh: '台账导入', en: 'Imported ledger' } : SYSTEM;
  }
}

const behalf = (whom: OnBehalfOf, names: Names): Text =>
  whom.kind === 'post' ? names.post(whom.post) : relationWords[whom.relation];

import type { RetentionRow, RetentionView } from '../../contract/retention.ts';
import { retentionActWords } from '../../contract/retention-words.ts';
import { liveOf } from '../../core/clock/clock.ts';
import { leftWords } from '../../core/clock/tone.ts';
import type { Sealed } from '../../core/process.ts';
import { whyNot } from '../../core/retention/decide.ts';
import { retentionProcess } from '../../core/retention/index.ts';
import { narrate } from '../../core/retention/narrate.ts';
import { lawFor } from '../../core/retention/scene.ts';
import { type Known, liveHolds, openWishes } from '../../core/retention/state.ts';
import { dueAt } from '../../core/time/due.ts';
import { openTexts } from '../../engine/open.ts';
import type { Look } from '../../engine/ports.ts';
import type { Setting } from '../cases/reading.ts';
import { clockView } from '../cases/rows.ts';
import { entryOf, isMachines } from '../cases/thread.ts';
import { choiceOf, factsFor, owedTo } from '../choice.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso, isoOrNull } from '../route.ts';
import type { RetentionReading } from './reading.ts';

/** A row of the desk: nothing personal. */
export function retentionRow(
  state: Known,
  version: number,
  { names, law, now }: Setting,
): RetentionRow {
  const keep = liveOf(state.clocks, 'keep');
  return {
    id: state.case,
    version,
    status: state.status,
    className: state.class.name,
    archive: state.class.archive,
    transferred: state.transfer !== null,
    categoryName: state.category === null ? null : names.category(state.category),
    placeName: names.unit(state.place),
    ended: iso(state.ended),
    until: isoOrNull(keep?.dueAt ?? null),
    left: keep === undefined ? null : leftWords(now, keep.dueAt, law.calendar),
    holds: liveHolds(state).length,
    wish: openWishes(state).length > 0,
    erasedAt: state.status === 'erased' ? iso(state.erasedAt) : null,
  };
}

/** One retention: who may read it may read what the person wished, and that look is logged. */
export async function retentionView(
  parts: ApiParts,
  reader: Reader,
  reading: RetentionReading,
): Promise<RetentionView> {
  const { state, events, row, names } = reading;
  const texts = await wishesRead(parts, reader, reading);
  const said = (sealed: Sealed | null) => texts.get(sealed?.ref ?? '') ?? null;
  return {
    ...retentionRow(state, row.version, reading),
    classCitation: state.class.citation,
    receipt: state.transfer?.receipt ?? null,
    packageTaken: isoOrNull(state.package?.at ?? null),
    holdsList: state.holds.map(({ n, reason, until, agreedBy, overdue, end }) => ({
      n,
      reason,
      until: iso(until),
      agreed: agreedBy !== null,
      overdue,
      end,
    })),
    wishes: state.wishes.map(({ n, at, words, answer }) => ({
      n,
      at: iso(at),
      words: said(words),
      answered: answer !== null,
      answer: said(answer),
    })),
    clocks: state.clocks.map((clock) => clockView(clock, reading)),
    thread: events
      .filter(({ type }) => !BESIDE.has(type))
      .map((event) => ({
        ...entryOf(event, names, new Map()),
        sentence: narrate(event, names),
        imported: false,
        automatic: isMachines(event),
        words: null,
        citation: null,
      })),
    acts: choices(reader, reading),
    holdLatest: isoOrNull(latestHold(reading)),
  };
}

/** Told beside the thread, where each clock stands as it is now. */
const BESIDE: ReadonlySet<string> = new Set(['ClockStarted', 'ClockMet', 'ClockEnded']);

/** Whose it is to answer reads what was wished; nobody else does. */
async function wishesRead(
  parts: ApiParts,
  reader: Reader,
  { state, row, now }: RetentionReading,
): Promise<ReadonlyMap<string, string>> {
  const { unit, role } = reader.post;
  if (role !== 'archivist' || unit !== state.unit) return new Map();
  const sealed = state.wishes.flatMap(({ words, answer }) =>
    [words, answer].filter((one) => one !== null),
  );
  const looks = sealed.map(
    ({ ref }): Look => ({
      stream: row.stream,
      ref,
      field: 'wish',
      actor: { kind: 'staff', account: reader.account, post: reader.post },
      purpose: ANSWERING,
      at: now,
    }),
  );
  return openTexts(parts, reader.tenant, row.stream, sealed, looks);
}

const ANSWERING = '答复销毁请求 / answering the wish to be erased';

const ACTS = [
  'place-hold',
  'agree-hold',
  'decline-hold',
  'lift-hold',
  'take-package',
  'record-transfer',
  'answer-erasure',
] as const;

/** Acts that make sense now; what the reader may not do says why. */
function choices(reader: Reader, reading: RetentionReading) {
  const { state, row } = reading;
  const facts = factsFor(reader, reading, row.stream);
  const owed = owedTo(reader, reading, retentionProcess.project(state, row.stream).acts);
  const holds = liveHolds(state);
  const sensible = {
    'agree-hold': holds.some(({ agreedBy }) => agreedBy === null),
    'decline-hold': holds.some(({ agreedBy }) => agreedBy === null),
    'lift-hold': holds.length > 0,
    'take-package': state.class.archive && state.transfer === null,
    'record-transfer': state.class.archive && state.package !== null && state.transfer === null,
    'answer-erasure': openWishes(state).length > 0,
    'place-hold': state.status !== 'erased' && state.status !== 'erasing',
  };
  return ACTS.filter((act) => sensible[act]).map((act) => {
    const choice = { act, name: retentionActWords[act], owed: owed.includes(`retention.${act}`) };
    return choiceOf(choice, whyNot(act, state, facts), reading);
  });
}

function latestHold({ institution, state, now }: RetentionReading): number | null {
  const law = lawFor(institution, state, now);
  if (law === null) return null;
  const { calendar, retention } = law;
  return dueAt({ start: now, duration: retention.hold.max, calendar, suspensions: [] }).due;
}

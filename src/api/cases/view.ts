import type { CaseView } from '../../contract/cases.ts';
import { handoverDue } from '../../core/case/acts.ts';
import { seesIdentity } from '../../core/case/reach.ts';
import { isOffice, spokenIn } from '../../core/case/spoken.ts';
import { orderOf } from '../../core/case/state.ts';
import { leftWords } from '../../core/clock/tone.ts';
import type { Sealed } from '../../core/process.ts';
import { SEATS } from '../../core/sponsorship/words.ts';
import { durationWords, formatDuration } from '../../core/time/duration.ts';
import { openTexts } from '../../engine/open.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso, isoOrNull } from '../route.ts';
import { postView } from '../session/presenter.ts';
import { choicesOf } from './choices.ts';
import { confirmationsOf } from './confirmed.ts';
import { assignmentOf, draftOf, signersFor } from './inside.ts';
import { looksOnce, type PersonalText } from './looks.ts';
import { readsOwnWords, readsWords, some } from './policy.ts';
import type { Reading } from './reading.ts';
import { caseRow, clockView } from './rows.ts';
import { threadOf } from './thread.ts';

type Texts = ReadonlyMap<string, string>;

/** The whole page of a case, as far as this reader may read it. */
export async function caseView(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
): Promise<CaseView> {
  const { row, state, events, names, institution, now } = reading;
  const readsAll = some(reader, institution, now, (post, by) => readsWords(post, state, by));
  const texts: Texts = readsAll ? await openAll(parts, reader, reading) : new Map();
  const read = (sealed: Sealed | null): string | null =>
    sealed === null ? null : (texts.get(sealed.ref) ?? null);
  const order = orderOf(state);
  return {
    ...caseRow(row, reading),
    kind: state.kind,
    intake: state.intake,
    confidential: state.confidential,
    words: read(state.words),
    erased:
      state.erased === null ? null : { at: iso(state.erased.at), className: state.erased.name },
    wordsAdded: events.flatMap((event) => {
      const words = event.type === 'WordsAdded' ? read(event.data.words) : null;
      return words === null ? [] : [{ at: iso(event.occurredAt), words }];
    }),
    summary: read(state.summary),
    placeDetail: read(state.place.detail),
    hasContact: state.contact !== null,
    seesContact: some(
      reader,
      institution,
      now,
      (post, by) => seesIdentity(post, state, by) !== null,
    ),
    receivedBy: state.receivedBy,
    receivedByName: names.unit(state.receivedBy),
    because: becauseOf(reading),
    urgency: state.triage?.urgency ?? null,
    level: state.triage?.level ?? null,
    assisting: (order?.assisting ?? []).map((unit) => ({ unit, name: names.unit(unit) })),
    clocks: state.clocks.map((clock) => clockView(clock, reading)),
    external: state.external.map((reference) => ({
      ...reference,
      dueAt: isoOrNull(reference.dueAt),
    })),
    emergency: emergencyOf(reading),
    extension: extensionOf(reading),
    objection: objectionOf(reading),
    replies: state.replies.map(({ number, unit, at, reply, outcome }) => ({
      number,
      unitName: names.unit(unit),
      at: iso(at),
      text: read(reply),
      outcome,
    })),
    joined: [...state.joined],
    whistles: state.whistles.map(({ whistle, issuer, units, stage }) => ({
      whistle,
      issuerName: names.unit(issuer),
      units: units.map((unit) => names.unit(unit)),
      stage,
    })),
    sponsorships: state.sponsorships.map(({ sponsorship, stage, endsAt, ...seats }) => ({
      sponsorship,
      stage,
      seats: SEATS.map((seat) => {
        const held = seats[seat];
        return { seat, post: held === null ? null : postView(institution, held.post, now) };
      }),
      endsAt: isoOrNull(endsAt),
    })),
    mergedInto: state.status === 'merged' ? state.into : null,
    assignment: assignmentOf(reader, reading),
    signers: signersFor(reader, reading),
    draft: await draftOf(parts, reader, reading),
    thread: threadOf(reading, texts, await confirmationsOf(parts, reader, reading)),
    acts: choicesOf(reader, reading),
  };
}

/** Every text the page shows; the person's own are logged as looked at. */
async function openAll(parts: ApiParts, reader: Reader, reading: Reading): Promise<Texts> {
  const { row, state, events, institution, now } = reading;
  const own = some(reader, institution, now, (post, by) => readsOwnWords(post, state, by));
  const personal = own ? personalTexts(reading) : [];
  const spoken = events.flatMap((event) => (isOffice(event) ? (spokenIn(event) ?? []) : []));
  const looks = await looksOnce(parts, reader, reading, personal);
  const texts = [...personal.map(({ sealed }) => sealed), ...spoken];
  return openTexts(parts, reader.tenant, row.stream, texts, looks);
}

/** What the person said, at first and since, and where. */
function personalTexts({ state, events }: Reading): readonly PersonalText[] {
  const { words, place } = state;
  const since = events.flatMap((event) => (isOffice(event) ? [] : (spokenIn(event) ?? [])));
  return [
    ...[words, ...since].map((sealed) => ({ sealed, field: 'words' })),
    ...(place.detail === null ? [] : [{ sealed: place.detail, field: 'place' }]),
  ];
}

/** Why the unit that has it has it: the order's reason, or before one the triage's. */
const becauseOf = ({ state }: Reading): CaseView['because'] => {
  const because = orderOf(state)?.because ?? state.triage?.because ?? null;
  return because === null ? null : { sentence: because.sentence, citation: because.citation };
};

function emergencyOf({ state, names, law, now }: Reading): CaseView['emergency'] {
  if (state.emergency === null) return null;
  const { channel, telephone, confirmed } = state.emergency;
  const due = handoverDue(state);
  return {
    channel: names.channel(channel),
    telephone,
    confirmed,
    due: due === null ? null : { at: iso(due), left: leftWords(now, due, law.calendar) },
  };
}

function extensionOf({ state, events }: Reading): CaseView['extension'] {
  const asked = events.findLast((event) => event.type === 'ExtensionAsked');
  if (asked === undefined) return null;
  const { number, clock, by, reason } = asked.data;
  const decided = events.find(
    (event) => event.type === 'ExtensionDecided' && event.data.number === number,
  );
  const decision = decided?.type === 'ExtensionDecided' ? decided.data : null;
  return {
    number,
    clock,
    by: formatDuration(by),
    byText: { zh: durationWords(by, 'zh'), en: durationWords(by, 'en') },
    reason,
    granted: decision?.granted ?? null,
    newDueAt: isoOrNull(decision?.newDueAt ?? null),
    pending: state.extension?.number === number,
  };
}

function objectionOf({ state, events, names }: Reading): CaseView['objection'] {
  if (state.status !== 'objected') return null;
  const { number, unit, basis } = state.objection;
  const said = events.findLast((event) => event.type === 'Objected');
  return {
    number,
    unit,
    unitName: names.unit(unit),
    basis: names.objectionBasis(basis),
    reason: said?.data.reason ?? '',
  };
}

import { rulebookAt } from '../authority/institution.ts';
import { claims } from '../callback/asker.ts';
import { isDrawn } from '../callback/state.ts';
import { callbackOf, recheckOf } from '../callback/streams.ts';
import { isOpen, type WhistleNote } from '../case/state.ts';
import type { StreamId, UnitId } from '../process.ts';
import { isLive } from '../whistle/state.ts';
import type { Callback, Read, Replayed, Whistle } from './invariant.ts';

/** What only whistles and cases together show: kept small, so that any number can be looked at. */
export type Meeting =
  | {
      readonly process: 'case';
      readonly open: boolean;
      readonly merged: boolean;
      /** Whistles it holds to be live: how far they are, and whom they call. */
      readonly live: ReadonlyMap<StreamId, Pick<WhistleNote, 'stage' | 'units'>>;
      /** Streams whose denial of a closing it has on record. */
      readonly denials: readonly StreamId[];
      /** Where it holds its petitions to be. */
      readonly petitions: ReadonlyMap<StreamId, string>;
    }
  | {
      readonly process: 'callback';
      readonly case: StreamId;
      /** What was said of the closing denies it. */
      readonly denies: boolean;
    }
  /** Null for one that its case is not told of. */
  | { readonly process: 'petition'; readonly case: StreamId; readonly noted: string | null }
  | {
      readonly process: 'whistle';
      readonly case: StreamId;
      readonly live: string | null;
      /** Places it holds in what units can answer at one time; the limit it was taken under. */
      readonly places: readonly { readonly unit: UnitId; readonly limit: number | null }[];
    };

export function meetingOf(one: Replayed): Meeting | null {
  if (one.process === 'whistle') {
    const { known } = one;
    const live = isLive(known) ? known.status : null;
    return { process: 'whistle', case: known.case, live, places: placesOf(one) };
  }
  if (one.process === 'callback') {
    return { process: 'callback', case: one.known.case, denies: denies(one) };
  }
  if (one.process === 'petition') {
    const { way, status } = one.known;
    // On the way from one desk to the other nothing changes that the case would be told of.
    const noted = way === 'sealed' || UNTOLD.includes(status) ? null : status;
    return { process: 'petition', case: one.known.case, noted };
  }
  if (one.process !== 'case') return null;
  const noted = one.known.whistles.filter((note) => note.live);
  return {
    process: 'case',
    open: isOpen(one.known),
    merged: one.known.status === 'merged',
    live: new Map(noted.map((note) => [note.whistle, note])),
    denials: one.known.denials.map(({ closing, by }) =>
      by === 'callback' ? callbackOf(one.stream, closing) : recheckOf(one.stream, closing),
    ),
    petitions: new Map(one.known.petitions.map(({ petition, status }) => [petition, status])),
  };
}

const UNTOLD: readonly string[] = ['objected', 'told'];

/** Said once, though a later word was another: what was reopened stays so. */
const denies = ({ known }: Callback): boolean =>
  isDrawn(known) &&
  ((claims(known) && known.answers.some(({ replies }) => replies.solved === 'no')) ||
    known.looks.some(({ finding }) => finding === 'recurred'));

/** From the proposal on; what an emergency or an override took is not bounded. */
function placesOf({ known, institution, steps }: Whistle) {
  const [first] = steps;
  const bounded = known.kind !== 'EMERGENCY';
  const taken = (unit: UnitId, at: number | undefined, override: string | null) => {
    const capacity = at === undefined ? undefined : rulebookAt(institution, at)?.whistle?.capacity;
    const limit = capacity?.units[unit] ?? capacity?.usual ?? null;
    return { unit, limit: bounded && override === null ? limit : null };
  };
  if (known.status === 'proposed') {
    return known.calls.map(({ unit }) => taken(unit, first?.event.occurredAt, known.override));
  }
  const issued = new Set(known.calls.map(({ unit }) => unit));
  return known.callOuts.flatMap(({ unit, n, status, override }) => {
    if (status === 'released') return [];
    const called = steps.find(
      ({ event }) => event.type === 'CalledOut' && event.data.callOut === n,
    )?.event;
    const at = issued.has(unit) && n <= issued.size ? first?.event.occurredAt : called?.occurredAt;
    return [taken(unit, at, override)];
  });
}

const sameUnits = (some: readonly UnitId[], others: readonly UnitId[]): boolean =>
  some.length === others.length && some.every((unit) => others.includes(unit));

/** Cases whose closing was denied: what was said is brought to them. */
export const deniedIn = (meetings: ReadonlyMap<StreamId, Meeting>): readonly StreamId[] =>
  [...meetings.values()].flatMap((one) =>
    one.process === 'callback' && one.denies ? [one.case] : [],
  );

/** What the person said reaches the case: 66. */
function checkDenial(
  stream: StreamId,
  { case: about, denies }: Extract<Meeting, { readonly process: 'callback' }>,
  meetings: ReadonlyMap<StreamId, Meeting>,
  read: Read,
): void {
  const its = meetings.get(about);
  if (its?.process !== 'case') return;
  read(
    its.denials.includes(stream) === denies,
    () => `${about} has ${denies ? 'no' : 'a'} denial by it`,
  );
}

/**
 * Once nothing waits: a live whistle is about an open case that knows of it and of whom it calls
 * (26), nothing is held to be live that is not (23), and no unit is called more often than it can
 * answer (28).
 */
export function checkMeetings(
  meetings: ReadonlyMap<StreamId, Meeting>,
  erased: ReadonlySet<StreamId>,
  read: (number: 23 | 26 | 28 | 62 | 66, stream: StreamId) => Read,
): void {
  const held = new Map<UnitId, (number | null)[]>();
  for (const [stream, meeting] of meetings) {
    if (meeting.process === 'callback') {
      // Words cannot be brought to a case whose key is gone.
      if (!erased.has(meeting.case)) checkDenial(stream, meeting, meetings, read(66, stream));
      continue;
    }
    if (meeting.process === 'case') {
      for (const denial of meeting.denials) {
        const its = meetings.get(denial);
        const said = its?.process === 'callback' ? its.denies : its === undefined;
        read(66, stream)(said, () => `${denial} denied nothing`);
      }
      for (const [whistle, { stage }] of meeting.live) {
        const its = meetings.get(whistle);
        const same = its?.process !== 'whistle' || (its.case === stream && its.live === stage);
        read(23, stream)(same, () => `holds ${whistle} to be ${stage}`);
      }
      continue;
    }
    if (meeting.process === 'petition') {
      const about = meetings.get(meeting.case);
      if (about?.process !== 'case' || meeting.noted === null) continue;
      const held = about.petitions.get(stream);
      read(62, stream)(
        held === meeting.noted,
        () => `${meeting.case} holds it to be ${held}, and it is ${meeting.noted}`,
      );
      continue;
    }
    for (const { unit, limit } of meeting.places) {
      held.set(unit, [...(held.get(unit) ?? []), limit]);
    }
    if (meeting.live === null) continue;
    const about = meetings.get(meeting.case);
    if (about?.process !== 'case') continue;
    const noted = about.live.get(stream);
    read(26, stream)(
      noted?.stage === meeting.live,
      () => `${meeting.case} does not know that it is ${meeting.live}`,
    );
    const called = meeting.places.map(({ unit }) => unit);
    read(26, stream)(
      noted === undefined || sameUnits(noted.units, called),
      () => `${meeting.case} holds it to call ${noted?.units}, and it calls ${called}`,
    );
    read(23, stream)(about.open, () => `still calls for ${meeting.case}, which is over`);
  }
  for (const [unit, limits] of held) {
    const bounded = limits.filter((limit) => limit !== null);
    const most = Math.max(0, ...bounded);
    read(28, unit)(bounded.length <= most, () => `${unit} is called ${bounded.length} times`);
  }
}

import { rulebookAt } from '../authority/institution.ts';
import { isOpen, type WhistleNote } from '../case/state.ts';
import type { StreamId, UnitId } from '../process.ts';
import { isLive } from '../whistle/state.ts';
import type { Case, Read, Whistle } from './invariant.ts';

/** What only whistles and cases together show: kept small, so that any number can be looked at. */
export type Meeting =
  | {
      readonly process: 'case';
      readonly open: boolean;
      readonly merged: boolean;
      /** Whistles it holds to be live: how far they are, and whom they call. */
      readonly live: ReadonlyMap<StreamId, Pick<WhistleNote, 'stage' | 'units'>>;
    }
  | {
      readonly process: 'whistle';
      readonly case: StreamId;
      readonly live: string | null;
      /** Places it holds in what units can answer at one time; the limit it was taken under. */
      readonly places: readonly { readonly unit: UnitId; readonly limit: number | null }[];
    };

export function meetingOf(one: Case | Whistle): Meeting {
  if (one.process === 'whistle') {
    const { known } = one;
    const live = isLive(known) ? known.status : null;
    return { process: 'whistle', case: known.case, live, places: placesOf(one) };
  }
  const noted = one.known.whistles.filter((note) => note.live);
  return {
    process: 'case',
    open: isOpen(one.known),
    merged: one.known.status === 'merged',
    live: new Map(noted.map((note) => [note.whistle, note])),
  };
}

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

/**
 * Once nothing waits: a live whistle is about an open case that knows of it and of whom it calls
 * (26), nothing is held to be live that is not (23), and no unit is called more often than it can
 * answer (28).
 */
export function checkMeetings(
  meetings: ReadonlyMap<StreamId, Meeting>,
  read: (number: 23 | 26 | 28, stream: StreamId) => Read,
): void {
  const held = new Map<UnitId, (number | null)[]>();
  for (const [stream, meeting] of meetings) {
    if (meeting.process === 'case') {
      for (const [whistle, { stage }] of meeting.live) {
        const its = meetings.get(whistle);
        const same = its?.process !== 'whistle' || (its.case === stream && its.live === stage);
        read(23, stream)(same, () => `holds ${whistle} to be ${stage}`);
      }
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

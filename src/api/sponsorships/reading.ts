import type { SponsorshipAct } from '../../contract/sponsorships.ts';
import type { Recorded, StreamId } from '../../core/process.ts';
import type { SponsorshipLaw } from '../../core/rulebook/sponsorship.ts';
import type { SponsorshipEvent } from '../../core/sponsorship/events.ts';
import { sponsorshipProcess } from '../../core/sponsorship/index.ts';
import { lawFor } from '../../core/sponsorship/scene.ts';
import type { Known, SponsorshipState } from '../../core/sponsorship/state.ts';
import type { EventRow, ListEntry } from '../../engine/ports.ts';
import { statesOf } from '../../engine/states.ts';
import { type AnyProcess, readEvent } from '../../engine/upcast.ts';
import { mayKnow } from '../cases/policy.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { barredFrom } from '../recusal.ts';

const process = sponsorshipProcess as unknown as AnyProcess;

/** One sponsorship as the log tells it, and the law it goes by. */
export interface SponsorshipReading extends Setting {
  readonly row: ListEntry;
  readonly events: readonly Recorded<SponsorshipEvent>[];
  readonly state: Known;
  readonly sponsorshipLaw: SponsorshipLaw;
}

/** The sponsorship, when the reader may know of it; else the same 404 as for one that is not there. */
export async function readSponsorship(
  parts: ApiParts,
  reader: Reader,
  id: string,
): Promise<SponsorshipReading> {
  const setting = await settingOf(parts, reader);
  const { institution, law, now } = setting;
  const row = await parts.queries.entry(reader.tenant, id);
  if (row === null || row.process !== process.name) throw notFound();
  if (!mayKnow(reader, row, institution, law.rulebook, now)) throw notFound();
  if ((await barredFrom(parts, reader, setting, [id])).size > 0) throw notFound();
  const events = await eventsOf(parts, reader, id);
  const state = events.reduce<SponsorshipState>(
    sponsorshipProcess.evolve,
    sponsorshipProcess.initial,
  );
  const lawful = lawFor(institution, state, now);
  if (state.status === 'none' || lawful === null) throw notFound();
  return { ...setting, row, events, state, sponsorshipLaw: lawful.sponsorship };
}

/** A sponsorship's own log. */
export const eventsOf = async (
  { store }: Pick<ApiParts, 'store'>,
  { tenant }: Reader,
  id: StreamId,
): Promise<readonly Recorded<SponsorshipEvent>[]> => (await store.events(tenant, id)).map(eventOf);

const eventOf = (row: EventRow): Recorded<SponsorshipEvent> =>
  readEvent(process, row) as Recorded<SponsorshipEvent>;

/**
 * Who has an interest in the case behind it acts on its sponsorship no more than on the case; one
 * that is not there is refused as such.
 */
export async function barredBehind(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
  act: SponsorshipAct,
): Promise<void> {
  const row = await parts.queries.entry(reader.tenant, id);
  if (row === null) return;
  const present = await parts.present(reader.tenant);
  if ((await barredFrom(parts, reader, present, [id])).size > 0) {
    throw new Refused('sponsorship.recused', { command: act });
  }
}

export interface Found {
  readonly state: Known;
  readonly version: number;
}

/** Sponsorships as they stand, with their versions; one that is not there is left out. */
export async function sponsorshipsOf(
  parts: Pick<ApiParts, 'store'>,
  reader: Reader,
  ids: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, Found>> {
  const all = await statesOf<SponsorshipState>(parts.store, process, reader.tenant, ids);
  return new Map(
    [...all].flatMap(([id, { state, version }]) =>
      state.status === 'none' ? [] : [[id, { state, version }] as const],
    ),
  );
}

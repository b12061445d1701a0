import type { WhistleAct } from '../../contract/whistles.ts';
import type { Recorded, StreamId } from '../../core/process.ts';
import type { WhistleLaw } from '../../core/rulebook/rulebook.ts';
import type { WhistleEvent } from '../../core/whistle/events.ts';
import { whistleProcess } from '../../core/whistle/index.ts';
import { lawFor } from '../../core/whistle/scene.ts';
import type { Known, WhistleState } from '../../core/whistle/state.ts';
import type { EventRow, ListEntry } from '../../engine/ports.ts';
import { statesOf } from '../../engine/states.ts';
import { type AnyProcess, readEvent } from '../../engine/upcast.ts';
import { mayKnow } from '../cases/policy.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { barredFrom } from '../recusal.ts';

const process = whistleProcess as unknown as AnyProcess;

/** One whistle as the log tells it, and the law it goes by. */
export interface WhistleReading extends Setting {
  readonly row: ListEntry;
  readonly events: readonly Recorded<WhistleEvent>[];
  readonly state: Known;
  readonly whistleLaw: WhistleLaw;
}

/** The whistle, when the reader may know of it; else the same 404 as for one that does not exist. */
export async function readWhistle(
  parts: ApiParts,
  reader: Reader,
  id: string,
): Promise<WhistleReading> {
  const setting = await settingOf(parts, reader);
  const { institution, law, now } = setting;
  const row = await parts.queries.entry(reader.tenant, id);
  if (row === null || row.process !== process.name) throw notFound();
  if (!mayKnow(reader, row, institution, law.rulebook, now)) throw notFound();
  if ((await barredFrom(parts, reader, setting, [id])).size > 0) throw notFound();
  const rows = await parts.store.events(reader.tenant, id);
  const events = rows.map(eventOf);
  const state = events.reduce<WhistleState>(whistleProcess.evolve, whistleProcess.initial);
  const lawful = lawFor(institution, state, now);
  if (state.status === 'none' || lawful === null) throw notFound();
  return { ...setting, row, events, state, whistleLaw: lawful.whistle };
}

export const eventOf = (row: EventRow): Recorded<WhistleEvent> =>
  readEvent(process, row) as Recorded<WhistleEvent>;

/**
 * The case that a whistle is about; empty where there is no such whistle, which is refused as such.
 * Who has an interest in that case acts on its whistles no more than on itself.
 */
export async function caseBehind(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
  act: WhistleAct,
): Promise<StreamId> {
  const row = await parts.queries.entry(reader.tenant, id);
  if (row === null || row.about === null) return '';
  const present = await parts.present(reader.tenant);
  if ((await barredFrom(parts, reader, present, [id])).size > 0) {
    throw new Refused('whistle.recused', { command: act });
  }
  return row.about;
}

/** Whistles as they stand, with their versions; one that is not there is left out. */
export async function whistlesOf(
  parts: ApiParts,
  reader: Reader,
  ids: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, { readonly state: Known; readonly version: number }>> {
  const all = await statesOf<WhistleState>(parts.store, process, reader.tenant, ids);
  return new Map(
    [...all].flatMap(([id, { state, version }]) =>
      state.status === 'none' ? [] : [[id, { state, version }] as const],
    ),
  );
}

/** The list row of a state, as the store keeps it: what the policy is asked about. */
export function entryOf(id: StreamId, state: Known, version: number): ListEntry {
  const { list } = whistleProcess.project(state, id);
  if (list === null) throw new Error(`whistle ${id} has no list row`);
  return { ...list, stream: id, process: process.name, version };
}

import { caseProcess } from '../../core/case/index.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { Recorded, StreamId } from '../../core/process.ts';
import type { SupportEvent } from '../../core/support/events.ts';
import { supportProcess } from '../../core/support/index.ts';
import type { Known, SupportState } from '../../core/support/state.ts';
import type { ListEntry } from '../../engine/ports.ts';
import { statesOf } from '../../engine/states.ts';
import { type AnyProcess, readEvent } from '../../engine/upcast.ts';
import { mayBeConcerned } from '../cases/policy.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { type Sight, sightOf } from './policy.ts';

const process = supportProcess as unknown as AnyProcess;

/** One support as the log tells it, and how much of it the reader sees. */
export interface SupportReading extends Setting {
  readonly row: ListEntry;
  readonly events: readonly Recorded<SupportEvent>[];
  readonly state: Known;
  readonly sight: NonNullable<Sight>;
}

/** The support, when the reader may know of it; else the same 404 as for one that does not exist. */
export async function readSupport(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
): Promise<SupportReading> {
  const setting = await settingOf(parts, reader);
  const row = await parts.queries.entry(reader.tenant, id);
  if (row === null || row.process !== process.name || row.about === null) throw notFound();
  const about = await parts.queries.entry(reader.tenant, row.about);
  const { institution, law, now } = setting;
  const seen = sightOf(reader, row, about, institution, law.rulebook, now);
  if (seen === null) throw notFound();
  const sight = seen === 'words' && (await isKeptFrom(parts, reader, row)) ? 'line' : seen;
  const rows = await parts.store.events(reader.tenant, id);
  const events = rows.map((event) => readEvent(process, event) as Recorded<SupportEvent>);
  const state = events.reduce<SupportState>(supportProcess.evolve, supportProcess.initial);
  if (state.status === 'none') throw notFound();
  return { ...setting, row, events, state, sight };
}

/**
 * Of a confidential request a unit that may be the one complained of reads what is written of a support
 * where it offers or gives it, and not because it handles the matter.
 */
async function isKeptFrom(
  { store }: ApiParts,
  { tenant, post }: Reader,
  { about, holder, receivedBy }: ListEntry,
): Promise<boolean> {
  if (about === null || holder === post.unit || receivedBy === post.unit) return false;
  const its = caseProcess as unknown as AnyProcess;
  const state = (await statesOf<CaseState>(store, its, tenant, [about])).get(about)?.state;
  if (state === undefined || state.status === 'none') return true;
  return state.confidential && mayBeConcerned(post, state);
}

export interface Held {
  readonly row: ListEntry;
  readonly state: Known;
}

/** Those of the rows that the reader may know of, as they stand. */
export async function supportsAmong(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  rows: readonly ListEntry[],
): Promise<readonly Held[]> {
  const { institution, law, now } = setting;
  const states = await statesOf<SupportState>(
    parts.store,
    process,
    reader.tenant,
    rows.map(({ stream }) => stream),
  );
  const held: Held[] = [];
  for (const row of rows) {
    const state = states.get(row.stream)?.state;
    if (state === undefined || state.status === 'none') continue;
    const about = await parts.queries.entry(reader.tenant, state.case);
    if (sightOf(reader, row, about, institution, law.rulebook, now) === null) continue;
    held.push({ row, state });
  }
  return held;
}

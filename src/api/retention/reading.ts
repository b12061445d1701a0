import type { Recorded, StreamId } from '../../core/process.ts';
import type { RetentionEvent } from '../../core/retention/events.ts';
import { retentionProcess } from '../../core/retention/index.ts';
import { retentionOf } from '../../core/retention/reactions.ts';
import type { Known, RetentionState } from '../../core/retention/state.ts';
import type { ListEntry } from '../../engine/ports.ts';
import { type Standing, statesOf } from '../../engine/states.ts';
import { type AnyProcess, readEvent } from '../../engine/upcast.ts';
import { mayKnow } from '../cases/policy.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { barredFrom } from '../recusal.ts';

const PROCESS = retentionProcess as unknown as AnyProcess;

/** What is kept of one case, as the log tells it. */
export interface RetentionReading extends Setting {
  readonly about: StreamId;
  readonly row: ListEntry;
  readonly events: readonly Recorded<RetentionEvent>[];
  readonly state: Known;
}

/** By the case's id; the same 404 for what is not there and for what the reader may not know of. */
export async function readRetention(
  parts: ApiParts,
  reader: Reader,
  about: StreamId,
): Promise<RetentionReading> {
  const setting = await settingOf(parts, reader);
  const stream = retentionOf(about);
  const row = await parts.queries.entry(reader.tenant, stream);
  if (
    row === null ||
    !mayKnow(reader, row, setting.institution, setting.law.rulebook, setting.now)
  ) {
    throw notFound();
  }
  if ((await barredFrom(parts, reader, setting, [stream])).size > 0) throw notFound();
  const rows = await parts.store.events(reader.tenant, stream);
  const events = rows.map((event) => readEvent(PROCESS, event) as Recorded<RetentionEvent>);
  const state = events.reduce<RetentionState>(retentionProcess.evolve, retentionProcess.initial);
  if (state.status === 'none') throw notFound();
  return { ...setting, about, row, events, state };
}

/** Several at once, by stream. */
export async function retentionsOf(
  { store }: ApiParts,
  { tenant }: Reader,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, Standing<Known>>> {
  return statesOf<Known>(store, PROCESS, tenant, streams);
}

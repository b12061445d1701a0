import { callbackProcess } from '../../core/callback/index.ts';
import type { CallbackState, Known } from '../../core/callback/state.ts';
import { caseProcess } from '../../core/case/index.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { StreamId } from '../../core/process.ts';
import { statesOf } from '../../engine/states.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { type Seen, seenBy } from './policy.ts';

const process = callbackProcess as unknown as AnyProcess;

/** One callback as it stands, and how the reader knows of it. */
export interface CallbackReading extends Setting {
  readonly id: StreamId;
  readonly state: Known;
  readonly version: number;
  readonly seen: Seen;
}

export async function callbacksOf(
  { store }: Pick<ApiParts, 'store'>,
  { tenant }: Pick<Reader, 'tenant'>,
  ids: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, { readonly state: Known; readonly version: number }>> {
  const all = await statesOf<CallbackState>(store, process, tenant, ids);
  return new Map(
    [...all].flatMap(([id, { state, version }]) =>
      state.status === 'none' ? [] : [[id, { state, version }] as const],
    ),
  );
}

/** The callback, when the reader may know of it; else the same 404 as for one that does not exist. */
export async function readCallback(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
): Promise<CallbackReading> {
  const setting = await settingOf(parts, reader);
  const found = (await callbacksOf(parts, reader, [id])).get(id);
  if (found === undefined) throw notFound();
  const seen = seenBy(reader, found.state, setting.institution, setting.now);
  if (seen === null) throw notFound();
  return { ...setting, id, ...found, seen };
}

/** The case it is about, for what the agent has to know of it. */
export async function caseOf(
  { store }: ApiParts,
  { tenant }: Reader,
  { state }: CallbackReading,
): Promise<Exclude<CaseState, { status: 'none' }> | null> {
  const its = caseProcess as unknown as AnyProcess;
  const states = await statesOf<CaseState>(store, its, tenant, [state.case]);
  const found = states.get(state.case)?.state;
  return found === undefined || found.status === 'none' ? null : found;
}

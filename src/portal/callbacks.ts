import { whyNot } from '../core/callback/decide.ts';
import { callbackProcess } from '../core/callback/index.ts';
import { answerOf, type CallbackState, isDrawn, type Known } from '../core/callback/state.ts';
import { callbackOf, recheckOf } from '../core/callback/streams.ts';
import type { Facts, StreamId } from '../core/process.ts';
import { openTexts } from '../engine/open.ts';
import { statesOf } from '../engine/states.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import type { PortalParts } from './parts.ts';

/** One callback or re-check, as the person may answer it. */
export interface AskedNow {
  readonly stream: StreamId;
  readonly version: number;
  /** How often a call reached nobody, where no more are made. */
  readonly missed: number | null;
  /** A call wrote something down; the person's own word would stand above it. */
  readonly answered: boolean;
}

/** 施压 as the person reported it, and what was done. */
export interface PressureTold {
  readonly at: number;
  readonly text: string | null;
  readonly done: { readonly at: number; readonly text: string | null } | null;
}

/** What the person is asked after their matter was closed, and may tell. */
export interface Asked {
  readonly callback: AskedNow | null;
  readonly recheck: AskedNow | null;
  /** Where pressure is reported to; null where nobody is called back. */
  readonly pressure: { readonly stream: StreamId; readonly version: number } | null;
  readonly told: readonly PressureTold[];
  readonly streams: readonly StreamId[];
}

const process = callbackProcess as unknown as AnyProcess;

export async function askedOf(
  parts: PortalParts,
  stream: StreamId,
  closings: number,
  facts: Facts,
): Promise<Asked> {
  const all = Array.from({ length: closings }, (_, n) => n + 1);
  const ids = all.flatMap((n) => [callbackOf(stream, n), recheckOf(stream, n)]);
  const states = await statesOf<CallbackState>(parts.store, process, parts.tenant, ids);
  const known = [...states].flatMap(([id, { state, version }]) =>
    state.status === 'none' ? [] : [{ id, state, version }],
  );
  const may = (type: 'answer' | 'find'): AskedNow | null => {
    const found = known.findLast(({ id, state }) =>
      mayBeAnswered(type, state, { ...facts, stream: id }),
    );
    if (found === undefined) return null;
    const { id, state, version } = found;
    const missed = isDrawn(state) && state.calledOut ? state.attempts : null;
    return { stream: id, version, missed, answered: answerOf(state) !== null };
  };
  const last = known.findLast(({ state }) => state.kind === 'callback');
  const told = await Promise.all(known.map(({ id, state }) => reportsOf(parts, id, state)));
  return {
    callback: may('answer'),
    recheck: may('find'),
    pressure: last === undefined ? null : { stream: last.id, version: last.version },
    told: told.flat(),
    streams: known.map(({ id }) => id),
  };
}

const ASKS = { answer: 'callback', find: 'recheck' } as const;

/** Whether the person is asked it now, and has not said it yet. */
export const mayBeAnswered = (
  type: 'answer' | 'find',
  state: CallbackState,
  facts: Facts,
): boolean =>
  state.status !== 'none' &&
  state.kind === ASKS[type] &&
  isOpen(state) &&
  whyNot({ type, data: {} }, state, facts) === null;

/** The person has not answered themselves, and the time to is not over. */
const isOpen = (state: Known): boolean =>
  isDrawn(state) &&
  answerOf(state)?.by !== 'person' &&
  state.clocks.some(({ kind, status }) => kind === 'window' && status === 'running');

/** Their own words and what they were told, opened for themselves: no look is recorded. */
async function reportsOf(
  parts: PortalParts,
  stream: StreamId,
  { reports }: Known,
): Promise<readonly PressureTold[]> {
  const sealed = reports.flatMap(({ text, done }) => [text, ...(done === null ? [] : [done.text])]);
  const texts = await openTexts(parts, parts.tenant, stream, sealed, []);
  return reports.map(({ at, text, done }) => ({
    at,
    text: texts.get(text.ref) ?? null,
    done: done === null ? null : { at: done.at, text: texts.get(done.text.ref) ?? null },
  }));
}

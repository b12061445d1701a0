import { whyNot as callbackWhyNot } from '../../core/callback/decide.ts';
import type { CallbackState } from '../../core/callback/state.ts';
import { whyNot as caseWhyNot } from '../../core/case/choices.ts';
import type { Known } from '../../core/case/state.ts';
import type { ProcessCommand, StreamId } from '../../core/process.ts';
import { type RelayState, relayOf, relayProcess } from '../../core/relay/index.ts';
import type { Outcome } from '../../core/relay/state.ts';
import { statesOf } from '../../engine/states.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import { caseOf, readCallback } from '../callbacks/reading.ts';
import { readCase, type Setting } from '../cases/reading.ts';
import { factsFor } from '../choice.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';

/** What is called about, as the reader may know of it, and the calls so far. */
export interface Calling extends Setting {
  readonly stream: StreamId;
  readonly state: RelayState;
  readonly version: number;
  readonly case: { readonly id: StreamId; readonly state: Known };
  readonly callback: { readonly id: StreamId; readonly state: CallbackState } | null;
  /** What else the outcome means where the call is about, if the reader may do that. */
  follows(outcome: Outcome): Follow | null;
}

export interface Follow {
  readonly process: 'case' | 'callback';
  readonly stream: StreamId;
  readonly version: number;
  readonly command: ProcessCommand;
}

/** An attempt to reach the person is a contact; whether it meets a clock is the case's to say. */
export async function aboutCase(parts: ApiParts, reader: Reader, id: string): Promise<Calling> {
  const reading = await readCase(parts, reader, id);
  const { state, row } = reading;
  const { stream, version } = row;
  return {
    ...setting(reading),
    ...(await callsAbout(parts, reader, stream)),
    case: { id: stream, state },
    callback: null,
    follows(outcome) {
      const no = caseWhyNot('contact', state, factsFor(reader, reading, stream));
      if (outcome === 'never-rang' || no !== null) return null;
      const data = { means: 'phone', reached: outcome === 'reached', note: null };
      return { process: 'case', stream, version, command: { type: 'contact', data } };
    },
  };
}

/** A call about a callback is known to nobody who handled the case. */
export async function aboutCallback(parts: ApiParts, reader: Reader, id: string): Promise<Calling> {
  const reading = await readCallback(parts, reader, id);
  const about = await caseOf(parts, reader, reading);
  if (about === null || !reading.seen.asks) throw notFound();
  const { state, version } = reading;
  return {
    ...setting(reading),
    ...(await callsAbout(parts, reader, id)),
    case: { id: state.case, state: about },
    callback: { id, state },
    follows(outcome) {
      const command = { type: 'call-in-vain', data: {} } as const;
      if (outcome !== 'not-reached' && outcome !== 'wrong-number') return null;
      const no = callbackWhyNot(command, state, factsFor(reader, reading, id));
      return no === null ? { process: 'callback', stream: id, version, command } : null;
    },
  };
}

const setting = ({ institution, law, names, now }: Setting): Setting => ({
  institution,
  law,
  names,
  now,
});

async function callsAbout(
  { store }: ApiParts,
  { tenant }: Reader,
  about: StreamId,
): Promise<Pick<Calling, 'stream' | 'state' | 'version'>> {
  const stream = relayOf(about);
  const process = relayProcess as unknown as AnyProcess;
  const found = (await statesOf<RelayState>(store, process, tenant, [stream])).get(stream);
  return { stream, state: found?.state ?? { status: 'none' }, version: found?.version ?? 0 };
}

import type { z } from 'zod';
import type { CallbackAct, callbackBodies } from '../../contract/callbacks.ts';
import type { ActEnvelope } from '../../contract/cases.ts';
import type { OnBehalfOf, StreamId } from '../../core/process.ts';
import type { Request as Act } from '../../engine/request.ts';
import type { Reader } from '../parts.ts';

type Envelope = z.infer<typeof ActEnvelope>;
type Body<Of extends CallbackAct> = z.infer<(typeof callbackBodies)[Of]>;

/** An act from the wire as the engine takes it; whatever a person said goes to the vault. */
export function actOf(
  reader: Reader,
  id: StreamId,
  act: CallbackAct,
  body: Envelope & Readonly<Record<string, unknown>>,
  key: string | undefined,
): Act {
  const { expectedVersion, occurredAt, onBehalfOf, ...data } = body;
  return {
    tenant: reader.tenant,
    process: 'callback',
    stream: id,
    actor: { kind: 'staff', account: reader.account, post: reader.post },
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf as OnBehalfOf }),
    ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
    ...(key === undefined ? {} : { key }),
    expectedVersion,
    ...sealing(act, data),
  };
}

function sealing(act: CallbackAct, data: unknown): Pick<Act, 'command' | 'private'> {
  switch (act) {
    case 'answer': {
      const { words, share, ...replies } = data as Body<'answer'>;
      return withWords({ type: act, data: { replies, words: null, share } }, words);
    }
    case 'find': {
      const { words, ...found } = data as Body<'find'>;
      return withWords({ type: act, data: { ...found, words: null } }, words);
    }
    case 'report-pressure': {
      const { text } = data as Body<'report-pressure'>;
      return { command: { type: act, data: { text: null } }, private: { text } };
    }
    case 'answer-pressure': {
      const { report, done } = data as Body<'answer-pressure'>;
      return { command: { type: act, data: { report, done: null } }, private: { done } };
    }
    case 'call-in-vain':
      return { command: { type: act, data: {} } };
  }
}

const withWords = (command: Act['command'], words: string | null) =>
  words === null || words === '' ? { command } : { command, private: { words } };

import type { z } from 'zod';
import type { ActEnvelope, CaseAct, Register } from '../../contract/cases.ts';
import type { OnBehalfOf, ProcessCommand, StreamId } from '../../core/process.ts';
import { parseDuration } from '../../core/time/duration.ts';
import { receiptAlias, receiptCode } from '../../engine/receipt.ts';
import type { Request as Act } from '../../engine/request.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { BadInput } from '../problem.ts';

/** Where each act carries a text that goes to the vault; everything else goes to the log as it is. */
const TEXTS: Readonly<Partial<Record<CaseAct, string>>> = {
  'answer-at-once': 'answer',
  contact: 'note',
  reply: 'reply',
  verify: 'words',
  reopen: 'words',
  withdraw: 'words',
  disagree: 'words',
  'add-words': 'words',
  summarise: 'summary',
  message: 'text',
};

type Envelope = z.infer<typeof ActEnvelope>;

const actorOf = (reader: Reader): Act['actor'] => ({
  kind: 'staff',
  account: reader.account,
  post: reader.post,
});

/** An act from the wire as the engine takes it. */
export function actOf(
  reader: Reader,
  id: StreamId,
  act: CaseAct,
  body: Envelope & Readonly<Record<string, unknown>>,
  key: string | undefined,
): Act {
  const { expectedVersion, occurredAt, onBehalfOf, ...data } = body;
  return {
    tenant: reader.tenant,
    process: 'case',
    stream: id,
    actor: actorOf(reader),
    expectedVersion,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf as OnBehalfOf }),
    ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
    ...(key === undefined ? {} : { key }),
    ...sealed(act, data),
  };
}

function sealed(
  act: CaseAct,
  data: Readonly<Record<string, unknown>>,
): { command: ProcessCommand; private?: Readonly<Record<string, string>> } {
  if (act === 'ask-extension' || act === 'ask-upstream-extension')
    return { command: { type: act, data: lengthened(data) } };
  const field = TEXTS[act];
  if (field === undefined) return { command: { type: act, data } };
  const text = data[field];
  const command = { type: act, data: { ...data, [field]: null } };
  return typeof text === 'string' && text !== ''
    ? { command, private: { [field]: text } }
    : { command };
}

function lengthened(data: Readonly<Record<string, unknown>>): unknown {
  const by = parseDuration(String(data.by));
  if (by === null) throw new BadInput([{ code: 'invalid_format', path: ['by'] }]);
  return { ...data, by };
}

export interface Registration {
  readonly act: Act;
  readonly receipt: string;
}

/**
 * A request to be registered by the reader's own unit. Under a key its id is derived from it, so
 * that asking again is asking the same; the receipt code follows from the id.
 */
export function registrationOf(
  { crypto }: Pick<ApiParts, 'crypto'>,
  reader: Reader,
  body: Register,
  key: string | undefined,
): Registration {
  const { tenant, account, post } = reader;
  const stream =
    key === undefined ? crypto.id(80) : crypto.derive(`case/${tenant}/${account}/${key}`, 80);
  const receipt = receiptCode(crypto, tenant, stream);
  const contact = Object.values(body.contact ?? {}).some((value) => value !== '')
    ? JSON.stringify(body.contact)
    : undefined;
  const detail = body.place.detail;
  return {
    receipt,
    act: {
      tenant,
      process: 'case',
      stream,
      actor: actorOf(reader),
      expectedVersion: 0,
      ...(key === undefined ? {} : { key }),
      ...(body.occurredAt === undefined ? {} : { occurredAt: Date.parse(body.occurredAt) }),
      ...(body.onBehalfOf === undefined ? {} : { onBehalfOf: body.onBehalfOf as OnBehalfOf }),
      command: {
        type: 'register',
        data: {
          kind: body.kind,
          intake: body.intake,
          words: null,
          place: { unit: body.place.unit, detail: null },
          contact: null,
          confidential: body.confidential,
          external: body.external.map((reference) => ({
            ...reference,
            dueAt: reference.dueAt === null ? null : Date.parse(reference.dueAt),
          })),
          receivedBy: post.unit,
          title: body.title ?? null,
          receipt: receiptAlias(crypto, tenant, receipt).key,
        },
      },
      private: {
        words: body.words,
        ...(detail === undefined || detail === '' ? {} : { 'place.detail': detail }),
        ...(contact === undefined ? {} : { contact }),
      },
    },
  };
}

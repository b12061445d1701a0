import type { z } from 'zod';
import type { ActEnvelope } from '../../contract/cases.ts';
import {
  PETITION_PRIVATE,
  type PetitionAct,
  type RegisterPetition,
} from '../../contract/petitions.ts';
import type { OnBehalfOf, StreamId } from '../../core/process.ts';
import type { Request as Act } from '../../engine/request.ts';
import type { ApiParts, Reader } from '../parts.ts';

type Envelope = z.infer<typeof ActEnvelope>;

const common = (
  reader: Reader,
  stream: StreamId,
  { occurredAt, onBehalfOf }: Pick<Envelope, 'occurredAt' | 'onBehalfOf'>,
  key: string | undefined,
): Omit<Act, 'command'> => ({
  tenant: reader.tenant,
  process: 'petition',
  stream,
  actor: { kind: 'staff', account: reader.account, post: reader.post },
  ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf as OnBehalfOf }),
  ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
  ...(key === undefined ? {} : { key }),
});

/** The id of a new petition: under a key it is derived from it, so that asking again is asking the same. */
export const petitionId = (
  { crypto }: Pick<ApiParts, 'crypto'>,
  { tenant, account }: Reader,
  key: string | undefined,
): StreamId =>
  key === undefined ? crypto.id(80) : crypto.derive(`petition/${tenant}/${account}/${key}`, 80);

export function registrationOf(
  reader: Reader,
  id: StreamId,
  body: RegisterPetition,
  key: string | undefined,
): Act {
  const { occurredAt: _at, onBehalfOf: _for, ...data } = body;
  return {
    ...common(reader, id, body, key),
    expectedVersion: 0,
    ...withPrivate('register', data, ['words']),
  };
}

/** An act from the wire as the engine takes it; what the person said, or what names them, goes to the vault. */
export function actOf(
  reader: Reader,
  id: StreamId,
  act: PetitionAct,
  body: Envelope & Readonly<Record<string, unknown>>,
  key: string | undefined,
): Act {
  const { expectedVersion, occurredAt: _at, onBehalfOf: _for, ...data } = body;
  return {
    ...common(reader, id, body, key),
    expectedVersion,
    ...withPrivate(act, data, PETITION_PRIVATE[act] ?? []),
  };
}

function withPrivate(
  type: string,
  data: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Pick<Act, 'command' | 'private'> {
  const texts = fields.flatMap((field) => {
    const text = data[field];
    return typeof text === 'string' && text !== '' ? [[field, text] as const] : [];
  });
  const bare = { ...data, ...Object.fromEntries(fields.map((field) => [field, null])) };
  return {
    command: { type, data: bare },
    ...(texts.length === 0 ? {} : { private: Object.fromEntries(texts) }),
  };
}

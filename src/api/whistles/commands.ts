import type { z } from 'zod';
import type { ActEnvelope } from '../../contract/cases.ts';
import type { Propose, WhistleAct, whistleBodies } from '../../contract/whistles.ts';
import type { OnBehalfOf, StreamId } from '../../core/process.ts';
import type { Load } from '../../core/whistle/events.ts';
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
  process: 'whistle',
  stream,
  actor: { kind: 'staff', account: reader.account, post: reader.post },
  ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf as OnBehalfOf }),
  ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
  ...(key === undefined ? {} : { key }),
});

/** The id of a new whistle: under a key it is derived from it, so that asking again is asking the same. */
export function proposalId(
  { crypto }: Pick<ApiParts, 'crypto'>,
  { tenant, account }: Reader,
  key: string | undefined,
): StreamId {
  return key === undefined
    ? crypto.id(80)
    : crypto.derive(`whistle/${tenant}/${account}/${key}`, 80);
}

/** A new whistle; `loads` as the door found them. */
export function proposalOf(
  reader: Reader,
  { id, loads }: { readonly id: StreamId; readonly loads: readonly Load[] },
  body: Propose,
  key: string | undefined,
): Act {
  const { occurredAt: _at, onBehalfOf: _for, shown: _shown, ...data } = body;
  return {
    ...common(reader, id, body, key),
    expectedVersion: 0,
    command: { type: 'propose', data: { ...data, shown: loads } },
  };
}

/**
 * An act from the wire as the engine takes it; what a rating says goes to the vault. `about` is the
 * case the whistle is about, `loads` what the door found of the units that are called.
 */
export function actOf(
  reader: Reader,
  {
    id,
    about,
    loads,
  }: { readonly id: StreamId; readonly about: StreamId; readonly loads: readonly Load[] },
  act: WhistleAct,
  body: Envelope & Readonly<Record<string, unknown>>,
  key: string | undefined,
): Act {
  const { expectedVersion, occurredAt: _at, onBehalfOf: _for, ...data } = body;
  const base = { ...common(reader, id, body, key), expectedVersion };
  if (act === 'plan') {
    const steps = (data.steps as { dueAt: string }[]).map((step) => ({
      ...step,
      dueAt: Date.parse(step.dueAt),
    }));
    return { ...base, command: { type: act, data: { steps } } };
  }
  if (act === 'call') {
    const { shown: _shown, ...more } = data as z.infer<typeof whistleBodies.call>;
    const further = { ...more, case: about, shown: loads };
    return { ...base, command: { type: act, data: further } };
  }
  if (act === 'rate') {
    const { text } = data;
    const command = { type: act, data: { ...data, text: null } };
    return typeof text === 'string' && text !== ''
      ? { ...base, command, private: { text } }
      : { ...base, command };
  }
  return { ...base, command: { type: act, data } };
}

import type { z } from 'zod';
import type { ActEnvelope } from '../../contract/cases.ts';
import type { OfferSupport, SupportAct } from '../../contract/supports.ts';
import type { OnBehalfOf, StreamId } from '../../core/process.ts';
import type { Request as Act } from '../../engine/request.ts';
import type { ApiParts, Reader } from '../parts.ts';

type Envelope = z.infer<typeof ActEnvelope>;

/** Texts of each act that go to the vault. */
const PRIVATE: Readonly<Partial<Record<SupportAct, readonly string[]>>> = {
  'take-back': ['reason'],
  show: ['how'],
  deliver: ['evidence'],
  'cannot-deliver': ['reason', 'next'],
  'deny-receipt': ['words'],
};

const common = (
  reader: Reader,
  stream: StreamId,
  { occurredAt, onBehalfOf }: Partial<Pick<Envelope, 'occurredAt' | 'onBehalfOf'>>,
  key: string | undefined,
): Omit<Act, 'command'> => ({
  tenant: reader.tenant,
  process: 'support',
  stream,
  actor: { kind: 'staff', account: reader.account, post: reader.post },
  ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf as OnBehalfOf }),
  ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
  ...(key === undefined ? {} : { key }),
});

/** A new support: under a key its id is derived from it, so that asking again is asking the same. */
export function offerOf(
  { crypto }: Pick<ApiParts, 'crypto'>,
  reader: Reader,
  body: OfferSupport,
  key: string | undefined,
): Act {
  const { onBehalfOf: _for, words, ...data } = body;
  const { tenant, account } = reader;
  const id =
    key === undefined ? crypto.id(80) : crypto.derive(`support/${tenant}/${account}/${key}`, 80);
  return {
    ...common(reader, id, body, key),
    expectedVersion: 0,
    command: { type: 'offer', data },
    private: { words },
  };
}

/** An act from the wire as the engine takes it; what is written to or by the person goes to the vault. */
export function actOf(
  reader: Reader,
  id: StreamId,
  act: SupportAct,
  body: Envelope & Readonly<Record<string, unknown>>,
  key: string | undefined,
): Act {
  const { expectedVersion, occurredAt: _at, onBehalfOf: _for, ...data } = body;
  const texts = Object.fromEntries(
    (PRIVATE[act] ?? []).flatMap((field) => {
      const text = data[field];
      return typeof text === 'string' ? [[field, text] as const] : [];
    }),
  );
  const open = Object.fromEntries(Object.entries(data).filter(([field]) => !(field in texts)));
  const until = typeof open.until === 'string' ? { until: Date.parse(open.until) } : {};
  return {
    ...common(reader, id, body, key),
    expectedVersion,
    command: { type: act, data: { ...open, ...until } },
    ...(Object.keys(texts).length === 0 ? {} : { private: texts }),
  };
}

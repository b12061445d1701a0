import type { z } from 'zod';
import type { ActEnvelope } from '../../contract/cases.ts';
import type { Nominate, SponsorshipAct } from '../../contract/sponsorships.ts';
import type { OnBehalfOf, StreamId } from '../../core/process.ts';
import type { Seat } from '../../core/sponsorship/state.ts';
import type { SeatName } from '../../core/sponsorship/words.ts';
import { parseDuration } from '../../core/time/duration.ts';
import type { Request as Act } from '../../engine/request.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { BadInput } from '../problem.ts';

type Envelope = z.infer<typeof ActEnvelope>;
type Data = Readonly<Record<string, unknown>>;

const common = (
  reader: Reader,
  stream: StreamId,
  { occurredAt, onBehalfOf }: Pick<Envelope, 'occurredAt' | 'onBehalfOf'>,
  key: string | undefined,
): Omit<Act, 'command'> => ({
  tenant: reader.tenant,
  process: 'sponsorship',
  stream,
  actor: { kind: 'staff', account: reader.account, post: reader.post },
  ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf as OnBehalfOf }),
  ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
  ...(key === undefined ? {} : { key }),
});

/** The id of a new one: under a key it is derived from it, so that asking again is asking the same. */
export const nominationId = (
  { crypto }: Pick<ApiParts, 'crypto'>,
  { tenant, account }: Reader,
  key: string | undefined,
): StreamId =>
  key === undefined ? crypto.id(80) : crypto.derive(`sponsorship/${tenant}/${account}/${key}`, 80);

/** A nomination, its logins looked up and the leader's load as the door found it. */
export function nominationOf(
  reader: Reader,
  id: StreamId,
  body: Nominate,
  found: { readonly [Name in SeatName]: Seat } & { readonly shown: number },
  key: string | undefined,
): Act {
  const { occurredAt: _at, onBehalfOf: _for, ...data } = body;
  return {
    ...common(reader, id, body, key),
    expectedVersion: 0,
    command: { type: 'nominate', data: { ...data, ...found } },
  };
}

/** Where each act says what is personal: it goes to the vault under the sponsorship's own key. */
const TEXTS: Partial<Record<SponsorshipAct, string>> = {
  'record-act': 'words',
  'record-hearing': 'record',
  'answer-claim': 'reply',
  'tell-result': 'result',
  dissent: 'words',
  'record-follow-up': 'words',
};

/** An act from the wire as the engine takes it. */
export function actOf(
  reader: Reader,
  id: StreamId,
  act: SponsorshipAct,
  body: Envelope & Data,
  key: string | undefined,
): Act {
  const { expectedVersion, occurredAt: _at, onBehalfOf: _for, ...data } = body;
  const base = { ...common(reader, id, body, key), expectedVersion };
  if (act === 'agree-needs') return { ...base, ...needs(data) };
  const timed = instants(act, data);
  const field = TEXTS[act];
  if (field === undefined) return { ...base, command: { type: act, data: timed } };
  const text = timed[field];
  const command = { type: act, data: { ...timed, [field]: null } };
  return typeof text === 'string' && text !== ''
    ? { ...base, command, private: { [field]: text } }
    : { ...base, command };
}

function needs(data: Data): Pick<Act, 'command' | 'private'> {
  const all = data.needs as readonly { readonly kind: string; readonly text: string }[];
  const command = {
    type: 'agree-needs',
    data: { needs: all.map(({ kind }) => ({ kind, text: null })) },
  };
  const texts = Object.fromEntries(all.map(({ text }, n) => [`needs.${n}.text`, text]));
  return all.length === 0 ? { command } : { command, private: texts };
}

/** Instants and durations as the core counts them. */
function instants(act: SponsorshipAct, data: Data): Data {
  const due = <One extends { readonly dueAt: string }>(one: One) => ({
    ...one,
    dueAt: Date.parse(one.dueAt),
  });
  switch (act) {
    case 'ask-extension': {
      const by = parseDuration(String(data.by));
      if (by === null) throw new BadInput([{ code: 'invalid_format', path: ['by'] }]);
      return { ...data, by };
    }
    case 'plan':
      return { steps: (data.steps as { readonly dueAt: string }[]).map(due) };
    case 'hold-meeting':
      return { ...data, commitments: (data.commitments as { readonly dueAt: string }[]).map(due) };
    case 'record-hearing':
      return {
        ...data,
        noticeAt: Date.parse(String(data.noticeAt)),
        heldAt: Date.parse(String(data.heldAt)),
      };
    case 'convene':
    case 'delegate':
    case 'consent-follow-up':
      return { ...data, until: Date.parse(String(data.until)) };
    default:
      return data;
  }
}

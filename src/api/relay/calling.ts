import type { z } from 'zod';
import { ContactDetails } from '../../contract/cases.ts';
import type { CallRequest, CallTold } from '../../contract/relay.ts';
import type { ProcessCommand } from '../../core/process.ts';
import { lastCall } from '../../core/relay/state.ts';
import { openTexts } from '../../engine/open.ts';
import type { Relay, RelayAnswer } from '../../engine/relay.ts';
import type { Answer } from '../../engine/request.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { shownParams } from '../refusal.ts';
import type { Calling } from './reading.ts';

/** As the log of looks has it: a number that went to the exchange, and that nobody saw. */
export const CALL = 'call';

type Keyed<Body> = Body & { readonly key: string | undefined };

/**
 * Asked for in the log, then the look, then the exchange, then what it said: whatever breaks in
 * between, no call was made that nobody asked for, and none is counted that was refused.
 */
export async function placeCall(
  parts: ApiParts,
  reader: Reader,
  calling: Calling,
  { from, purpose, expectedVersion, key }: Keyed<z.infer<typeof CallRequest>>,
): Promise<void> {
  const { relay } = parts;
  if (relay === null) throw new Refused('api.no-relay');
  const asked = await parts.execute({
    tenant: reader.tenant,
    process: 'relay',
    stream: calling.stream,
    actor: { kind: 'staff', account: reader.account, post: reader.post },
    command: {
      type: 'ask',
      data: { case: calling.case.id, callback: calling.callback?.id ?? null },
    },
    expectedVersion,
    ...(key === undefined ? {} : { key }),
  });
  const version = accepted(asked, calling);
  // Sent again because its answer was lost: it rings once.
  if (asked.replayed) return;
  const answer = await ring(parts, reader, calling, { relay, from, purpose });
  if (answer === 'unknown') return;
  await note(parts, reader, calling, answer === 'placed' ? 'note-placed' : 'note-refused', version);
  if (answer !== 'placed') throw new Refused(WORDS[answer]);
}

const WORDS = {
  'no-telephone': 'api.no-telephone',
  refused: 'api.call-refused',
  unreached: 'api.exchange-unreached',
} as const;

interface Ringing {
  readonly relay: Relay;
  readonly from: string;
  readonly purpose: string;
}

/** The number is in this function and in no other. */
async function ring(
  parts: ApiParts,
  reader: Reader,
  calling: Calling,
  { relay, from, purpose }: Ringing,
): Promise<RelayAnswer | 'no-telephone'> {
  const { contact } = calling.case.state;
  if (contact === null) return 'no-telephone';
  const look = {
    stream: calling.callback?.id ?? calling.case.id,
    ref: contact.ref,
    field: CALL,
    actor: { kind: 'staff', account: reader.account, post: reader.post } as const,
    purpose,
    at: calling.now,
  };
  const texts = await openTexts(parts, reader.tenant, calling.case.id, [contact], [look]);
  const text = texts.get(contact.ref);
  const telephone = text === undefined ? '' : ContactDetails.parse(JSON.parse(text)).telephone;
  const to = (telephone ?? '').replaceAll(/[\s()-]/g, '');
  if (!/^\+?\d{3,20}$/.test(to)) return 'no-telephone';
  const n = (lastCall(calling.state)?.call ?? 0) + 1;
  const reference = parts.crypto.derive(`${reader.tenant}/${calling.stream}/${n}`, 80);
  return relay.call({ from, to, reference });
}

async function note(
  parts: ApiParts,
  { tenant }: Reader,
  { stream, ...calling }: Calling,
  type: 'note-placed' | 'note-refused',
  version: number,
): Promise<void> {
  const answer = await parts.execute({
    tenant,
    process: 'relay',
    stream,
    actor: { kind: 'machine', name: 'reaction' },
    command: { type, data: {} },
    key: `${stream}/${version}`,
  });
  // Whoever called has said meanwhile what came of it, and knows better.
  if (!answer.accepted && answer.refusal.code !== 'relay.wrong-status') {
    accepted(answer, { stream, ...calling });
  }
}

/** What came of it, here and, where it is a contact or a call in vain, in the matter itself. */
export async function tellCall(
  parts: ApiParts,
  reader: Reader,
  calling: Calling,
  { outcome, expectedVersion, key }: Keyed<z.infer<typeof CallTold>>,
): Promise<void> {
  const actor = { kind: 'staff', account: reader.account, post: reader.post } as const;
  const act = (process: string, stream: string, command: ProcessCommand) => ({
    tenant: reader.tenant,
    process,
    stream,
    actor,
    command,
  });
  const told = await parts.execute({
    ...act('relay', calling.stream, { type: 'tell', data: { outcome } }),
    expectedVersion,
    ...(key === undefined ? {} : { key }),
  });
  const version = accepted(told, calling);
  const follow = calling.follows(outcome);
  if (follow === null) return;
  // Refused, because somebody was quicker, it may still be entered by hand: the call itself is told.
  await parts.execute({
    ...act(follow.process, follow.stream, follow.command),
    expectedVersion: follow.version,
    key: `${calling.stream}/${version}`,
  });
}

function accepted(answer: Answer, { stream, names }: Pick<Calling, 'stream' | 'names'>): number {
  if (answer.accepted) return answer.versions[stream] ?? 0;
  const { code, params } = answer.refusal;
  throw new Refused(code, params, shownParams(answer.refusal, names));
}

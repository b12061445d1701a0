import type { Refusal, StreamId } from '../core/process.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { receiptAlias, receiptCode } from '../engine/receipt.ts';
import type { Request } from '../engine/request.ts';
import type { PortalParts } from './parts.ts';
import { receiverOf } from './place.ts';
import type { Draft } from './say.ts';

const KINDS = ['help', 'complaint', 'consult', 'suggestion'];

/** Stands where the engine will put the reference of a text it has sealed. */
const SEALED = { ref: '', commitment: '' };

/**
 * Registers what was told. The page's own key names the stream and makes a second press the same
 * request; somebody in danger who says they have called is recorded as handed over, with this
 * matter remaining.
 */
export async function register(
  parts: PortalParts,
  rulebook: Rulebook,
  draft: Draft,
): Promise<{ readonly stream: StreamId; readonly refusal: Refusal | null }> {
  const { tenant, crypto } = parts;
  const key = draft.key || crypto.id(120);
  const stream = crypto.derive(`portal/${tenant}/${key}`, 80);
  const act = (n: string, expectedVersion: number, command: Request['command'], more = {}) =>
    parts.execute({
      tenant,
      process: 'case',
      stream,
      actor: { kind: 'person', case: stream },
      key: `${key}${n}`,
      expectedVersion,
      command,
      ...more,
    });
  const code = receiptCode(crypto, tenant, stream);
  const receipt = receiptAlias(crypto, tenant, code).key;
  const command = { type: 'register', data: registration(rulebook, draft, receipt) };
  const answer = await act('', 0, command, { private: textsOf(draft), ...behalfOf(draft) });
  if (!answer.accepted) return { stream, refusal: answer.refusal };
  const emergency = rulebook.channels.find(({ kind }) => kind === 'emergency');
  if (draft.danger === 'called' && emergency !== undefined) {
    const channel = emergency.code;
    const seen = answer.versions[stream] ?? 0;
    const shown = await act('-shown', seen, { type: 'show-emergency', data: { channel } });
    const version = shown.accepted ? (shown.versions[stream] ?? 0) : seen;
    await act('-called', version, { type: 'confirm-handover', data: { remains: true } });
  }
  return { stream, refusal: null };
}

const registration = (rulebook: Rulebook, draft: Draft, receipt: string) => ({
  kind: KINDS.includes(draft.kind) ? draft.kind : 'help',
  intake: 'web',
  words: SEALED,
  place: { unit: draft.unit, detail: draft.detail ? SEALED : null },
  contact: contactOf(draft) === null ? null : SEALED,
  confidential: draft.confidential === 'yes',
  external: [],
  receivedBy: receiverOf(rulebook, draft.unit),
  title: null,
  receipt,
  imported: null,
});

const contactOf = ({ name, phone }: Draft): string | null =>
  name || phone ? JSON.stringify({ name, telephone: phone }) : null;

const textsOf = (draft: Draft): Readonly<Record<string, string>> => {
  const contact = contactOf(draft);
  return {
    words: draft.what,
    ...(draft.detail ? { 'place.detail': draft.detail } : {}),
    ...(contact === null ? {} : { contact }),
  };
};

const behalfOf = ({ who }: Draft) =>
  who === 'relative' || who === 'helper' ? { onBehalfOf: { kind: 'person', relation: who } } : {};

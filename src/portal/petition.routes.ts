import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'hono/html';
import { ask, hasChanged, held, refusalLine, typed } from './holder.ts';
import { errorSummary, type FieldError, page, type Reader, textArea } from './layout.ts';
import type { Matter } from './matter.ts';
import { type PortalParts, send } from './parts.ts';
import type { PetitionSide } from './petition.ts';
import { petitionOf } from './petition-side.ts';
import { optional, sayer, type Word } from './words.ts';

/** What the person may do about their petition, each a page with one box. */
const acts = {
  review: {
    type: 'ask-review',
    may: 'review',
    title: 'reviewTitle',
    hint: 'reviewHint',
    required: false,
  },
  facts: {
    type: 'claim-new-facts',
    may: 'facts',
    title: 'factsTitle',
    hint: 'factsHint',
    required: true,
  },
  'withdraw-petition': {
    type: 'withdraw',
    may: 'withdraw',
    title: 'withdrawPetitionTitle',
    hint: 'withdrawPetitionHint',
    required: false,
  },
} as const satisfies Record<
  string,
  {
    readonly type: string;
    readonly may: keyof PetitionSide['may'];
    readonly title: Word;
    readonly hint: Word;
    readonly required: boolean;
  }
>;
type Name = keyof typeof acts;

/** Asking for review and re-review, putting forward new facts, withdrawing: the person's own acts. */
export const petitionRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  for (const name of Object.keys(acts) as Name[]) {
    app.get(`/follow/${name}`, (request, reply) => show(parts, name, request, reply));
    app.post(`/follow/${name}`, (request, reply) => take(parts, name, request, reply));
  }
};

interface View {
  readonly words: string;
  readonly error: string | null;
  readonly changed: boolean;
}

const form = (parts: PortalParts, reader: Reader, name: Name, side: PetitionSide, view: View) => {
  const say = sayer(reader.lang);
  const { title, hint, required } = acts[name];
  const errors: FieldError[] = view.error ? [{ field: 'words', what: view.error }] : [];
  const box = say('petitionWords');
  const label = required ? box : optional(reader.lang, box);
  const key = parts.crypto.id(80);
  return page(
    reader,
    say(title),
    html`${errorSummary(reader, errors)}${view.changed ? html`<p class="changed" role="status">${say('changed')}</p>` : ''}
<h1>${say(title)}</h1>${side.next ? html`<p>${side.next.sentence} ${side.next.left}</p>` : ''}<p class="hint">${say(hint)}</p>
<form method="post" action="/follow/${name}" novalidate><input type="hidden" name="version" value="${side.version}"><input type="hidden" name="key" value="${key}">
${textArea({ id: 'words', label, value: view.words, error: view.error, rows: 6 })}
<div class="stack"><button class="primary${name === 'withdraw-petition' ? ' danger' : ''}">${say(title)}</button><a href="/follow">${say('back')}</a></div></form>`,
    errors.length > 0,
  );
};

async function found(parts: PortalParts, request: FastifyRequest) {
  const matter = await held(parts, request);
  const side = matter === null ? null : await petitionOf(parts, matter, request.portal.reader.lang);
  return { matter, side };
}

async function show(parts: PortalParts, name: Name, request: FastifyRequest, reply: FastifyReply) {
  const { matter, side } = await found(parts, request);
  if (matter === null) return ask(request, reply);
  if (side === null || !side.may[acts[name].may]) return reply.redirect('/follow', 303);
  const view = { words: '', error: null, changed: false };
  return send(reply, form(parts, request.portal.reader, name, side, view));
}

async function take(parts: PortalParts, name: Name, request: FastifyRequest, reply: FastifyReply) {
  const { matter, side } = await found(parts, request);
  if (matter === null) return ask(request, reply);
  if (side === null) return reply.redirect('/follow', 303);
  const { reader } = request.portal;
  const words = typed(request.body, 'words');
  const again = (error: string | null, changed: boolean) =>
    send(reply, form(parts, reader, name, side, { words, error, changed }), error ? 422 : 409);
  const { type, required } = acts[name];
  if (required && words === '') return again(sayer(reader.lang)('textNeeded'), false);
  const answer = await told(parts, matter, side, { type, words, body: request.body });
  if (answer.accepted) return reply.redirect('/follow?done=1', 303);
  if (hasChanged(answer.refusal)) return again(null, true);
  return again(refusalLine(answer.refusal, reader.lang, matter), false);
}

const told = (
  parts: PortalParts,
  { stream }: Matter,
  { id }: PetitionSide,
  { type, words, body }: { readonly type: string; readonly words: string; readonly body: unknown },
) => {
  const key = typed(body, 'key');
  return parts.execute({
    tenant: parts.tenant,
    process: 'petition',
    stream: id,
    actor: { kind: 'person', case: stream },
    expectedVersion: Number(typed(body, 'version')) || 0,
    ...(key ? { key } : {}),
    command: { type, data: { words: null } },
    ...(words ? { private: { words } } : {}),
  });
};

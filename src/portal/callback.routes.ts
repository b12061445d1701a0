import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallbackQuestion } from '../contract/callbacks.ts';
import type { CallbackCommand } from '../core/callback/commands.ts';
import type { Refusal, StreamId } from '../core/process.ts';
import {
  FINDINGS,
  type Form,
  pressurePage,
  QUESTIONS,
  questionPage,
  REPLIES,
  recheckPage,
  type Said,
  wordsPage,
} from './asked.ts';
import type { Asked } from './callbacks.ts';
import { ask, hasChanged, held, refusalLine, typed } from './holder.ts';
import type { Html, Reader } from './layout.ts';
import type { Matter } from './matter.ts';
import { type PortalParts, send } from './parts.ts';
import { sayer } from './words.ts';

const DONE = '/follow?done=1';

/** Asked after closing: the person answers by their code, one question a page, and without a script. */
export const callbackRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  app.get('/follow/callback', (request, reply) =>
    begun(
      parts,
      request,
      reply,
      ({ callback }) => callback,
      (reader, form) => questionPage(reader, 'contacted', {}, form),
    ),
  );
  app.post('/follow/callback', (request, reply) => answered(parts, request, reply));
  app.get('/follow/recheck', (request, reply) =>
    begun(parts, request, reply, ({ recheck }) => recheck, recheckPage),
  );
  app.post('/follow/recheck', (request, reply) => found(parts, request, reply));
  app.get('/follow/pressure', (request, reply) =>
    begun(parts, request, reply, ({ pressure }) => pressure, pressurePage),
  );
  app.post('/follow/pressure', (request, reply) => pressed(parts, request, reply));
};

type To = { readonly stream: StreamId; readonly version: number } | null;

async function begun(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  to: (asked: Asked) => To,
  shown: (reader: Reader, form: Form) => Html,
) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const target = to(await matter.asked());
  if (target === null) return reply.redirect('/follow', 303);
  const form = { version: String(target.version), key: parts.crypto.id(80), error: null };
  return send(reply, shown(request.portal.reader, form));
}

const formIn = ({ body }: FastifyRequest, error: string | null = null): Form => ({
  version: typed(body, 'version'),
  key: typed(body, 'key'),
  error,
});

const saidIn = ({ body }: FastifyRequest): Said =>
  Object.fromEntries(QUESTIONS.map((name) => [name, typed(body, name)]));

async function answered(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const { callback } = await matter.asked();
  if (callback === null) return reply.redirect('/follow', 303);
  const { reader } = request.portal;
  const say = sayer(reader.lang);
  const question = typed(request.body, 'question');
  const at = QUESTIONS.indexOf(question as CallbackQuestion);
  if (at >= 0) {
    const value = typed(request.body, 'reply');
    if (![...REPLIES, 'none'].includes(value)) {
      const form = formIn(request, say('solvedError'));
      return send(
        reply,
        questionPage(reader, QUESTIONS[at] ?? 'solved', saidIn(request), form),
        422,
      );
    }
    const said = { ...saidIn(request), [question]: value };
    const next = QUESTIONS[at + 1];
    const form = formIn(request);
    return send(
      reply,
      next === undefined ? wordsPage(reader, said, form) : questionPage(reader, next, said, form),
    );
  }
  const said = saidIn(request);
  const words = typed(request.body, 'words');
  const replies = Object.fromEntries(
    QUESTIONS.map((name) => [name, REPLIES.find((one) => one === said[name]) ?? null]),
  );
  const share = typed(request.body, 'share') === 'yes';
  const answer = await act(parts, matter, callback.stream, request, {
    command: { type: 'answer', data: { replies, words: null, share } as never },
    texts: words === '' ? {} : { words },
  });
  if (answer === null) return reply.redirect(DONE, 303);
  const error = problemIn(answer, matter, reader);
  return send(reply, wordsPage(reader, said, { ...formAnew(parts, callback), error }, words), 422);
}

async function found(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const { recheck } = await matter.asked();
  if (recheck === null) return reply.redirect('/follow', 303);
  const { reader } = request.portal;
  const words = typed(request.body, 'words');
  const finding = FINDINGS.find((one) => one === typed(request.body, 'finding'));
  if (finding === undefined) {
    const form = formIn(request, sayer(reader.lang)('solvedError'));
    return send(reply, recheckPage(reader, form, words), 422);
  }
  const answer = await act(parts, matter, recheck.stream, request, {
    command: { type: 'find', data: { finding, how: null, words: null } },
    texts: words === '' ? {} : { words },
  });
  if (answer === null) return reply.redirect(DONE, 303);
  const error = problemIn(answer, matter, reader);
  return send(reply, recheckPage(reader, { ...formAnew(parts, recheck), error }, words), 422);
}

async function pressed(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const { pressure } = await matter.asked();
  if (pressure === null) return reply.redirect('/follow', 303);
  const { reader } = request.portal;
  const text = typed(request.body, 'words');
  if (text === '') {
    const form = formIn(request, sayer(reader.lang)('textNeeded'));
    return send(reply, pressurePage(reader, form), 422);
  }
  const answer = await act(parts, matter, pressure.stream, request, {
    command: { type: 'report-pressure', data: { text: { ref: '', commitment: '' } } },
    texts: { text },
  });
  if (answer === null) return reply.redirect(DONE, 303);
  const error = problemIn(answer, matter, reader);
  return send(reply, pressurePage(reader, { ...formAnew(parts, pressure), error }, text), 422);
}

/** A refusal was kept under the old key; what is sent again is another act, on what stands now. */
const formAnew = (parts: PortalParts, { version }: NonNullable<To>): Form => ({
  version: String(version),
  key: parts.crypto.id(80),
  error: null,
});

function problemIn(refusal: Refusal, matter: Matter, { lang }: Reader): string {
  return hasChanged(refusal) ? sayer(lang)('changed') : refusalLine(refusal, lang, matter);
}

/** The person's own act on what is asked about their matter; null once it is done. */
async function act(
  parts: PortalParts,
  { stream: about }: Matter,
  stream: StreamId,
  request: FastifyRequest,
  { command, texts }: { command: CallbackCommand; texts: Readonly<Record<string, string>> },
): Promise<Refusal | null> {
  const { version, key } = formIn(request);
  const answer = await parts.execute({
    tenant: parts.tenant,
    process: 'callback',
    stream,
    actor: { kind: 'person', case: about },
    expectedVersion: Number(version) || 0,
    ...(key === '' ? {} : { key }),
    command,
    ...(Object.keys(texts).length === 0 ? {} : { private: texts }),
  });
  return answer.accepted ? null : answer.refusal;
}

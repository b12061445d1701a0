import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type OwnAct, ownActPage, ownActs } from './follow.ts';
import { act, ask, hasChanged, held, refusalLine, show, typed } from './holder.ts';
import { type PortalParts, send } from './parts.ts';
import { sayer } from './words.ts';

/** What the holder of a receipt says back: whether it was solved, and what they add or dispute. */
export const answerRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  app.post('/follow/verify', (request, reply) => verify(parts, request, reply));
  for (const name of Object.keys(ownActs) as OwnAct[]) {
    app.get(`/follow/${name}`, (request, reply) => askWords(parts, name, request, reply));
    app.post(`/follow/${name}`, (request, reply) => takeWords(parts, name, request, reply));
  }
};

const DONE = '/follow?done=1';
const SOLVED = ['yes', 'partly', 'no', 'not_contacted'];
const HEARD: Readonly<Record<string, boolean>> = { yes: true, no: false };

async function verify(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const { lang } = request.portal.reader;
  const solved = typed(request.body, 'solved');
  const kept = typed(request.body, 'words');
  if (!SOLVED.includes(solved)) {
    const errors = [{ field: 'solved', what: sayer(lang)('solvedError') }];
    return show(parts, request, reply, matter, { errors, kept });
  }
  const answer = await act(parts, matter, {
    type: 'verify',
    data: { reached: true, solved, heard: HEARD[typed(request.body, 'heard')] ?? null },
    words: kept,
    version: typed(request.body, 'version'),
    key: '',
  });
  if (answer.accepted) return reply.redirect(DONE, 303);
  const fresh = (await held(parts, request)) ?? matter;
  if (hasChanged(answer.refusal))
    return show(parts, request, reply, fresh, { notice: 'changed', kept });
  const errors = [{ field: 'solved', what: refusalLine(answer.refusal, lang, fresh) }];
  return show(parts, request, reply, fresh, { errors, kept });
}

async function askWords(
  parts: PortalParts,
  name: OwnAct,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  if (!matter.may(ownActs[name].act)) return reply.redirect('/follow', 303);
  const key = parts.crypto.id(80);
  const view = { act: name, version: matter.version, words: '', error: null, changed: false, key };
  return send(reply, ownActPage(request.portal.reader, view));
}

async function takeWords(
  parts: PortalParts,
  name: OwnAct,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const { reader } = request.portal;
  const words = typed(request.body, 'words');
  const again = (error: string | null, changed: boolean) => {
    // A refusal was kept under the old key; what is sent again is another act.
    const key = parts.crypto.id(80);
    const view = { act: name, version: matter.version, words, error, changed, key };
    return send(reply, ownActPage(reader, view), error === null ? 409 : 422);
  };
  const { act: type, required } = ownActs[name];
  if (required && words === '') return again(sayer(reader.lang)('textNeeded'), false);
  const data = name === 'reopen' ? { reason: 'not_fixed' } : {};
  const [version, key] = [typed(request.body, 'version'), typed(request.body, 'key')];
  const answer = await act(parts, matter, { type, data, words, version, key });
  if (answer.accepted) return reply.redirect(DONE, 303);
  return hasChanged(answer.refusal)
    ? again(null, true)
    : again(refusalLine(answer.refusal, reader.lang, matter), false);
}

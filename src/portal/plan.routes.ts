import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sponsorshipProcess } from '../core/sponsorship/index.ts';
import type { Answer } from '../engine/request.ts';
import { ask, hasChanged, held, refusalLine, typed } from './holder.ts';
import type { Matter } from './matter.ts';
import { type PortalParts, send } from './parts.ts';
import { petitionOf } from './petition-side.ts';
import { dissentPage, type PlanAct, type PlanPage, planActs, planPage } from './plan.ts';
import { latestFollowUp, planOf } from './plan-side.ts';
import { type OwnSponsorship, sponsorshipsOf } from './sponsored.ts';
import { cardsOf } from './supports.routes.ts';
import { sayer } from './words.ts';

/** A leader's hand in one's matter: who answers for it, what follows when, and what one agreed to. */
export const planRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  app.get('/follow/plan', async (request, reply) => {
    const matter = await held(parts, request);
    if (matter === null) return ask(request, reply);
    const { done } = request.query as { done?: string };
    return show(parts, request, reply, matter, { notice: done === '1' ? 'done' : null });
  });
  app.post('/follow/plan', (request, reply) => press(parts, request, reply));
  app.get('/follow/dissent', (request, reply) => askWords(parts, request, reply));
  app.post('/follow/dissent', (request, reply) => takeWords(parts, request, reply));
};

async function show(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  matter: Matter,
  more: Partial<Pick<PlanPage, 'notice' | 'error'>>,
) {
  const { reader } = request.portal;
  const plan = await planOf(parts, matter, reader.lang);
  if (plan === null) return reply.redirect('/follow', 303);
  const view = {
    plan,
    asked: (await matter.view(reader.lang)).words,
    supports: await cardsOf(parts, request, matter),
    review: (await petitionOf(parts, matter, reader.lang))?.may.review ?? false,
    notice: null,
    error: null,
    key: parts.crypto.id(80),
    ...more,
  };
  const status = view.error === null ? (view.notice === 'changed' ? 409 : 200) : 422;
  return send(reply, planPage(reader, view), status);
}

async function press(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const { matter, own } = await found(parts, request);
  if (matter === null) return ask(request, reply);
  const act = planActs.find((one) => one === typed(request.body, 'act'));
  if (own === undefined || act === undefined) return reply.redirect('/follow/plan', 303);
  const answer = await told(parts, request, matter, own, {
    type: act,
    data: dataOf(act, own, matter),
  });
  if (answer.accepted) return reply.redirect('/follow/plan?done=1', 303);
  const fresh = (await held(parts, request)) ?? matter;
  if (hasChanged(answer.refusal)) return show(parts, request, reply, fresh, { notice: 'changed' });
  const error = refusalLine(answer.refusal, request.portal.reader.lang, fresh);
  return show(parts, request, reply, fresh, { error });
}

/** Nobody is asked for a day: it runs as long as the rulebook lets it, and one press ends it. */
const dataOf = (act: PlanAct, own: OwnSponsorship, matter: Matter): object =>
  act === 'consent-follow-up' ? { until: latestFollowUp(own, matter), means: 'portal' } : {};

async function found(parts: PortalParts, request: FastifyRequest) {
  const matter = await held(parts, request);
  const [own] = matter === null ? [] : await sponsorshipsOf(parts, matter);
  return { matter, own };
}

async function askWords(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const { reader } = request.portal;
  const plan = await planOf(parts, matter, reader.lang);
  if (plan === null || !plan.may.dissent) return reply.redirect('/follow', 303);
  const key = parts.crypto.id(80);
  const view = { version: plan.version, words: '', error: null, changed: false, key };
  return send(reply, dissentPage(reader, view));
}

async function takeWords(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const { matter, own } = await found(parts, request);
  if (matter === null) return ask(request, reply);
  if (own === undefined) return reply.redirect('/follow', 303);
  const { reader } = request.portal;
  const words = typed(request.body, 'words');
  const again = (error: string | null, changed: boolean) => {
    // A refusal was kept under the old key; what is sent again is another act.
    const key = parts.crypto.id(80);
    const view = { version: own.version, words, error, changed, key };
    return send(reply, dissentPage(reader, view), error === null ? 409 : 422);
  };
  if (words === '') return again(sayer(reader.lang)('textNeeded'), false);
  const command = { type: 'dissent', data: { words: { ref: '', commitment: '' } } };
  const answer = await told(parts, request, matter, own, command, { words });
  if (answer.accepted) return reply.redirect('/follow/plan?done=1', 303);
  return hasChanged(answer.refusal)
    ? again(null, true)
    : again(refusalLine(answer.refusal, reader.lang, matter), false);
}

/** The person's own act on the sponsorship of their own matter. */
const told = (
  parts: PortalParts,
  { body }: FastifyRequest,
  { stream }: Matter,
  { id }: OwnSponsorship,
  command: { readonly type: string; readonly data: object },
  texts?: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const key = typed(body, 'key');
  return parts.execute({
    tenant: parts.tenant,
    process: sponsorshipProcess.name,
    stream: id,
    actor: { kind: 'person', case: stream },
    expectedVersion: Number(typed(body, 'version')) || 0,
    ...(key === '' ? {} : { key }),
    command,
    ...(texts === undefined ? {} : { private: texts }),
  });
};

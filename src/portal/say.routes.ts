import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { calendarOf } from '../core/authority/institution.ts';
import { turnAway } from '../engine/wrongdoing.ts';
import { statutory } from './followed.ts';
import { refusalLine } from './holder.ts';
import type { FieldError } from './layout.ts';
import { forgetPages, type PortalParts, type Setting, send } from './parts.ts';
import { placesOf } from './place.ts';
import { answerWithReceipt } from './receipt.routes.ts';
import { register } from './register.ts';
import { choicePage } from './report.ts';
import {
  check,
  type Draft,
  dangerPage,
  firstWrong,
  officialPage,
  readDraft,
  type Step,
  stepPage,
  steps,
} from './say.ts';
import { openDesk } from './telling.ts';

/** Saying it: one question a page, everything told so far travelling in the page. */
export const sayRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  app.get('/say', async (request, reply) => {
    // The code beside a hall's door names the hall, so that nobody there must look for their place.
    const { hall } = request.query as { hall?: string };
    const unit = request.portal.rulebook.halls.find(({ id }) => id === hall)?.unit ?? '';
    return ask(request, reply, 'danger', readDraft({ key: parts.crypto.id(120), unit }));
  });
  const limit = { max: parts.tries.pages, timeWindow: '1 minute' };
  app.post('/say', { config: { rateLimit: limit } }, (request, reply) =>
    goOn(parts, request, reply),
  );
};

const ask = (
  request: FastifyRequest,
  reply: FastifyReply,
  step: Step,
  draft: Draft,
  errors: readonly FieldError[] = [],
) => {
  const { reader, rulebook } = request.portal;
  const page = stepPage(reader, { step, draft, errors, places: placesOf(rulebook) });
  return send(reply, page, errors.length > 0 ? 422 : 200, 'back');
};

/** One press of a button: back, to a page to change, or on to the next once this one holds. */
async function goOn(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const draft = readDraft(body);
  const { reader, rulebook } = request.portal;
  const wanted = steps.find((step) => step === body.go);
  if (wanted !== undefined) return ask(request, reply, wanted, draft);
  const step = steps.find((one) => one === body.step) ?? 'danger';
  const at = steps.indexOf(step);
  if (body.go === 'back') return ask(request, reply, steps[at - 1] ?? 'danger', draft);
  const errors = check(step, draft, reader.lang, placesOf(rulebook));
  if (errors.length > 0) return ask(request, reply, step, draft, errors);
  if (step === 'danger' && draft.danger === 'yes') {
    const lines = rulebook.channels.filter(({ kind }) => kind === 'emergency');
    return send(reply, dangerPage(reader, draft, lines), 200, 'back');
  }
  if (step === 'official' && draft.official === 'yes') {
    const desk = await openDesk(parts, rulebook);
    if (desk !== null) return send(reply, choicePage(reader, statutory(rulebook), desk));
    return send(reply, officialPage(reader, await channelOfReports(parts, request.portal)));
  }
  const next = steps[at + 1];
  return next === undefined
    ? finish(parts, request, reply, draft)
    : ask(request, reply, next, draft);
}

/** Sends it, unless an answer on the way was skipped. What cannot be sent stays on the page. */
async function finish(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
) {
  const { reader, rulebook } = request.portal;
  const places = placesOf(rulebook);
  const wrong = firstWrong(draft, reader.lang, places);
  if (wrong !== null) {
    return ask(request, reply, wrong, draft, check(wrong, draft, reader.lang, places));
  }
  const { stream, refusal } = await register(parts, rulebook, draft);
  if (refusal === null) {
    return answerWithReceipt(parts, request, forgetPages(reply), stream);
  }
  const errors = [{ field: 'main', what: refusalLine(refusal, reader.lang) }];
  // The refusal was kept under the page's key; what is mended and sent again is another request.
  return ask(request, reply, 'check', { ...draft, key: parts.crypto.id(120) }, errors);
}

/** Where a report against an official goes. It is counted, and nothing of it is kept. */
export const channelOfReports = async (
  parts: PortalParts,
  { institution, rulebook, now }: Setting,
) => {
  const { zone } = calendarOf(institution, rulebook);
  await turnAway(parts.tally, parts.tenant, rulebook, now, zone);
  return statutory(rulebook);
};

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal, StreamId } from '../core/process.ts';
import { receiptCode } from '../engine/receipt.ts';
import { rememberCode } from './code.ts';
import { readOwnReport, statutory } from './followed.ts';
import { ask, hasChanged, ownReport, refusalLine, typed } from './holder.ts';
import type { FieldError } from './layout.ts';
import { forgetPages, type PortalParts, send } from './parts.ts';
import { type FollowedPage, followedPage, reportPage, reportReceiptPage } from './report.ts';
import { told } from './report-words.ts';
import { channelOfReports } from './say.routes.ts';
import { officialPage } from './say.ts';
import { addWords, isTooLong, openDesk, receive, type Told } from './telling.ts';

/** 检举控告 where a rulebook has a sealed desk: without script, encrypted before anything is kept. */
export const reportRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  const slow = { config: { rateLimit: { max: parts.tries.pages, timeWindow: '1 minute' } } };
  app.get('/report', async (request, reply) =>
    form(parts, request, reply, { key: parts.crypto.id(120), words: '', unit: null }),
  );
  app.post('/report', slow, (request, reply) => takeIn(parts, request, reply));
  app.post('/follow/report', slow, (request, reply) => add(parts, request, reply));
};

async function form(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Told,
  errors: readonly FieldError[] = [],
) {
  const { reader, rulebook } = request.portal;
  const desk = await openDesk(parts, rulebook);
  // The address was kept, and the desk was closed meanwhile: what holds then is the default.
  if (desk === null) return send(reply, officialPage(reader, statutory(rulebook)));
  const { key, words, unit } = draft;
  const view = { desk, units: rulebook.units, key, words, unit: unit ?? '', errors };
  return send(reply, reportPage(reader, view), errors.length > 0 ? 422 : 200, 'back');
}

async function takeIn(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const { reader, rulebook } = request.portal;
  const say = told(reader.lang);
  const named = typed(request.body, 'unit');
  const draft: Told = {
    key: typed(request.body, 'key') || parts.crypto.id(120),
    words: typed(request.body, 'words'),
    unit: rulebook.units.some(({ id }) => id === named) ? named : null,
  };
  const wrong = (what: string, key = draft.key) =>
    form(parts, request, reply, { ...draft, key }, [{ field: 'words', what }]);
  if (draft.words === '') return wrong(say('formError'));
  if (isTooLong(draft.words)) return wrong(say('formLong'));
  const received = await receive(parts, rulebook, draft);
  if ('away' in received) {
    const why = refusalLine({ code: received.away, params: {} }, reader.lang);
    const channel = await channelOfReports(parts, request.portal);
    return send(forgetPages(reply), officialPage(reader, channel, why));
  }
  if ('refusal' in received) {
    return wrong(refusalLine(received.refusal, reader.lang), parts.crypto.id(120));
  }
  return answer(parts, request, reply, received);
}

/** The page after sending: the code, and what comes next. */
async function answer(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { stream, again }: { readonly stream: StreamId; readonly again: boolean },
) {
  const { reader } = request.portal;
  const report = await readOwnReport(parts, stream);
  if (report === null) throw new Error('a report just received cannot be read');
  const code = receiptCode(parts.crypto, parts.tenant, stream);
  rememberCode(parts, reply, code);
  const { next, standing } = await report.view(reader.lang);
  const view = { code, next: next?.sentence ?? standing, again };
  return send(forgetPages(reply), reportReceiptPage(reader, view));
}

export async function showReport(
  request: FastifyRequest,
  reply: FastifyReply,
  report: NonNullable<Awaited<ReturnType<typeof readOwnReport>>>,
  more: Partial<Omit<FollowedPage, 'view'>> = {},
): Promise<FastifyReply> {
  const { reader } = request.portal;
  const view = await report.view(reader.lang);
  const page = followedPage(reader, { view, notice: null, errors: [], words: '', ...more });
  return send(reply, page, more.errors?.length ? 422 : 200);
}

async function add(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const report = await ownReport(parts, request);
  if (report === null) return ask(request, reply);
  const say = told(request.portal.reader.lang);
  const words = typed(request.body, 'words');
  const wrong = (what: string) =>
    showReport(request, reply, report, { words, errors: [{ field: 'words', what }] });
  if (words === '') return wrong(say('formError'));
  if (isTooLong(words)) return wrong(say('formLong'));
  const refusal = await addTo(parts, report, words);
  if (refusal !== null) return wrong(refusalLine(refusal, request.portal.reader.lang));
  return reply.redirect('/follow?done=1', 303);
}

/**
 * At the version the page was made for, and once more at the one it stands at: an officer who has
 * opened it meanwhile changes nothing about what the reporter wants to add.
 */
async function addTo(
  parts: PortalParts,
  { stream, state, version }: NonNullable<Awaited<ReturnType<typeof readOwnReport>>>,
  words: string,
): Promise<Refusal | null> {
  const refusal = await addWords(parts, stream, state.unit, { words, version });
  if (refusal === null || !hasChanged(refusal)) return refusal;
  const fresh = await readOwnReport(parts, stream);
  return fresh === null
    ? refusal
    : addWords(parts, stream, state.unit, { words, version: fresh.version });
}

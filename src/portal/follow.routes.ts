import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Lang, Text } from '../contract/common.ts';
import { HANDLING, handlingWords, roleWords } from '../contract/words.ts';
import { unitIn } from '../core/authority/units.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { type SecrecyState, secrecyOf, secrecyProcess } from '../core/secrecy/index.ts';
import { shownLooks } from '../core/secrecy/visible.ts';
import type { Look } from '../engine/ports.ts';
import { readCode } from '../engine/receipt.ts';
import { type AnyProcess, replay } from '../engine/upcast.ts';
import { answerRoutes } from './answer.routes.ts';
import { callbackRoutes } from './callback.routes.ts';
import { codeOf, forgetCode, rememberCode } from './code.ts';
import { streamsOf } from './companions.ts';
import { type LookLine, looksPage, slipPage } from './follow.ts';
import { ask, find, held, opens, ownReport, show, typed } from './holder.ts';
import type { Matter } from './matter.ts';
import { forgetPages, type PortalParts, send } from './parts.ts';
import { petitionRoutes } from './petition.routes.ts';
import { officeOf } from './place.ts';
import { planRoutes } from './plan.routes.ts';
import { qrSvg } from './qr.ts';
import { addressOf } from './receipt.routes.ts';
import { recordRoutes } from './record.routes.ts';
import { erasedPage, keptOf, keptSentence, OWN_COPY } from './record.ts';
import { showReport } from './report.routes.ts';
import { supportRoutes } from './supports.routes.ts';

/** Following one request by its receipt code. */
export const followRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  codeRoutes(app, parts);
  paperRoutes(app, parts);
  answerRoutes(app, parts);
  planRoutes(app, parts);
  supportRoutes(app, parts);
  callbackRoutes(app, parts);
  petitionRoutes(app, parts);
  recordRoutes(app, parts);
};

/** In and out with a code; whoever guesses is slowed. */
const codeRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  const limit = { max: parts.tries.codes, timeWindow: '1 minute' };
  const slow = { config: { rateLimit: limit } };

  // The address holds the code: this request is not logged.
  app.get('/r/:code', { ...slow, logLevel: 'silent' }, async (request, reply) => {
    const code = readCode((request.params as { code: string }).code);
    if (code === null || !(await opens(parts, code))) {
      return ask(request, reply, '', 'followUnknown');
    }
    rememberCode(parts, reply, code);
    return reply.redirect('/follow', 303);
  });

  app.get('/follow', async (request, reply) => {
    const { done } = request.query as { done?: string };
    const notice = done === '1' ? 'done' : null;
    const matter = await held(parts, request);
    if (matter?.state.erased) return gone(parts, request, reply, matter);
    if (matter !== null) return show(parts, request, reply, matter, { notice });
    const report = await ownReport(parts, request);
    return report === null ? ask(request, reply) : showReport(request, reply, report, { notice });
  });

  app.post('/follow', slow, async (request, reply) => {
    const written = typed(request.body, 'code');
    const code = readCode(written);
    if (code === null) return ask(request, reply, written, 'followError');
    if (!(await opens(parts, code))) return ask(request, reply, written, 'followUnknown');
    rememberCode(parts, reply, code);
    return reply.redirect('/follow', 303);
  });

  app.post('/follow/leave', async (_request, reply) => {
    forgetCode(reply);
    return forgetPages(reply).redirect('/', 303);
  });
};

/** What a receipt opens once the personal part is gone: a plain page that says so. */
const gone = async (
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  matter: Matter,
) => {
  const { reader } = request.portal;
  const sentence = keptSentence(await keptOf(parts, matter), matter, reader.lang);
  return send(reply, erasedPage(reader, matter, sentence));
};

const paperRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  app.get('/follow/looks', async (request, reply) => {
    const matter = await held(parts, request);
    if (matter === null) return ask(request, reply);
    const { reader } = request.portal;
    // What is about the request has a vault of its own, and its looks are the person's to see too.
    const streams = await streamsOf(parts, matter);
    const all = await Promise.all(streams.map((stream) => parts.vault.looks(parts.tenant, stream)));
    const looks = all.flat().toSorted((a, b) => a.at - b.at);
    const events = await parts.store.events(parts.tenant, secrecyOf(matter.stream));
    const state = replay(secrecyProcess as unknown as AnyProcess, events) as SecrecyState;
    const lines = shownLooks(looks, state, matter.now).map((look) => ({
      ...lineOf(look, matter.rulebook, reader.lang),
      at: matter.moment(look.at, reader.lang),
      delayed: look.delayed && {
        from: matter.moment(look.delayed.from, reader.lang),
        to: matter.ending(look.delayed.to, reader.lang),
        basis: basisOf(matter.rulebook, look.delayed.basis, reader.lang),
      },
    }));
    return send(reply, looksPage(reader, lines));
  });

  app.get('/follow/slip', async (request, reply) => {
    const code = codeOf(parts, request);
    const matter = await find(parts, code);
    if (matter === null || code === null) return ask(request, reply);
    const { reader } = request.portal;
    const { rulebook, state } = matter;
    const office = unitIn(rulebook, state.receivedBy) ?? officeOf(rulebook);
    const view = await matter.view(reader.lang);
    return send(
      reply,
      slipPage(reader, {
        code,
        office: office.name,
        telephone: office.telephone,
        registered: matter.moment(state.receivedAt, reader.lang),
        lines: view.next ? [view.next.sentence] : [view.standing],
        qr: qrSvg(addressOf(request, code)),
      }),
    );
  });
};

const FIELDS: Readonly<Record<string, Text>> = {
  words: { zh: '您说的话', en: 'your words' },
  contact: { zh: '联系方式', en: 'contact details' },
  place: { zh: '具体地址', en: 'exact place' },
  call: {
    zh: '经系统给您打电话（或试拨），没有看到您的号码',
    en: 'called you through the service, or tried to, without seeing your number',
  },
  support: { zh: '帮扶的内容', en: 'what was written about your support' },
  needs: { zh: '商定的需要', en: 'what was agreed that you need' },
  record: { zh: '听证记录', en: 'the record of a hearing' },
  all: { zh: '全部内容', en: 'everything' },
  wish: { zh: '销毁请求', en: 'wish to be erased' },
};

/** A package for the archive opens every text there is, each under its own name. */
const anyOther: Text = { zh: '办理中的其他文字', en: 'another text of the matter' };
const ownCopy: Text = { zh: '本人下载', en: 'your own copy' };

/** What a hold rested on, with its citation. */
const basisOf = ({ secrecy }: Rulebook, code: string, lang: Lang): string => {
  const basis = secrecy?.bases.find((one) => one.code === code);
  return basis === undefined ? code : `${basis.name[lang]} (${basis.citation.text[lang]})`;
};

/** A look by the post that took it: the person learns which office, not whose face. */
const lineOf = (look: Look, rulebook: Rulebook, lang: Lang): Omit<LookLine, 'at' | 'delayed'> => {
  const { actor } = look;
  const purpose = look.purpose === HANDLING ? handlingWords[lang] : look.purpose;
  const field = (FIELDS[look.field.split('.')[0] ?? ''] ?? anyOther)[lang];
  if (actor.kind === 'person') {
    const own = purpose === OWN_COPY ? ownCopy[lang] : purpose;
    return { field, purpose: own, by: lang === 'zh' ? '您本人' : 'you' };
  }
  if (actor.kind !== 'staff') return { field, purpose, by: lang === 'zh' ? '系统' : 'the system' };
  const { unit, role } = actor.post;
  const name = unitIn(rulebook, unit)?.name[lang] ?? unit;
  return { field, purpose, by: `${name}${lang === 'zh' ? '' : ', '}${roleWords[role][lang]}` };
};

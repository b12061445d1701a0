import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'hono/html';
import { pickLanguage } from '../contract/language.ts';
import { page } from './layout.ts';
import { type PortalParts, send } from './parts.ts';
import { lawNow, officeOf } from './place.ts';
import { sayer } from './words.ts';

const css = readFileSync(new URL('./portal.css', import.meta.url), 'utf8');

/** Addresses that slips and posters may have given out: whoever comes there did nothing wrong. */
const KNOWN = /^\/(?:$|say|follow|report|r\/|halls|rights)/;

/**
 * The door of an institution whose residents are served elsewhere: one page, which says in one
 * sentence where to ask. No code is read, none is looked up.
 */
export const closedPlugin =
  (parts: Pick<PortalParts, 'tenant' | 'present'>) =>
  async (app: FastifyInstance): Promise<void> => {
    app.addHook('onSend', async (_request, reply) => {
      reply.headers({
        'content-security-policy':
          "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
    });
    app.get('/portal.css', async (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(css),
    );
    const tell = async (request: FastifyRequest, reply: FastifyReply) => {
      const { institution, now } = await parts.present(parts.tenant);
      const office = officeOf(lawNow(institution, now));
      const { lang, print } = request.query as Record<string, string | undefined>;
      const reader = {
        lang: pickLanguage(lang, request.headers['accept-language']),
        large: print === 'large',
        path: '/',
        office: office.name,
        demo: false,
        embedded: false,
        notice: false,
      };
      const say = sayer(reader.lang);
      const { telephone } = office;
      const where = telephone === null ? '' : html` <a href="tel:${telephone}">${telephone}</a>`;
      const body = html`<h1>${say('closedTitle')}</h1><p>${say('closedAsk')}${reader.lang === 'en' ? ' ' : ''}${office.name[reader.lang]}${where}${say('stop')}</p>`;
      return send(reply, page(reader, say('closedTitle'), body), statusOf(request));
    };
    // The address may hold a receipt code: it is not logged.
    app.get('/r/:code', { logLevel: 'silent' }, tell);
    app.setNotFoundHandler(tell);
  };

const statusOf = ({ method, url }: FastifyRequest): number =>
  method === 'GET' && KNOWN.test(url) ? 200 : 404;

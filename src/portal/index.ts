import { readFileSync } from 'node:fs';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pickLanguage } from '../contract/language.ts';
import { fromOwnPages } from '../contract/origin.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { crossing } from './code.ts';
import { demoPage } from './demo.ts';
import { followRoutes } from './follow.routes.ts';
import { hallsPage, homePage, rightsPage, simplePage } from './home.ts';
import type { Reader } from './layout.ts';
import { type PortalParts, type Setting, send } from './parts.ts';
import { lawNow, officeOf } from './place.ts';
import { reportRoutes } from './report.routes.ts';
import { sayRoutes } from './say.routes.ts';
import type { Word } from './words.ts';

const css = readFileSync(new URL('./portal.css', import.meta.url), 'utf8');

/** A preference lives as long as the device remembers it; it says nothing about the person. */
const YEAR_S = 365 * 24 * 60 * 60;

/** Residents' pages at `/`: no script, no session, no page that needs a device younger than ten. */
export const portalPlugin =
  (parts: PortalParts) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(cookie);
    await app.register(formbody, { bodyLimit: 128 * 1024 });
    await app.register(rateLimit, { global: false });
    const framers = parts.frame === null ? "'self'" : `'self' ${parts.frame}`;
    app.addHook('onSend', async (_request, reply) => {
      reply.headers({
        'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors ${framers}`,
        // Without a referrer of its own a browser would hide the origin of our own forms.
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
    });
    app.addHook('onRequest', async ({ method, headers, protocol, host }, reply) => {
      const site = headers['sec-fetch-site'];
      const said = typeof site === 'string' ? site : undefined;
      const came = { origin: headers.origin, site: said, protocol, host };
      if (method === 'POST' && !fromOwnPages(came)) return reply.code(403).send('');
    });

    // Set before any handler runs; the frame of an error page needs it as much as any other.
    app.decorateRequest('portal', null as never);
    app.addHook('onRequest', async (request) => {
      const { institution, now } = await parts.present(parts.tenant);
      const rulebook = lawNow(institution, now);
      request.portal = {
        institution,
        now,
        rulebook,
        reader: readerOf(request, rulebook, parts),
      };
    });
    app.addHook('onRequest', async (request, reply) => {
      const query = request.query as Record<string, string | undefined>;
      const keep = (name: 'lang' | 'print', allowed: readonly string[]): void => {
        const value = query[name];
        if (value && allowed.includes(value)) {
          reply.setCookie(name, value, {
            path: '/',
            maxAge: YEAR_S,
            httpOnly: true,
            ...crossing(parts.frame !== null, request),
          });
        }
      };
      keep('lang', ['zh', 'en']);
      keep('print', ['large', 'normal']);
    });

    const home = ({ rulebook }: Setting) => ({
      telephone: officeOf(rulebook).telephone,
      halls: rulebook.halls,
    });
    app.get('/', async ({ portal }, reply) => send(reply, homePage(portal.reader, home(portal))));
    app.get('/halls', async ({ portal }, reply) =>
      send(reply, hallsPage(portal.reader, home(portal))),
    );
    app.get('/rights', async ({ portal }, reply) => send(reply, rightsPage(portal.reader)));
    const { guide } = parts;
    if (guide !== null) {
      app.get('/demo', async ({ portal }, reply) =>
        send(reply, demoPage(portal.reader, portal.rulebook, guide)),
      );
    }
    app.get('/portal.css', async (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(css),
    );

    const simple = (
      request: FastifyRequest,
      reply: FastifyReply,
      status: number,
      title: Word,
      hint: Word,
    ) => send(reply, simplePage(request.portal.reader, title, hint), status);
    app.setNotFoundHandler(async (request, reply) =>
      simple(request, reply, 404, 'notFoundTitle', 'notFoundHint'),
    );
    app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
      // The frame itself could not be read (no database, no law yet): say so without it.
      if (!request.portal)
        return reply
          .code(503)
          .type('text/plain; charset=utf-8')
          .send(
            '暂时不能提供服务，请稍后再试。\nNot available just now. Please try again later.\n',
          );
      if (error.statusCode === 429) return simple(request, reply, 429, 'faultTitle', 'tooMany');
      const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
      if (status === 500) request.log.error({ fault: error.name }, 'fault');
      return simple(request, reply, status, 'faultTitle', 'faultHint');
    });

    sayRoutes(app, parts);
    followRoutes(app, parts);
    reportRoutes(app, parts);
  };

const readerOf = (
  request: FastifyRequest,
  rulebook: Rulebook,
  { guide, frame }: PortalParts,
): Reader => {
  const query = request.query as Record<string, string | undefined>;
  return {
    lang: pickLanguage(query.lang ?? request.cookies.lang, request.headers['accept-language']),
    large: (query.print ?? request.cookies.print) === 'large',
    path: pathOf(request),
    office: officeOf(rulebook).name,
    demo: guide !== null,
    embedded: frame !== null,
    notice: true,
  };
};

/**
 * Where the links that change language and size lead: the page itself, or the one a posted form
 * came from. An address that is none of ours may start with two slashes, which is another site.
 */
const pathOf = ({ method, url, is404 }: FastifyRequest): string => {
  if (is404) return '/';
  if (method === 'GET') return url.split('?')[0] ?? '/';
  return ['/follow', '/report'].find((path) => url.startsWith(path)) ?? '/say';
};

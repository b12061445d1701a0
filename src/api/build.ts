import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import type { FastifyPluginAsync } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { pickLanguage } from '../contract/language.ts';
import { actRoutes } from './acts/routes.ts';
import { callbackRoutes } from './callbacks/routes.ts';
import { commandRoutes } from './cases/command-routes.ts';
import { caseRoutes } from './cases/routes.ts';
import { confirmationRoutes } from './confirmations/routes.ts';
import { demoRoutes } from './demo/routes.ts';
import { deskKeyRoutes } from './desk-keys/routes.ts';
import { guard } from './gate.ts';
import { checkText, compileValidator } from './input.ts';
import { institutionRoutes } from './institution/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { parkedRoutes } from './parked/routes.ts';
import type { Api, ApiParts } from './parts.ts';
import { personalRoutes } from './personal/routes.ts';
import { petitionRoutes } from './petitions/routes.ts';
import { precedentRoutes } from './precedents/routes.ts';
import { handleError, Refused, sendRefusal } from './problem.ts';
import { relayRoutes } from './relay/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { lawRoutes } from './rulebook/law-routes.ts';
import { rulebookRoutes } from './rulebook/routes.ts';
import { secrecyRoutes } from './secrecy/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { readSession } from './session/session.ts';
import { sponsorshipRoutes } from './sponsorships/routes.ts';
import { supportRoutes } from './supports/routes.ts';
import { unitRoutes } from './unit/routes.ts';
import { whistleRoutes } from './whistles/routes.ts';

/** The HTTP API for staff and machines, to be registered under `/api`. */
export const buildApi =
  (parts: ApiParts): FastifyPluginAsync =>
  async (fastify) => {
    const api = fastify.withTypeProvider<ZodTypeProvider>() as unknown as Api;
    api.setValidatorCompiler(compileValidator as never);
    api.setSerializerCompiler(serializerCompiler);
    api.setErrorHandler(handleError);
    await protect(api, parts);
    await describe(api);
    identify(api, parts);
    guard(api);
    api.addHook('preValidation', checkText);
    api.setNotFoundHandler((request, reply) =>
      sendRefusal(request, reply, { code: 'api.no-such-address', params: {} }),
    );
    api.get('/openapi.json', { schema: { hide: true } }, async () => api.swagger());
    sessionRoutes(api, parts);
    demoRoutes(api, parts);
    actRoutes(api, parts);
    caseRoutes(api, parts);
    commandRoutes(api, parts);
    whistleRoutes(api, parts);
    callbackRoutes(api, parts);
    petitionRoutes(api, parts);
    supportRoutes(api, parts);
    sponsorshipRoutes(api, parts);
    orderRoutes(api, parts);
    personalRoutes(api, parts);
    relayRoutes(api, parts);
    secrecyRoutes(api, parts);
    precedentRoutes(api, parts);
    rulebookRoutes(api, parts);
    lawRoutes(api, parts);
    institutionRoutes(api, parts);
    parkedRoutes(api, parts);
    liveRoutes(api, parts);
    confirmationRoutes(api, parts);
    reportRoutes(api, parts);
    deskKeyRoutes(api, parts);
    unitRoutes(api, parts);
    retentionRoutes(api, parts);
  };

/** Headers, cookies and the pace: answers are data, so nothing they hold may run or be framed. */
async function protect(api: Api, parts: ApiParts): Promise<void> {
  await api.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // Only a server that speaks TLS itself, or the proxy before it, may promise it.
    strictTransportSecurity: false,
  });
  await api.register(cookie);
  await api.register(rateLimit, {
    global: false,
    max: parts.limits.requests,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { ttl }) =>
      new Refused('api.too-many-tries', { seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  });
}

/**
 * Reads the language and the session before anything else asks for them; the pace between the two,
 * because a session is looked up in the database whoever made it up.
 */
function identify(api: Api, parts: ApiParts): void {
  api.decorateRequest('lang', 'zh');
  api.decorateRequest('reader', null);
  api.addHook('onRequest', async (request) => {
    const { lang } = request.query as { lang?: unknown };
    const chosen = typeof lang === 'string' ? lang : request.cookies.lang;
    request.lang = pickLanguage(chosen, request.headers['accept-language']);
  });
  api.addHook('onRequest', api.rateLimit());
  api.addHook('onRequest', async (request) => {
    request.reader = await readSession(parts, request);
  });
}

async function describe(api: Api): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '哨应 Shaoying',
        description:
          '基层治理的权责与时限引擎 · An authority-and-deadline engine for local government',
        version: '0.1.0',
        license: { name: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'shaoying_session' },
        },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
}

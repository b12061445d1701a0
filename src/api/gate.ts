import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromOwnPages } from '../contract/origin.ts';
import { roleWords } from '../contract/words.ts';
import { type Access, access } from './access.ts';
import type { Api } from './parts.ts';
import { Refused } from './problem.ts';

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** All that a one-time password opens. */
const ONE_TIME = new Set([
  'GET /api/openapi.json',
  'GET /api/session',
  'POST /api/session',
  'DELETE /api/session',
  'PUT /api/session/password',
]);

const keyOf = (method: string, url: string): string =>
  `${method === 'HEAD' ? 'GET' : method} ${url}`;

/**
 * Stands before every route: the call must come from our own pages or from no page at all, from a
 * session where the table asks for one, in a role its cell names. A route missing in the table
 * stops the server from starting.
 */
export function guard(api: Api): void {
  api.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      if (access[keyOf(each, url)] === undefined) {
        throw new Error(`${each} ${url} is not in the access table`);
      }
    }
  });
  api.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    if (request.is404) return;
    if (UNSAFE.has(request.method)) checkOrigin(request);
    const url = request.routeOptions.url ?? '';
    const key = keyOf(request.method, url);
    check(request, access[key]);
    if (request.reader?.temporary && !ONE_TIME.has(key)) throw new Refused('api.password-first');
  });
}

function check(request: FastifyRequest, cell: Access | undefined): void {
  if (cell === 'public') return;
  if (request.reader === null) throw new Refused('api.not-signed-in');
  if (cell === 'process') return;
  const { role } = request.reader.post;
  if (cell?.has(role)) return;
  throw new Refused('api.not-allowed', { role: roleWords[role][request.lang] });
}

function checkOrigin({ headers, protocol, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const said = typeof site === 'string' ? site : undefined;
  if (!fromOwnPages({ origin: headers.origin, site: said, protocol, host })) {
    throw new Refused('api.other-origin');
  }
}

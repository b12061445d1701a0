import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RETENTION, retentionOf } from '../core/retention/reactions.ts';
import { ask, hasChanged, held, refusalLine, typed } from './holder.ts';
import { type PortalParts, send } from './parts.ts';
import {
  consentsOn,
  heldFor,
  heldJson,
  heldPage,
  keptOf,
  type RecordPage,
  recordPage,
} from './record.ts';

/** What is held on the request: until when, under which consents, and a copy of all of it. */
export const recordRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  const limit = { max: parts.tries.codes, timeWindow: '1 minute' };
  const slow = { config: { rateLimit: limit } };

  app.get('/follow/record', async (request, reply) => {
    const { done } = request.query as { done?: string };
    return record(parts, request, reply, { notice: done === '1' ? 'done' : null });
  });

  app.get('/follow/held', slow, async (request, reply) => {
    const matter = await held(parts, request);
    if (matter === null) return ask(request, reply);
    const kept = await keptOf(parts, matter);
    const all = await heldFor(parts, matter);
    return send(reply, await heldPage(request.portal.reader, matter, kept, all));
  });

  app.get('/follow/held.json', slow, async (request, reply) => {
    const matter = await held(parts, request);
    if (matter === null) return ask(request, reply);
    const kept = await keptOf(parts, matter);
    const body = heldJson(matter, kept, await heldFor(parts, matter));
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="held.json"')
      .type('application/json; charset=utf-8')
      .send(`${JSON.stringify(body, null, 2)}\n`);
  });

  app.post('/follow/erasure', slow, (request, reply) => wish(parts, request, reply));
};

async function record(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  more: Partial<RecordPage> = {},
  status = 200,
) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const kept = await keptOf(parts, matter);
  const consents = await consentsOn(parts, matter);
  const key = parts.crypto.id(80);
  const view = { matter, kept, consents, key, notice: null, error: null, ...more };
  return send(reply, recordPage(request.portal.reader, view), status);
}

async function wish(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const words = typed(request.body, 'words');
  const key = typed(request.body, 'key');
  const answer = await parts.execute({
    tenant: parts.tenant,
    process: RETENTION,
    stream: retentionOf(matter.stream),
    actor: { kind: 'person', case: matter.stream },
    expectedVersion: Number(typed(request.body, 'version')) || 0,
    ...(key === '' ? {} : { key }),
    command: { type: 'ask-erasure', data: { words: null } },
    ...(words === '' ? {} : { private: { words } }),
  });
  if (answer.accepted) return reply.redirect('/follow/record?done=1', 303);
  if (hasChanged(answer.refusal)) {
    return record(parts, request, reply, { notice: 'changed' }, 409);
  }
  const error = refusalLine(answer.refusal, request.portal.reader.lang, matter);
  return record(parts, request, reply, { error }, 422);
}

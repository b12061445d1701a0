import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callbackProcess } from '../../core/callback/index.ts';
import type { Post, Role } from '../../core/process.ts';
import type { Api, ApiParts } from '../parts.ts';
import { Refused } from '../problem.ts';
import { problems, readerIn } from '../route.ts';
import { type Change, Feed } from './feed.ts';

const LOOK = 1_000;
const HEARTBEAT = 15_000;
/** After which the browser comes again, with its session looked at afresh. */
const LIFE = 10 * 60_000;
/** Of one session at once: a browser holds one for each window in sight. */
const MOST = 12;

const Resume = z.object({
  'last-event-id': z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

/**
 * Server-sent events: "something about whistles was recorded", never what. Whoever hears it asks
 * again, and is shown what they may know of. `Last-Event-ID` is the log's position, so a connection
 * that was cut misses nothing.
 */
export function liveRoutes(api: Api, parts: ApiParts): void {
  const feed = new Feed(parts.store, LOOK);
  const open = new Set<() => void>();
  const held = new Map<string, number>();
  api.addHook('preClose', async () => {
    for (const end of open) end();
    feed.close();
  });

  api.get(
    '/live',
    {
      schema: {
        tags: ['live'],
        summary: '变化通知 · What has changed, as it changes (server-sent events)',
        headers: Resume,
        response: { ...problems(401, 403, 429) },
      },
    },
    async (request, reply) => {
      const { tenant, tokenHash, post } = readerIn(request);
      const mine = held.get(tokenHash) ?? 0;
      if (mine >= MOST) throw new Refused('api.too-many-streams', { limit: MOST });
      held.set(tokenHash, mine + 1);
      const giveBack = () => {
        const left = (held.get(tokenHash) ?? 0) - 1;
        if (left > 0) held.set(tokenHash, left);
        else held.delete(tokenHash);
      };
      const send = (change: Change) => {
        const processes = change.processes.filter((name) => mayHear(post, name));
        // Of what one may not hear of, not even that it happened.
        if (processes.length === 0) return;
        const data = JSON.stringify({ processes });
        reply.raw.write(`id: ${change.position}\nevent: changed\ndata: ${data}\n\n`);
      };
      const { position, stop } = await feed.listen(tenant, send).catch((error) => {
        giveBack();
        throw error;
      });
      const beat = setInterval(() => reply.raw.write(': here\n\n'), HEARTBEAT);
      const life = setTimeout(() => end(), LIFE);
      const end = () => {
        if (!open.delete(end)) return;
        giveBack();
        stop();
        clearInterval(beat);
        clearTimeout(life);
        reply.raw.end();
      };
      open.add(end);
      reply.raw.on('close', end);
      begin(reply, position);
      await resume(feed, request, tenant, position, send);
      return reply;
    },
  );
}

/** The sample of callbacks is hidden: that something of it was recorded tells when somebody asks. */
const mayHear = ({ role }: Post, process: string): boolean =>
  process !== callbackProcess.name || DESK.has(role);

const DESK: ReadonlySet<Role> = new Set(['callback_agent', 'supervisor', 'auditor']);

function begin(reply: FastifyReply, position: number): void {
  reply.hijack();
  const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  reply.raw.writeHead(200, {
    ...Object.fromEntries(headers),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Kept alive after its end, it would keep a stopping server waiting.
    connection: 'close',
    // A proxy that gathers the answer up would hold the news back.
    'x-accel-buffering': 'no',
  });
  reply.raw.write(`retry: 3000\nid: ${position}\n\n`);
}

async function resume(
  feed: Feed,
  request: FastifyRequest,
  tenant: string,
  position: number,
  send: (change: Change) => void,
): Promise<void> {
  const last = Number(request.headers['last-event-id'] ?? position);
  const missed = await feed.missed(tenant, last, position);
  if (missed !== null) send(missed);
}

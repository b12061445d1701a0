import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ApiParts } from '../parts.ts';

/** How often the slow figures may be asked of the database. */
const REFRESH = 15_000;

/**
 * `GET /health/ready` for whoever routes traffic here, `GET /metrics` for Prometheus. Labels are
 * routes, statuses and tenants: nothing that could say who asked what.
 */
export function healthRoutes(fastify: FastifyInstance, parts: ApiParts): void {
  fastify.get('/health/ready', { logLevel: 'warn' }, async (_, reply) => {
    const missing = await parts.unready();
    return reply
      .code(missing.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: missing.length === 0, missing });
  });

  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'shaoying_' });
  observeRequests(fastify, registry);
  countCases(registry, parts);
  fastify.get('/metrics', { logLevel: 'warn' }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

function observeRequests(fastify: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'shaoying_http_seconds',
    help: 'Time to answer, by route and status class',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const requests = new Counter({
    name: 'shaoying_http_requests_total',
    help: 'Answers given, by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = `${request.method} ${request.routeOptions.url ?? 'none'}`;
    const { statusCode: status, elapsedTime } = reply;
    request.log.info({ route, status, ms: Math.round(elapsedTime) }, 'answered');
    requests.inc({ route, status });
    seconds.observe({ route, status: `${Math.floor(status / 100)}xx` }, elapsedTime / 1000);
  });
}

function countCases(registry: Registry, parts: ApiParts): void {
  let asked = 0;
  new Gauge({
    name: 'shaoying_cases',
    help: 'Requests by the part of received = open + answered + redirected + merged + closed',
    labelNames: ['tenant', 'bucket'],
    registers: [registry],
    async collect() {
      if (parts.clock() - asked < REFRESH) return;
      asked = parts.clock();
      for (const tenant of await parts.store.tenants()) {
        const counts = await parts.queries.counts(tenant, 'case');
        for (const [bucket, n] of Object.entries(counts)) this.set({ tenant, bucket }, n);
      }
    },
  });
}

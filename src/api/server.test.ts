import fastify from 'fastify';
import { expect, it } from 'vitest';
import { serverOptions } from './server.ts';

const seen = async (trustProxy: string, socket: string, forwarded: string) => {
  const stream = { write: () => undefined };
  const app = fastify(serverOptions({ level: 'silent', stream }, trustProxy));
  app.get('/', async ({ ip }) => ip);
  const headers = { 'x-forwarded-for': forwarded };
  return (await app.inject({ url: '/', remoteAddress: socket, headers })).body;
};

it('believes of an address what the proxy adds, and never what the caller claims', async () => {
  expect(await seen('loopback', '127.0.0.1', '9.9.9.9, 192.0.2.7')).toBe('192.0.2.7');
  expect(await seen('10.0.0.5', '10.0.0.5', '9.9.9.9, 10.2.3.4')).toBe('10.2.3.4');
  expect(await seen('10.0.0.5', '10.2.3.4', '9.9.9.9')).toBe('10.2.3.4');
  expect(await seen('', '127.0.0.1', '9.9.9.9')).toBe('127.0.0.1');
});

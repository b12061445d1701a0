import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { openPortal } from './portal.fixture.ts';

describe('a form that is not ours', () => {
  it.each([
    ['from another site', { origin: 'http://evil.example' }],
    ['from a page that hides its origin', { origin: 'null' }],
    ['from what is no address', { origin: '::nonsense' }],
    ['from another site that names none', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is turned away', async (_, headers) => {
    const { app } = await openPortal();
    for (const url of ['/say', '/follow', '/follow/verify', '/follow/withdraw', '/follow/leave']) {
      const answer = await app.inject({ method: 'POST', url, headers });
      expect([url, answer.statusCode, answer.headers['set-cookie']]).toEqual([url, 403, undefined]);
    }
  });

  it.each([
    ['nothing', {}],
    ['a JSON null', { headers: { 'content-type': 'application/json' }, payload: 'null' }],
    ['a JSON list', { headers: { 'content-type': 'application/json' }, payload: '[1]' }],
  ])('or that holds %s is a page to fill in, not a fault', async (_, sent) => {
    const { app, log } = await openPortal();
    const answer = await app.inject({ method: 'POST', url: '/say', ...sent });
    expect(answer.statusCode).toBe(422);
    expect(log.join('')).not.toContain('fault');
  });
});

describe('an address that is not ours', () => {
  it('never leads to another site from our page', async () => {
    const { app } = await openPortal();
    const answer = await app.inject({ url: '//evil.example/x' });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('evil.example');
  });
});

describe('a receipt code', () => {
  const send = (app: FastifyInstance, url: string, code: string) =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ code }).toString(),
    });

  it('is believed from a cookie only where this server set it', async () => {
    const { app, code } = await withRequest();
    const held = (await send(app, '/follow', code)).cookies[0]?.value ?? '';
    const shows = async (receipt: string) =>
      (await app.inject({ url: '/follow', cookies: { receipt } })).body.includes('您的事办到');
    expect(await shows(held)).toBe(true);
    for (const guess of [code, `${code}.`, `${code}.0000000000000000`, `${held}.`])
      expect([guess, await shows(guess)]).toEqual([guess, false]);
  });

  it('is tried so often a minute from one address, at either door', async () => {
    const { app } = await openPortal({ tries: { codes: 2, pages: 120 } });
    const typed = async () => (await send(app, '/follow', '0123456789AB')).statusCode;
    const scanned = async () => (await app.inject({ url: '/r/0123456789AB' })).statusCode;
    expect([await typed(), await typed(), await typed()]).toEqual([422, 422, 429]);
    expect([await scanned(), await scanned(), await scanned()]).toEqual([422, 422, 429]);
  });

  it('travels by cookie over TLS alone where the page came by it', async () => {
    const { app, code } = await withRequest({ trustProxy: 'loopback' });
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await app.inject({ url: `/r/${code}`, headers });
    expect(answer.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' });
  });
});

it('takes so many pages a minute from one address', async () => {
  const { app } = await openPortal({ tries: { codes: 20, pages: 3 } });
  const status = async () => (await app.inject({ method: 'POST', url: '/say' })).statusCode;
  expect([await status(), await status(), await status(), await status()]).toEqual([
    422, 422, 422, 429,
  ]);
});

async function withRequest(change: { trustProxy?: string } = {}) {
  const { app } = await openPortal(change);
  const draft = { danger: 'no', official: 'no', what: '灯不亮', unit: 'c11', step: 'check' };
  const sent = await app.inject({
    method: 'POST',
    url: '/say',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...draft, go: 'next' }).toString(),
  });
  const grouped = /class="code">([0-9A-Z ]{14})</.exec(sent.body)?.[1] ?? '';
  return { app, code: grouped.replaceAll(' ', '') };
}

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

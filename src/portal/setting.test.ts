import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import * as g from '../core/case/given.fixture.ts';
import { district, MONDAY } from '../core/case/given.fixture.ts';
import { smallRulebook } from '../core/rulebook/small.fixture.ts';
import { closedPlugin } from './closed.ts';
import { openPortal } from './portal.fixture.ts';
import { promised } from './tell.ts';

const ORIGIN = 'https://www.example.gov.cn';

describe('embedded', () => {
  it('may be framed by the origin that is named and by no other', async () => {
    const { app } = await openPortal({ frame: ORIGIN });
    const { headers } = await app.inject('/');
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'self' ${ORIGIN}`);
    const own = await (await openPortal()).app.inject('/');
    expect(own.headers['content-security-policy']).toMatch(/frame-ancestors 'self'$/);
  });

  it('has no head and foot of its own, and still language, print size and the privacy line', async () => {
    const { app } = await openPortal({ frame: ORIGIN });
    const { body } = await app.inject({ url: '/', headers: { 'accept-language': 'zh' } });
    expect(body).not.toMatch(/<header|<footer|class="brand"/);
    expect(body).toMatch(/lang=en.*print=large/s);
    expect(body).toContain('请不要填写国家秘密');
  });

  it('lets its cookies across, sealed off, and only where the connection is sealed too', async () => {
    const { app } = await openPortal({ frame: ORIGIN, trustProxy: 'loopback' });
    const cookies = async (proto: string) => {
      const headers = { 'x-forwarded-proto': proto };
      return String((await app.inject({ url: '/?lang=en', headers })).headers['set-cookie']);
    };
    expect(await cookies('https')).toMatch(/Secure; Partitioned; SameSite=None/);
    expect(await cookies('http')).toMatch(/SameSite=Lax/);
  });
});

describe('off', () => {
  const open = async () => {
    const app = Fastify();
    const institution = { ...district(), version: 0 };
    const present = async () => ({ institution, now: MONDAY });
    await app.register(closedPlugin({ tenant: 'demo', present }));
    return app;
  };

  it.each(['/', '/follow', '/r/ABCD', '/say'])(
    '%s says in one sentence where to ask',
    async (url) => {
      const app = await open();
      const { statusCode, body } = await app.inject({ url, headers: { 'accept-language': 'zh' } });
      expect(statusCode).toBe(200);
      expect(body).toMatch(/办理进度请询问：[^。]+。/);
      expect(body).not.toContain('<form');
      const { body: english } = await app.inject(`${url}?lang=en`);
      expect(english).toContain('To learn how your matter stands, ask');
    },
  );

  it('nothing else is there, and nothing is taken', async () => {
    const app = await open();
    expect((await app.inject('/nowhere')).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/say' })).statusCode).toBe(404);
  });
});

describe('the one promise', () => {
  const law = smallRulebook();
  const handled = (hours: number) =>
    g.given(g.nothing(), g.ordered(hours), g.usual.triage, g.usual.dispatch, g.usual.sign).state;

  it('is the stricter of ours and the one from above', () => {
    expect(promised(handled(30), law)?.clock.id).toBe('upstream-1');
    expect(promised(handled(24 * 60), law)?.clock.id).toBe('reply-1');
    expect(promised(handled(30), law)?.sentence.zh).toBe(
      promised(handled(24 * 60), law)?.sentence.zh,
    );
  });
});

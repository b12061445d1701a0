import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { consoleFiles } from './console-files.ts';

const app = fastify();

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shaoying-console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>console</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'run()');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.br'), 'as brotli has it');
  await app.register(consoleFiles(folder), { prefix: '/console' });
});

describe('the console', () => {
  it.each(['/console', '/console/', '/console/cases/x1', '/console/cases?status=open'])(
    'is one page at %s',
    async (url) => {
      const answer = await app.inject({ url });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<title>console</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    },
  );

  it('gives what was compressed at the build to whoever can read it', async () => {
    const url = '/console/assets/app-1a2b.js';
    const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(small.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(small.headers['content-type']).toContain('javascript');
    expect(small.headers['cache-control']).toContain('immutable');
    expect(small.body).toBe('as brotli has it');
    expect((await app.inject({ url })).body).toBe('run()');
  });

  it('keeps files that are named by their content, and misses what is not there', async () => {
    const asset = await app.inject({ url: '/console/assets/app-1a2b.js' });
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await app.inject({ url: '/console/assets/gone.js' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/console/../package.json' })).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/console/cases' })).statusCode).toBe(404);
  });
});

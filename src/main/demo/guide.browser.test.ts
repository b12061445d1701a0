import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  axe,
  contextFor,
  launchBrowser,
  sidewaysScroll,
  WIDTHS,
} from '../../../test/support/browser.ts';
import { createCrypto } from '../../engine/crypto.ts';
import { createEngine } from '../../engine/engine.ts';
import { MemoryAccounts } from '../../memory/accounts.ts';
import { createMemory } from '../../memory/index.ts';
import { MemoryTally } from '../../memory/tally.ts';
import { portalPlugin } from '../../portal/index.ts';
import { processes } from '../backend.ts';
import { guideOf } from './guide.ts';
import { DEMO, seedDemo } from './seed.ts';

let browser: Browser;
let app: FastifyInstance;
let address: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const now = Date.UTC(2026, 10, 20, 2, 35);
  const memory = createMemory({ now: () => now });
  const crypto = createCrypto(new Uint8Array(32));
  await seedDemo({ ...memory, crypto, accounts: new MemoryAccounts(), processes, now });
  const { execute, present } = createEngine({ store: memory.store, crypto, processes });
  app = Fastify();
  await app.register(
    portalPlugin({
      ...memory,
      tenant: DEMO,
      execute,
      present,
      crypto,
      tally: new MemoryTally(),
      frame: null,
      guide: guideOf(crypto, DEMO),
      tries: { codes: 100, pages: 100 },
    }),
  );
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it.each(
  (['zh', 'en'] as const).flatMap((lang) =>
    Object.values(WIDTHS).map((width) => [lang, width] as const),
  ),
)('leads from the home page to a request and back, in %s at %i px', async (lang, width) => {
  const context = await browser.newContext(contextFor({ lang, width, script: true }));
  const page = await context.newPage();
  await page.goto(address);
  await page.click('.demo a');
  expect(new URL(page.url()).pathname).toBe('/demo');
  expect(await axe(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);

  const receipts = await page.locator('form button').count();
  expect(receipts).toBe(5);
  // Whichever the width, they are the same requests.
  for (let n = width === WIDTHS.phone ? 0 : receipts - 1; n < receipts; n += 1) {
    await page.goto(`${address}/demo`);
    await page.locator('form button').nth(n).click();
    expect(new URL(page.url()).pathname).toBe('/follow');
    expect(await page.locator('main').textContent()).toContain(
      lang === 'zh' ? '【演示】' : '[Demo]',
    );
  }
  await context.close();
});

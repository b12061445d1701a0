import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  axe,
  contextFor,
  launchBrowser,
  sidewaysScroll,
  WIDTHS,
} from '../../test/support/browser.ts';
import { LIAISON, nominated, SPONSORSHIP, type Sponsored } from './plan.fixture.ts';
import { staff } from './portal.fixture.ts';

let browser: Browser;
let sponsored: Sponsored;
let address: string;

beforeAll(async () => {
  browser = await launchBrowser();
  sponsored = await nominated();
  await sponsored.planned();
  const { portal, teller } = sponsored;
  const offer = { case: teller.stream, sponsorship: SPONSORSHIP, measure: 'post', need: 'work' };
  const [data, texts] = [{ ...offer, words: null }, { words: '保洁岗位' }];
  await staff(portal, 's-1', LIAISON, 'offer', data, texts, { process: 'support' });
  address = await portal.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await sponsored?.portal.app.close();
});

it.each([
  ['zh', WIDTHS.phone],
  ['en', WIDTHS.desk],
] as const)(
  'from the receipt to the plan and its consents, in %s at %i px',
  async (lang, width) => {
    const context = await browser.newContext(contextFor({ lang, width, script: true }));
    const page = await context.newPage();
    await page.goto(`${address}/r/${sponsored.teller.code}`);
    expect(await page.locator('#rights + ul li').count()).toBeGreaterThan(3);
    await page.click('a[href="/follow/plan"]');
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const [give, hide] = ['button[value=consent-identity]', 'button[value=revoke-identity]'];
    const may = lang === 'zh' ? give : hide;
    await page.click(may);
    expect(await page.locator('[role=status]').count()).toBe(1);
    expect(await page.locator(lang === 'zh' ? hide : give).count()).toBe(1);
    await context.close();
  },
);

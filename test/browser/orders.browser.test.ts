import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../src/contract/session.ts';
import { sheetOf } from '../../src/engine/orders/sheet.ts';
import { axe, contextFor, launchBrowser, sidewaysScroll, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, serveDistrict } from '../support/district.ts';
import { type Cast, castOf, MORNING, posts } from './stories.ts';

const SAMPLE = readFileSync(
  fileURLToPath(new URL('../../mappings/samples/city-hotline.csv', import.meta.url)),
  'utf8',
  // Sooner than our own promise.
).replace('2026-03-09 18:00', '2026-03-04 18:00');
/** The sample as the city would send it, with some cells changed. */
const sheet = async (...changes: readonly (readonly [string, string])[]) => {
  const text = changes.reduce((now, [from, to]) => now.replace(from, to), SAMPLE);
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const buffer = Buffer.from(await sheetOf(rows, 'xlsx', ','));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: '3月2日工单.xlsx', mimeType, buffer };
};

let district: ServedDistrict;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  [district, browser] = await Promise.all([serveDistrict(MORNING), launchBrowser()]);
  cast = await castOf(district);
});
afterAll(async () => {
  await browser?.close();
  await district?.close();
});

const shots = process.env.SHOTS;
const look = async (page: Page, name: string): Promise<void> => {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

async function open(
  path: string,
  width: number = WIDTHS.desk,
  lang: 'zh' | 'en' = 'zh',
  post: Post = posts.dispatcher,
) {
  const context = await browser.newContext(contextFor({ lang, width }));
  const page = await context.newPage();
  await district.signIn(page, post);
  await page.goto(`${district.origin}/console${path}`);
  return page;
}
const isWell = async (page: Page, name: string): Promise<void> => {
  await look(page, name);
  expect(await axe(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
};
type Cases = { readonly rows: readonly { readonly id: string; readonly title: string }[] };
const caseOf = async (title: string): Promise<string> => {
  const { rows } = await cast.dispatcher.get<Cases>('/cases');
  return rows.find((row) => row.title === title)?.id ?? '';
};

describe('upstream orders at the desk', () => {
  it('a sheet is shown, confirmed and done, and nothing before the confirmation', async () => {
    const page = await open('/orders');
    await page.setInputFiles('#orders-sheet', await sheet());
    await page.getByText('新增 4 · 变化 0 · 不变 0 · 未采用 2').waitFor();
    expect(await page.locator('.orders-problem').allTextContents()).toEqual([
      expect.stringContaining('诉求内容'),
      expect.stringContaining('三天内'),
    ]);
    expect((await cast.dispatcher.get<Cases>('/cases')).rows).toEqual([]);
    await isWell(page, 'preview-zh-1280');
    await page.getByRole('button', { name: '办理这 4 件' }).click();
    await page.getByText('已办理 4 件。').waitFor();
    expect((await cast.dispatcher.get<Cases>('/cases')).rows).toHaveLength(4);
    await isWell(page, 'done-zh-1280');
    await page.context().close();
  });

  it('both clocks stand on the case, the stricter first, with whose it is', async () => {
    const id = await caseOf('路灯不亮');
    await cast.dispatcher.act(id, 'triage', { category: 'street-light', title: '路灯不亮' });
    await cast.dispatcher.act(id, 'dispatch', { lead: 'urban' });
    await cast.handler.act(id, 'sign-for');
    const page = await open(`/cases/${id}`);
    await page.locator('.clock').first().waitFor();
    const clocks = await page.locator('.clock:not(.clock-over)').allTextContents();
    expect(clocks.some((text) => text.includes('市12345热线工单 SZ20260302-0001'))).toBe(true);
    const dues = await page
      .locator('.clock:not(.clock-over) > p time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect(dues).toEqual(dues.toSorted());
    await isWell(page, 'case-zh-1280');
    await page.context().close();
  });

  it('the next act falls due by the stricter, and says that it is upstream’s', async () => {
    const page = await open('/', WIDTHS.desk, 'zh', posts.handler);
    await page.getByText('3月4日 周三 18:00 上级到期').waitFor();
    await isWell(page, 'next-zh-1280');
    await page.context().close();
  });

  it('a later sheet shows what changed, from what to what', async () => {
    const page = await open('/orders', WIDTHS.desk, 'en');
    await page.setInputFiles(
      '#orders-sheet',
      await sheet(['2026-03-06,待办理', '2026-03-12,已延期'], ['三天内', '2026-03-08']),
    );
    await page.getByText('1 new · 1 changed · 3 unchanged · 1 rejected').waitFor();
    expect(await page.locator('.orders-changes li').allTextContents()).toEqual([
      expect.stringMatching(/^Upstream due .*6 Mar.*→.*12 Mar/),
      'Upstream state 待办理 → 已延期',
    ]);
    await isWell(page, 'changed-en-1280');
    await page.setViewportSize({ width: WIDTHS.phone, height: 844 });
    await isWell(page, 'changed-en-390');
    await page.getByRole('button', { name: 'Carry out all 2' }).click();
    await page.getByText('Orders carried out: 2.').waitFor();
    await page.context().close();
  });

  it('the reply leaves in the same sheet, once', async () => {
    const id = await caseOf('路灯不亮');
    await cast.handler.act(id, 'reply', { reply: '已更换灯头。', outcome: 'FIXED' });
    const page = await open('/orders', WIDTHS.phone);
    const button = page.getByRole('button', { name: /^下载新内容/ });
    await button.waitFor();
    await isWell(page, 'back-zh-390');
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toMatch(/^市热线回复表 \d+\.xlsx$/);
    const [heading = [], ...rows] = await readSheet(await download.path());
    expect(heading.join()).toBe(SAMPLE.split('\n')[0]);
    const row = rows.find(([number]) => number === 'SZ20260302-0001');
    expect(row).toEqual(expect.arrayContaining(['已答复', '已更换灯头。']));
    await page.getByText('没有新内容要告诉上级。').waitFor();
    await look(page, 'given-zh-390');
    await page.context().close();
  });
});

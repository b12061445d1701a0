import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../src/contract/session.ts';
import { axe, contextFor, launchBrowser, sidewaysScroll, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, serveDistrict } from '../support/district.ts';
import { readableByAnyone } from './screens.ts';
import { MORNING } from './stories.ts';

const OFFICER: Post = { unit: 'sealed-desk', role: 'sealed_officer' };
const AUDITOR: Post = { unit: 'w-county', role: 'auditor' };
const PASSPHRASE = '灯火三更 and a horse';
const WORDS = '乡里某股长私分救灾款';

let district: ServedDistrict;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'shaoying-key-'));
const file = join(folder, 'key.json');

beforeAll(async () => {
  [district, browser] = await Promise.all([
    serveDistrict(MORNING, 'w-county-call'),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await district?.close();
  rmSync(folder, { recursive: true });
});

const shots = process.env.SHOTS;
const look = async (page: Page, name: string): Promise<void> => {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  for (const width of Object.values(WIDTHS)) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  }
};

/** Everything the browser sent: nothing secret may be in it. */
async function desk(post: Post): Promise<{ context: BrowserContext; page: Page; sent: string[] }> {
  const context = await browser.newContext(contextFor({ lang: 'zh', width: WIDTHS.desk }));
  const page = await context.newPage();
  await district.signIn(page, post);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  return { context, page, sent };
}

/** A resident’s browser; without script unless the page is to be looked into. */
async function resident(lang: 'zh' | 'en' = 'zh', script = false): Promise<Page> {
  const context = await browser.newContext(contextFor({ lang, width: WIDTHS.phone, script }));
  return context.newPage();
}

const isWell = async (page: Page, name: string): Promise<void> => {
  await look(page, name);
  for (const width of Object.values(WIDTHS)) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sidewaysScroll(page)).toBe(0);
  }
  expect(await axe(page)).toEqual([]);
};

describe('a report to the sealed desk', () => {
  it('goes from a page without script to one officer’s eyes, by keys that two people agreed on', async () => {
    const { page, sent } = await desk(OFFICER);
    await page.goto(`${district.origin}/console/desk-keys`);
    await page.fill('#new-passphrase', PASSPHRASE);
    await page.fill('#new-passphrase-again', PASSPHRASE);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '生成密钥文件' }).click(),
    ]);
    await download.saveAs(file);
    const fingerprint = await page.locator('.key-make .key-print').innerText();
    await page.check('#key-saved');
    await look(page, 'keys-made');
    await page.getByRole('button', { name: '登记这个密钥' }).click();
    await page.getByText('等另一名专管员或者审计员核对').waitFor();

    // The officer reads it out; the auditor's own screen does not show it.
    const second = await desk(AUDITOR);
    await second.page.goto(`${district.origin}/console/desk-keys`);
    const field = second.page.getByLabel('核对后输入指纹');
    await field.waitFor();
    expect(await second.page.locator('body').innerText()).not.toContain(fingerprint);
    await field.fill('0'.repeat(32));
    await second.page.getByRole('button', { name: '核对一致' }).click();
    await second.page.getByText('不一致').first().waitFor();
    await field.fill(fingerprint.toUpperCase());
    await second.page.getByRole('button', { name: '核对一致' }).click();
    await second.page.getByText('使用中').first().waitFor();
    await look(second.page, 'keys-agreed');

    const reporter = await resident();
    await reporter.goto(`${district.origin}/say`);
    for (const choice of ['#danger-0', '#official-1']) {
      await reporter.check(choice);
      await reporter.click('button[value=next]');
    }
    await look(reporter, 'choice');
    await reporter.getByText('写给专管台', { exact: true }).click();
    expect(await reporter.locator('code').textContent()).toBe(fingerprint);
    await reporter.fill('#words', WORDS);
    await reporter.selectOption('#unit', 'qingxi');
    await look(reporter, 'form');
    await reporter.getByRole('button', { name: '加密并提交' }).click();
    await reporter.getByText('已经加密收下').waitFor();
    await look(reporter, 'received');
    await reporter.getByText('查看和补充').click();
    await reporter.getByText('还没有人拆阅').waitFor();

    await page.goto(`${district.origin}/console/sealed-desk`);
    await page.setInputFiles('#key-file', file);
    await page.fill('#key-passphrase', 'not it');
    await page.click('.sealed-unlock button');
    await page.getByText('口令不对').waitFor();
    await page.fill('#key-passphrase', PASSPHRASE);
    await page.click('.sealed-unlock button');
    await page.getByText('密钥已打开').waitFor();
    await page.click('.sealed-line button');
    await page.getByText(WORDS).waitFor();
    await page.getByText('所反映的单位：青溪乡').waitFor();
    await look(page, 'opened');
    await page.getByLabel('我与所反映的人和事没有利害关系').check();
    await page.getByRole('button', { name: '拆阅登记' }).click();
    await page.getByLabel('移送到').selectOption('discipline');
    await look(page, 'settle');
    await page.getByRole('button', { name: '移送', exact: true }).click();
    await page.getByText('已移送：').waitFor();

    await reporter.reload();
    await reporter.getByText('已经移送有权机关').waitFor();
    await reporter.getByText('县监督工作室专管员').waitFor();
    await look(reporter, 'followed');

    const told = [...sent, ...second.sent].join('\n');
    expect(told).toContain('/api/desk-keys');
    for (const secret of [PASSPHRASE, WORDS, encodeURIComponent(WORDS), 'wrapped']) {
      expect(told).not.toContain(secret);
    }
  });

  it.each(['zh', 'en'] as const)('is written on pages that anybody can read (%s)', async (lang) => {
    const page = await resident(lang, true);
    await page.goto(`${district.origin}/report`);
    await isWell(page, `form-${lang}`);
    await page.click('button.primary');
    await isWell(page, `form-empty-${lang}`);
    await page.fill('#words', lang === 'zh' ? WORDS : 'A section head kept relief money');
    await page.selectOption('#unit', 'w-county');
    await page.click('button.primary');
    await isWell(page, `in-line-${lang}`);
    await page.goto(`${district.origin}/report`);
    await page.fill('#words', lang === 'zh' ? WORDS : 'A section head kept relief money');
    await page.click('button.primary');
    await isWell(page, `receipt-${lang}`);
    await page.goto(`${district.origin}/follow`);
    await isWell(page, `follow-${lang}`);
  });
});

readableByAnyone(
  [
    { name: 'sealed-desk', path: () => '/sealed-desk', as: OFFICER, shows: '.sealed-row' },
    { name: 'desk-keys', path: () => '/desk-keys', as: OFFICER, shows: '.key' },
  ],
  () => ({ district, browser }),
);

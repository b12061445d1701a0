import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../src/contract/session.ts';
import { axe, contextFor, launchBrowser, sidewaysScroll, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, serveDistrict } from '../support/district.ts';
import { MORNING } from './stories.ts';

let district: ServedDistrict;
let browser: Browser;

beforeAll(async () => {
  [district, browser] = await Promise.all([serveDistrict(MORNING), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await district?.close();
});

const editor: Post = { unit: 'licang', role: 'rule_editor' };
const second: Post = { unit: 'governance', role: 'rule_editor' };
const administrator: Post = { unit: 'licang', role: 'administrator' };

async function at(as: Post | null, width: number, look: (page: Page) => Promise<void>) {
  const context = await browser.newContext(contextFor({ lang: 'zh', width }));
  try {
    const page = await context.newPage();
    if (as !== null) {
      await district.signIn(page, as);
      await page.goto(`${district.origin}/console/rules`);
      await page.waitForSelector('#rules-files');
    }
    await look(page);
  } finally {
    await context.close();
  }
}

/** Hands in one table as it would come back from a spreadsheet. */
async function handIn(page: Page, sheet: string, edit: (text: string) => string) {
  const url = `${district.origin}/api/institution/tables?form=csv&lang=zh&sheet=${sheet}`;
  const text = await (await page.request.get(url)).text();
  const edited = edit(text);
  expect(edited).not.toBe(text);
  const file = { name: `${sheet}.csv`, mimeType: 'text/csv', buffer: Buffer.from(edited) };
  await page.setInputFiles('#rules-files', file);
  await page.getByRole('button', { name: '预览变更' }).click();
}

describe('the law, from a table', () => {
  it('shows what is wrong at its place, then what would change; another approves it', async () => {
    await at(editor, WIDTHS.desk, async (page) => {
      await handIn(page, 'duties', (text) => text.replace('d003,urban', 'd003,urbane'));
      await page.getByText('duties.csv · 第 4 行“履职单位”列').waitFor();
      expect(await axe(page)).toEqual([]);
      await handIn(page, 'units', (text) => text.replace('沧口街道,', '沧口新街道,'));
      await page.getByText('沧口街道 改为 沧口新街道').waitFor();
      await page.getByLabel('新版本号').fill('2027.1');
      await page.getByLabel('依据').fill('区长办公会纪要');
      expect(await axe(page)).toEqual([]);
      await page.getByRole('button', { name: '提出第 2027.1 版' }).click();
      await page.getByRole('button', { name: '撤销提案' }).waitFor();
      expect(await page.getByRole('button', { name: '批准第 2027.1 版' }).count()).toBe(0);
    });
    await at(second, WIDTHS.phone, async (page) => {
      await page.getByText('与所依据版本的差别').click();
      await page.getByText('沧口街道 改为 沧口新街道').waitFor();
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await axe(page)).toEqual([]);
      // By keyboard alone.
      await page.getByRole('button', { name: '批准第 2027.1 版' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('即将施行').waitFor();
    });
  });
});

describe('the staff, from a table', () => {
  it('gives a new login a password that is shown once and must be replaced', async () => {
    let given = '';
    await at(administrator, WIDTHS.desk, async (page) => {
      await handIn(page, 'staff', (text) => `${text}new-clerk,cangkou,受理员,,,\n`);
      await page.getByLabel('变更的理由').fill('新录用');
      await page.getByRole('button', { name: '变更 1 个登录名' }).click();
      given = (await page.locator('.rules-passwords code').textContent()) ?? '';
      expect(await axe(page)).toEqual([]);
    });
    await at(null, WIDTHS.phone, async (page) => {
      await page.goto(`${district.origin}/console/sign-in`);
      await page.getByLabel('登录名').fill('new-clerk');
      await page.getByLabel('密码').fill(given);
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByLabel('一次性密码').fill(given);
      await page.getByLabel('新密码', { exact: true }).fill('my own password');
      await page.getByLabel('再填一次新密码').fill('my own password');
      expect(await axe(page)).toEqual([]);
      await page.getByRole('button', { name: '设定密码并开始工作' }).click();
      await page.waitForSelector('.next-nothing');
    });
  });
});

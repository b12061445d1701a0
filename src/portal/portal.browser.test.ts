import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axe,
  contextFor,
  focused,
  launchBrowser,
  sidewaysScroll,
  WIDTHS,
} from '../../test/support/browser.ts';
import { openPortal, type PortalUnderTest, staff } from './portal.fixture.ts';

let browser: Browser;
let portal: PortalUnderTest;
let address: string;

beforeAll(async () => {
  browser = await launchBrowser();
  portal = await openPortal();
  address = await portal.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await browser?.close();
  await portal?.app.close();
});

const next = (page: Page) => page.click('button[value=next]');

/** From the first question to the receipt, with `look` at each page on the way. */
const say = async (page: Page, look: () => Promise<void>): Promise<void> => {
  await page.goto(`${address}/say`);
  await look();
  await next(page);
  await look();
  await page.check('#danger-0');
  await next(page);
  await look();
  await page.check('#official-0');
  await next(page);
  await page.fill('#what', '路口的灯三天不亮了，晚上看不清台阶。');
  await look();
  await next(page);
  await page.selectOption('#unit', 'c11');
  await look();
  await next(page);
  await look();
  await next(page);
  await look();
  await next(page);
  await look();
};

/** The case just said, answered by its community, so that its person may answer back. */
const reply = async (): Promise<void> => {
  const { rows } = await portal.memory.queries.list(
    'demo',
    { process: 'case', status: ['received'] },
    50,
    null,
  );
  const stream = rows.at(-1)?.stream ?? '';
  const handler = { unit: 'c11', role: 'unit_handler' } as const;
  const desk = { unit: 's1', role: 'dispatcher' } as const;
  const triage = { category: 'neighbours', title: '路灯', urgency: null, automatic: false };
  await staff(portal, stream, desk, 'triage', triage);
  const order = { lead: 'c11', assisting: [], overrideReason: null };
  await staff(portal, stream, desk, 'dispatch', order);
  await staff(portal, stream, handler, 'sign-for', {});
  const answer = { reply: { ref: '', commitment: '' }, outcome: 'FIXED', citation: null };
  await staff(portal, stream, handler, 'reply', answer, { reply: '灯已修好。' });
};

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  describe.each([
    ['phone', 'light'],
    ['desk', 'light'],
    ['phone', 'dark'],
  ] as const)('on a %s, %s', (device, scheme) => {
    it('every page is read by everyone and stays in its width', async () => {
      const context = await browser.newContext(
        contextFor({ lang, width: WIDTHS[device], scheme, script: true }),
      );
      const page = await context.newPage();
      const look = async (): Promise<void> => {
        const where = `${page.url()} ${await page.title()}`;
        expect([where, ...(await axe(page))]).toEqual([where]);
        expect([where, await sidewaysScroll(page)]).toEqual([where, 0]);
      };
      for (const path of ['/', '/halls', '/rights', '/follow', '/nowhere']) {
        await page.goto(address + path);
        await look();
      }
      await say(page, look);
      await page.goto(`${address}/follow`);
      await look();
      await reply();
      for (const path of ['', '/add', '/disagree', '/withdraw', '/looks', '/slip']) {
        await page.goto(`${address}/follow${path}`);
        await look();
      }
      await context.close();
    });
  });
});

describe('on an old phone', () => {
  it('works without script, in large print, and on paper', async () => {
    const context = await browser.newContext(
      contextFor({ lang: 'zh', width: WIDTHS.phone, script: false }),
    );
    const page = await context.newPage();
    await page.goto(`${address}/?print=large`);
    await say(page, async () => {});
    expect(await page.locator('.code').innerText()).toMatch(/^(\w{4} ){2}\w{4}$/);
    await context.close();
  });

  it('keeps in its width in large print', async () => {
    const context = await browser.newContext(contextFor({ lang: 'en', width: 320 }));
    const page = await context.newPage();
    await page.goto(`${address}/?print=large`);
    await say(page, async () =>
      expect([page.url(), await sidewaysScroll(page)]).toEqual([page.url(), 0]),
    );
    await context.close();
  });
});

describe('the Back button', () => {
  const at = (page: Page) => page.locator('h1, h1 label').first().innerText();

  it('shows each page again with what was said, and nothing once it is sent', async () => {
    const context = await browser.newContext(contextFor({ lang: 'zh', width: WIDTHS.phone }));
    const page = await context.newPage();
    const words = '路口的灯三天不亮了。';
    await page.goto(`${address}/say`);
    for (const choice of ['#danger-0', '#official-0']) {
      await page.check(choice);
      await next(page);
    }
    await page.fill('#what', words);
    await next(page);
    const where = await at(page);
    await page.selectOption('#unit', 'c11');
    await next(page);
    await page.goBack();
    expect(await at(page)).toBe(where);
    await page.goBack();
    expect(await page.inputValue('#what')).toBe(words);
    await page.goForward();
    await page.selectOption('#unit', 'c11');
    await next(page);
    await next(page);
    await next(page);
    await page.locator('.code').waitFor();
    // A browser that has forgotten the page asks before it sends anything again.
    await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS');
    await context.close();
  });
});

describe('with the keyboard alone', () => {
  it('a request is said and followed', async () => {
    const context = await browser.newContext(contextFor({ lang: 'en', width: WIDTHS.desk }));
    const page = await context.newPage();
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 30; i++) {
        if (name.test(await focused(page))) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`nothing called ${name} can be reached; at ${await focused(page)}`);
    };
    const press = async (name: RegExp, key = 'Enter'): Promise<void> => {
      await tabTo(name);
      await page.keyboard.press(key);
    };
    await page.goto(`${address}/`);
    await Promise.all([page.waitForNavigation(), press(/Say something/)]);
    for (const question of [/danger/, /official/]) {
      await press(question, 'Space');
      await Promise.all([page.waitForNavigation(), press(/Continue/)]);
    }
    await tabTo(/textarea/);
    await page.keyboard.type('The lamp is out.');
    await Promise.all([page.waitForNavigation(), press(/Continue/)]);
    await tabTo(/select/);
    await page.keyboard.type('Jia');
    await Promise.all([page.waitForNavigation(), press(/Continue/)]);
    await Promise.all([page.waitForNavigation(), press(/Continue/)]);
    await Promise.all([page.waitForNavigation(), press(/Send this request/)]);
    await Promise.all([page.waitForNavigation(), press(/Follow it/)]);
    expect(await page.locator('.said').innerText()).toBe('The lamp is out.');
    await context.close();
  });
});

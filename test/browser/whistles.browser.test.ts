import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../src/contract/session.ts';
import type { WhistleView } from '../../src/contract/whistles.ts';
import { contextFor, launchBrowser, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, serveDistrict } from '../support/district.ts';
import { lineTo } from '../support/line.ts';
import { readableByAnyone, type Screen } from './screens.ts';
import { MORNING } from './stories.ts';
import { blow, type Cast, castOf, posts, vending, type Whistles, whistled } from './whistling.ts';

let district: ServedDistrict;
let cast: Cast;
let whistles: Whistles;
let browser: Browser;

beforeAll(async () => {
  [district, browser] = await Promise.all([serveDistrict(MORNING), launchBrowser()]);
  cast = await castOf(district);
  whistles = await blow(district, cast);
});

afterAll(async () => {
  await browser?.close();
  await district?.close();
});

/** The whole screen at once: what lies half under the bar of acts is a scroll away, not too small. */
const WHOLE = 3_000;

const SCREENS: readonly Screen[] = [
  { name: 'board', path: () => '/whistles', as: posts.community, shows: '.cell' },
  { name: 'wall', path: () => '/whistles?wall=1', as: posts.community, shows: '.wall .cell' },
  {
    name: 'board, none',
    path: () => '/whistles',
    as: { unit: 'justice', role: 'unit_handler' },
    shows: '.board-nothing',
  },
  {
    name: 'composer',
    path: () => `/cases/${whistles.quiet}/whistle`,
    as: posts.secretary,
    shows: '.call',
  },
  {
    name: 'composer, not allowed',
    path: () => `/cases/${whistles.quiet}/whistle`,
    as: posts.street,
    shows: '.composer-not',
  },
  {
    name: 'called',
    path: () => `/whistles/${whistles.called}`,
    as: posts.urban,
    shows: '.call-out',
  },
  {
    name: 'at work',
    path: () => `/whistles/${whistles.working}`,
    as: posts.secretary,
    shows: '.plan-step',
  },
  {
    name: 'missed',
    path: () => `/whistles/${whistles.missed}`,
    as: posts.supervisor,
    shows: '.cell-missed',
  },
  {
    name: 'being rated',
    path: () => `/whistles/${whistles.rating}`,
    as: posts.secretary,
    shows: '.rating',
  },
  {
    name: 'to screen',
    path: () => `/whistles/${whistles.proposed}?act=screen`,
    as: posts.street,
    shows: '.act-form .case-facts',
  },
  {
    name: 'to report in',
    path: () => `/whistles/${whistles.called}?act=report-in`,
    as: posts.urban,
    shows: '#act-headCount',
  },
  {
    name: 'to object',
    path: () => `/whistles/${whistles.called}?act=object`,
    as: posts.urban,
    shows: '.act-buttons-many',
  },
  {
    name: 'to plan',
    path: () => `/whistles/${whistles.working}?act=plan`,
    as: posts.secretary,
    shows: '#act-steps-what-0',
  },
  {
    name: 'to rate',
    path: () => `/whistles/${whistles.rating}?act=rate`,
    as: posts.urbanHead,
    shows: '[name=act-items-needed]',
  },
  {
    name: 'to supervise',
    path: () => `/whistles/${whistles.missed}?act=supervise`,
    as: posts.supervisor,
    shows: '#act-instruction',
  },
  { name: 'supervision', path: () => '/supervision', as: posts.supervisor, shows: '.row' },
  {
    name: 'objections',
    path: () => `/objections?whistle=${whistles.objected}`,
    as: posts.arbiter,
    shows: '.dispute-sides',
  },
  {
    name: 'notice',
    path: () => `/whistles/${whistles.called}/notice`,
    as: posts.secretary,
    shows: '.paper',
  },
  {
    name: 'joint record',
    path: () => `/whistles/${whistles.missed}/record`,
    as: posts.secretary,
    shows: '.paper-signatures',
  },
];

const open = async (page: Page, path: string, shows: string): Promise<void> => {
  await page.goto(`${district.origin}/console${path}`);
  await page.waitForSelector(shows);
};

const withPage = async (
  reader: Parameters<typeof contextFor>[0],
  as: Post,
  look: (page: Page) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext(contextFor(reader));
  try {
    const page = await context.newPage();
    await district.signIn(page, as);
    await look(page);
  } finally {
    await context.close();
  }
};

const viewOf = (id: string): Promise<WhistleView> => cast.secretary.get(`/whistles/${id}`);

/** A whistle for one unit, sent out. */
const out = async (title: string): Promise<string> => {
  const change = {
    missing: ['permit-trees'],
    units: ['urban'],
    override: '占堵消防通道，须当天处理',
  };
  const id = await whistled(await vending(cast, title), cast.secretary, change);
  await cast.street.whistle(id, 'screen', { issue: true });
  return id;
};

readableByAnyone(SCREENS, () => ({ district, browser }), WHOLE);

describe('a called unit on a phone', () => {
  const phone = { lang: 'zh', width: WIDTHS.phone } as const;

  /** Counts what a thumb does, from the whistle's page to the act done. */
  const tapping = (page: Page) => {
    let taps = 0;
    return {
      taps: () => taps,
      tap: async (name: string, within = '.act-bar-row') => {
        taps += 1;
        await page.locator(within).getByRole('button', { name }).click();
      },
      done: () => page.locator('.act-form').waitFor({ state: 'detached' }),
    };
  };

  it('signs and reports in as asked, two taps each', async () => {
    const id = await out('东山路口枯树');
    await withPage(phone, posts.urban, async (page) => {
      await open(page, `/whistles/${id}`, '.act-bar .ant-btn');
      const signing = tapping(page);
      await signing.tap('签收');
      await signing.tap('签收', '.act-buttons');
      await signing.done();
      expect((await viewOf(id)).callOuts[0]).toMatchObject({ status: 'signed' });

      const coming = tapping(page);
      await coming.tap('报到');
      await coming.tap('要求的职级', '.act-buttons');
      await coming.done();
      const [came] = (await viewOf(id)).callOuts;
      expect(came?.presence).toMatchObject({ headCount: 1, short: { rank: false } });
      expect([signing.taps(), coming.taps()]).toEqual([2, 2]);
    });
  });

  it('objects on a basis with two taps, the reason standing in sight before', async () => {
    const id = await out('东山路古树移植');
    await withPage(phone, posts.urban, async (page) => {
      await open(page, `/whistles/${id}`, '.act-bar .ant-btn');
      const objecting = tapping(page);
      await objecting.tap('提出异议');
      await page.getByText('不填的，记作所选的依据').waitFor();
      await objecting.tap('事项类别判断有误', '.act-buttons');
      await objecting.done();
      const [callOut] = (await viewOf(id)).callOuts;
      expect(callOut).toMatchObject({
        status: 'objected',
        objection: { reason: '依据：事项类别判断有误（砍伐移植树木许可）' },
      });
      expect(objecting.taps()).toBe(2);
    });
  });
});

describe('the composer', () => {
  it('opens by its key, keeps what was typed through a refusal, and names its object', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, posts.secretary, async (page) => {
      const id = await vending(cast, '东山路早餐车占道');
      await open(page, `/cases/${id}`, '.act-bar .ant-btn');
      await page.getByRole('button', { name: /吹哨/ }).first().waitFor();
      await page.keyboard.press('l');
      await page.waitForSelector('.call');
      await page.getByLabel('占用挖掘道路许可').check();
      await page.getByLabel('市容环卫行政处罚权').uncheck();
      const send = page.locator('.composer-send .ant-btn');
      await page.getByText('已达同时在办的上限').waitFor();
      // Nobody is called past what it can do unless somebody says so.
      const full = page.locator('.call').filter({ hasText: '已达同时在办的上限' });
      expect(await full.getByRole('checkbox').isChecked()).toBe(false);
      await full.getByRole('checkbox').check();
      expect(await send.innerText()).toBe('吹哨 1 个部门');
      await send.click();
      await page.locator('#composer-tried-0').fill('两次劝离');
      await send.click();
      await page.locator('#composer-override').fill('早高峰堵住校门');
      await send.click();
      await page.waitForURL('**/whistles/*');
      const [, whistle = ''] = /whistles\/([^?]+)/.exec(page.url()) ?? [];
      expect(await viewOf(whistle)).toMatchObject({
        status: 'proposed',
        tried: ['两次劝离'],
        override: '早高峰堵住校门',
      });
    });
  });

  it('takes a whistle down for the secretary who telephones, and shows for whom', async () => {
    await withPage({ lang: 'en', width: WIDTHS.desk }, posts.intake, async (page) => {
      const id = await vending(cast, '东山路水果摊占道');
      await open(page, `/cases/${id}/whistle`, '.call');
      await page.getByText('Entered for the Unit head of this unit.').waitFor();
      await page.locator('#composer-tried-0').fill('Asked them to move, twice');
      await page.getByLabel('Licun Street').check();
      await page.locator('.composer-send .ant-btn').click();
      await page.waitForURL('**/whistles/*');
      await page.locator('.thread', { hasText: 'entered for' }).waitFor();
    });
  });
});

describe('the board', () => {
  it('shows an act done elsewhere without reload, also after its line was cut', async () => {
    const id = await out('东山路行道树倒伏');
    const line = await lineTo(district.origin);
    await withPage({ lang: 'zh', width: WIDTHS.desk }, posts.secretary, async (page) => {
      await page.goto(`${line.origin}/console/whistles`);
      await page.locator('.live-live').waitFor();
      const cell = page.locator(`[data-row="${id}"] .cell`);
      await cell.getByText('待签收').waitFor();
      await cast.urban.whistle(id, 'sign', { callOut: 1 });
      await district.tick();
      await cell.getByText('已签收，待报到').waitFor();

      line.cut();
      await page.locator('.live-reconnecting').waitFor();
      await cast.secretary.whistle(id, 'stand-down', { callOut: 1, reason: '已自行清理' });
      await district.tick();
      line.mend();
      await page.locator('.live-live').waitFor();
      await cell.getByText('已撤回通知').waitFor();
    });
    await line.close();
  });

  it('counts down by the server’s clock, whatever the device believes', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, posts.secretary, async (page) => {
      await page.clock.install({ time: new Date('2031-01-01T00:00:00Z') });
      await open(page, `/whistles/${whistles.emergency}`, '.countdown');
      const left = page.locator('.call-out .countdown').first();
      expect(await left.innerText()).toMatch(/剩 [45] 分/);
      await page.clock.fastForward(60_000);
      await expect.poll(() => left.innerText()).toMatch(/剩 [34] 分/);
    });
  });

  it('moves by arrows, opens by Enter, and hangs on the wall without its frame', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, posts.secretary, async (page) => {
      await open(page, '/whistles', '.cell');
      await page.locator('a.board-title').first().focus();
      await page.keyboard.press('ArrowDown');
      const second = await page.locator('.board-row').nth(1).getAttribute('data-row');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/whistles/${second}`);
      await page.goBack();
      await page.waitForSelector('.cell');
      await page.keyboard.press('w');
      await page.locator('.wall').waitFor();
      expect(await page.locator('.desk-header').isVisible()).toBe(false);
      await page.keyboard.press('Escape');
      await page.locator('.wall').waitFor({ state: 'detached' });
    });
  });
});

describe('next acts and desks', () => {
  it('does a whistle’s act by its letter and opens its page', async () => {
    const id = await out('东山公园树木倒伏');
    await withPage({ lang: 'zh', width: WIDTHS.desk }, posts.urban, async (page) => {
      await open(page, '/', '.next-row');
      const row = page.locator(`[data-row="${id}"]`);
      await row.locator('a').focus();
      await page.keyboard.press('s');
      await page.locator('.act-form .ant-btn-primary').press('Enter');
      await page.locator('[role=status]', { hasText: '已完成：签收' }).waitFor();
      expect((await viewOf(id)).callOuts[0]).toMatchObject({ status: 'signed' });
      await row.locator('a').first().press('Enter');
      await page.waitForURL(`**/whistles/${id}`);
    });
  });

  it('rules on an objection to a call-out beside those to orders', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, posts.arbiter, async (page) => {
      await open(page, `/objections?whistle=${whistles.objected}`, '.dispute-sides');
      await page.keyboard.press('j');
      await page.locator('#act-reason').fill('现场有食品摊，须到场查验。');
      await page.getByRole('button', { name: '异议不成立，须到场' }).click();
      await page.locator('.act-form').waitFor({ state: 'detached' });
      const [, , market] = (await viewOf(whistles.objected)).callOuts;
      expect(market).toMatchObject({ status: 'signed' });
    });
  });

  it('supervises from the desk who missed what', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, posts.supervisor, async (page) => {
      await open(page, '/supervision', '.supervision-row');
      const row = page.locator('.supervision-row', { hasText: '区交通运输局' }).first();
      await row.getByRole('button').click();
      await page.locator('#act-text').fill('请今天 17:00 前到场。');
      await page.locator('.act-form .ant-btn-primary').click();
      await page.locator('.act-form').waitFor({ state: 'detached' });
      const { thread } = await viewOf(whistles.missed);
      expect(thread.map(({ type }) => type)).toContain('Supervised');
    });
  });
});

describe('on paper', () => {
  it('a call-out is a page of its own, and the frame is not printed', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, posts.secretary, async (page) => {
      await open(page, `/whistles/${whistles.working}/notice`, '.paper');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.paper').count()).toBe(3);
      expect(await page.locator('.desk-header').isVisible()).toBe(false);
      const breaks = await page.evaluate(
        `[...document.querySelectorAll('.paper')].map((one) => getComputedStyle(one).breakBefore)`,
      );
      expect(breaks).toEqual(['auto', 'page', 'page']);
    });
  });
});

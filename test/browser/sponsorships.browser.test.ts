import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Post } from '../../src/contract/session.ts';
import type { SponsorDesk, SponsorshipView } from '../../src/contract/sponsorships.ts';
import { contextFor, launchBrowser, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, serveDistrict } from '../support/district.ts';
import { readableByAnyone } from './screens.ts';
import {
  acting,
  type Cast,
  castOf,
  later,
  nominated,
  posts,
  stuck,
  underWay,
} from './sponsoring.ts';
import { MORNING } from './stories.ts';

const DECISION = '夜间摆卖区增设垃圾桶';

let district: ServedDistrict;
let browser: Browser;
let cast: Cast;
let id: string;
let fourth: string;

/** A leader with as many cases as may be had at one time, one of them well under way, and asked again. */
beforeAll(async () => {
  [district, browser] = await Promise.all([serveDistrict(MORNING), launchBrowser()]);
  cast = await castOf(district);
  const put = async (title: string) => nominated(cast, await stuck(cast, title));
  id = await put('东山路夜市占用消防通道');
  await underWay(cast, id);
  for (const title of ['东山市场门前占道', '北门早市占道']) {
    await acting(cast.leader)(await put(title), 'accept');
  }
  await later(district, 6);
  fourth = await put('18 号院菜摊占道');
});

afterAll(async () => {
  await browser?.close();
  await district?.close();
});

async function opened(path: string, as: Post): Promise<Page> {
  const context = await browser.newContext(contextFor({ lang: 'zh', width: WIDTHS.desk }));
  const page = await context.newPage();
  await district.signIn(page, as);
  await page.goto(`${district.origin}/console${path}`);
  return page;
}

readableByAnyone(
  [
    { name: 'the desk', path: () => '/sponsorships', as: posts.leader, shows: '.sponsor-case' },
    { name: 'one', path: () => `/sponsorships/${id}`, as: posts.leader, shows: '.promised' },
    {
      name: 'a meeting',
      path: () => `/sponsorships/${id}/meeting`,
      as: posts.street,
      shows: '#act-agenda',
    },
  ],
  () => ({ district, browser }),
);

it('a meeting is taken down with the keyboard, and its record has what each unit said', async () => {
  const page = await opened(`/sponsorships/${id}/meeting`, posts.street);
  const keys = page.keyboard;
  const tabs = async (count: number) => {
    for (let n = 0; n < count; n += 1) await keys.press('Tab');
  };
  await page.getByLabel('议题').focus();
  await keys.insertText('夜间摆卖区的垃圾谁来收');
  // Past the two units that sent nobody, to what the first one says; transport leaves the room.
  await tabs(4);
  await keys.insertText('由我局每晚清运');
  await tabs(2);
  await keys.press('Space');
  await page.getByText('还缺以下职权到场，不能作决定：占用挖掘道路许可。').waitFor();
  await keys.press('Space');
  await tabs(1);
  await keys.insertText('同意');
  await tabs(3);
  await keys.insertText('配合');
  await tabs(1);
  await keys.insertText(' 供水仍未解决。');
  await tabs(1);
  await keys.insertText(DECISION);
  await tabs(1);
  await keys.insertText('每晚十点清运');
  await page.getByLabel('期限', { exact: true }).fill('2026-03-20T18:00');
  await page.getByRole('button', { name: '记录会商', exact: true }).focus();
  await keys.press('Enter');
  await page.getByRole('link', { name: /第 2 次会商/ }).click();
  await page.locator('.paper').getByText(DECISION).waitFor();
  const { meetings } = await cast.leader.get<SponsorshipView>(`/sponsorships/${id}`);
  expect(meetings[1]).toMatchObject({
    present: [{ unit: 'urban' }, { unit: 'market' }, { unit: 'transport' }],
    dissents: [{ unit: 'market', text: ' 供水仍未解决。' }],
    commitments: [{ unit: 'urban', what: '每晚十点清运', status: 'open' }],
  });
  await page.context().close();
});

it('a leader at the cap is told how many of how many, before and when the next is refused', async () => {
  const page = await opened('/sponsorships', posts.leader);
  await page.getByText('您在包 3 件，已达上限 3 件').waitFor();
  await page.getByText('只有包案领导能推动的').waitFor();
  await page.getByRole('link', { name: '接案', exact: true }).click();
  await page.getByText('与这些案件分用您的时间').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '接案', exact: true }).click();
  const refused = page.getByRole('alert').filter({ hasText: 'sponsorship.sponsor-full' });
  expect(await refused.innerText()).toContain('3');
  const { asked, load } = await cast.leader.get<SponsorDesk>('/sponsorships/desk');
  expect(asked).toMatchObject([{ id: fourth, status: 'nominated' }]);
  expect(load).toEqual({ live: 3, cap: 3 });
  await page.context().close();
});

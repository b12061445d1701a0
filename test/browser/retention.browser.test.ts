import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RetentionView } from '../../src/contract/retention.ts';
import type { Post } from '../../src/contract/session.ts';
import { contextFor, launchBrowser, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, type Staff, serveDistrict, taken } from '../support/district.ts';
import { readableByAnyone } from './screens.ts';
import { MORNING } from './stories.ts';

const DAY = 86_400_000;
const archivist: Post = { unit: 'governance', role: 'archivist' };
const counter: Post = { unit: 'licun-dongshan', role: 'intake_agent' };
const WORDS = '优抚补助怎么申领？';

let district: ServedDistrict;
let browser: Browser;
let clerk: Staff;
let supervisor: Staff;
let id: string;

const seen = () => supervisor.get<RetentionView>(`/retention/${id}`);
const act = async (name: string, body: object) => {
  const { version } = await seen();
  return supervisor.post(`/retention/${id}/${name}`, { expectedVersion: version, ...body });
};
async function turns() {
  for (let n = 0; n < 5; n += 1) await district.tick();
}

/** A question answered at once, and held for a lawsuit by one officer so far. */
beforeAll(async () => {
  [district, browser] = await Promise.all([serveDistrict(MORNING), launchBrowser()]);
  clerk = await district.staff(counter);
  supervisor = await district.staff({ unit: 'hotline', role: 'supervisor' });
  ({ id } = await taken(clerk, WORDS, 'licun-dongshan', { kind: 'consult' }));
  await clerk.act(id, 'answer-at-once', { answer: '带身份证到窗口办理。' });
  await turns();
  const until = new Date(MORNING + 90 * DAY).toISOString();
  await act('place-hold', { reason: '涉及行政诉讼', until });
});

afterAll(async () => {
  await browser?.close();
  await district?.close();
});

async function opened(path: string, lang: 'zh' | 'en', as: Post): Promise<Page> {
  const context = await browser.newContext(contextFor({ lang, width: WIDTHS.desk }));
  const page = await context.newPage();
  await district.signIn(page, as);
  await page.goto(`${district.origin}/console${path}`);
  return page;
}

readableByAnyone(
  [
    { name: 'the desk', path: () => '/retention', as: archivist, shows: '.retention-row' },
    { name: 'one matter', path: () => `/retention/${id}`, as: archivist, shows: '.facts' },
  ],
  () => ({ district, browser }),
);

it('the second officer is told what agreeing does, and agrees', async () => {
  const page = await opened('/', 'zh', archivist);
  await page.getByRole('link', { name: /同意法定保全/ }).click();
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText('您是第二位同意的人').waitFor();
  await page.getByRole('button', { name: '确认：同意', exact: true }).click();
  await page.getByText('已经两人同意').waitFor();
  expect(await seen()).toMatchObject({ holds: 1, holdsList: [{ agreed: true }] });
  await page.context().close();
});

it('a date of review is of the district’s clocks, whatever the reader’s own say', async () => {
  const page = await opened(`/retention/${id}`, 'zh', archivist);
  await page.getByRole('button', { name: '提出保全' }).click();
  await page.getByLabel('理由').fill('另案诉讼');
  const day = new Date(MORNING + 30 * DAY).toISOString().slice(0, 10);
  await page.getByLabel('复核日期').fill(`${day}T18:00`);
  await page.getByRole('button', { name: '确认：提出保全' }).click();
  await page.getByText('另案诉讼').first().waitFor();
  const { holdsList } = await seen();
  expect(holdsList.at(-1)?.until).toBe(`${day}T10:00:00.000Z`);
  await page.context().close();
});

it('once its time is over and nobody reviewed the hold, the case says that the words are gone', async () => {
  // Its review is missed, and once that is told it holds a month more.
  for (const days of [400, 440]) {
    await district.setClock(MORNING + days * DAY);
    await turns();
  }
  expect((await seen()).status).toBe('erased');
  const page = await opened(`/cases/${id}`, 'en', { ...counter });
  await page.getByText('were erased for good').first().waitFor();
  expect(await page.content()).not.toContain(WORDS);
  await page.context().close();
});

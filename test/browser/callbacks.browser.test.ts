import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallbackPage, CallbackView } from '../../src/contract/callbacks.ts';
import type { Post } from '../../src/contract/session.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import { contextFor, launchBrowser, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, type Staff, serveDistrict, taken } from '../support/district.ts';
import { readableByAnyone, type Screen } from './screens.ts';
import { MORNING } from './stories.ts';

const DAY = 24 * 3_600_000;
const agent: Post = { unit: 'hotline', role: 'callback_agent' };
const supervisor: Post = { unit: 'hotline', role: 'supervisor' };

let district: ServedDistrict;
let browser: Browser;
let asking: Staff;
let id: string;

/** Everything closed is drawn: a screen cannot wait for a lot. */
const all = (law: Rulebook): Rulebook => ({
  ...law,
  callback: law.callback && {
    ...law.callback,
    samples: law.callback.samples.map((sample) => ({ ...sample, share: 1 })),
  },
});

/** A request that a street handled, closed as fixed; its day has come, and somebody was pressed. */
beforeAll(async () => {
  [district, browser] = await Promise.all([
    serveDistrict(MORNING, undefined, all),
    launchBrowser(),
  ]);
  const clerk = await district.staff({ unit: 'licun-dongshan', role: 'intake_agent' });
  const desk = await district.staff({ unit: 'licun', role: 'dispatcher' });
  const street = await district.staff({ unit: 'licun', role: 'unit_handler' });
  const verifier = await district.staff({ unit: 'governance', role: 'callback_agent' });
  const contact = { telephone: '0000-81234567' };
  const { id: about } = await taken(clerk, '摊贩占道，劝不走', 'licun-dongshan', { contact });
  await desk.act(about, 'triage', { category: 'street-vending', title: '占道摆摊' });
  await desk.act(about, 'dispatch', { lead: 'licun' });
  await street.act(about, 'sign-for');
  await street.act(about, 'reply', { reply: '已劝离，安排了疏导点。', outcome: 'FIXED' });
  await verifier.act(about, 'verify', { reached: true, solved: 'yes' });
  await verifier.act(about, 'close', { outcome: 'FIXED' });
  for (let n = 0; n < 3; n++) await district.tick();
  await district.setClock(MORNING + 16 * DAY);
  for (let n = 0; n < 3; n++) await district.tick();
  asking = await district.staff(agent);
  const { rows } = await asking.get<CallbackPage>('/callbacks');
  id = rows[0]?.id ?? '';
  const { version } = await asking.get<CallbackView>(`/callbacks/${id}`);
  const text = '有人要我回访时说满意';
  await asking.post(`/callbacks/${id}/report-pressure`, { expectedVersion: version, text });
});

afterAll(async () => {
  await browser?.close();
  await district?.close();
});

const SCREENS: readonly Screen[] = [
  { name: 'the callback desk', path: () => '/callbacks', as: agent, shows: '.callbacks-row' },
  { name: 'asking', path: () => `/callbacks/${id}`, as: agent, shows: '.callback-form' },
  { name: 'pressure', path: () => `/callbacks/${id}`, as: supervisor, shows: '.callback-report' },
];

readableByAnyone(SCREENS, () => ({ district, browser }));

describe('a callback agent', () => {
  it('asks and writes down without a mouse, and the closing is denied', async () => {
    const context = await browser.newContext(contextFor({ lang: 'zh', width: WIDTHS.desk }));
    const page = await context.newPage();
    await district.signIn(page, agent);
    await page.goto(`${district.origin}/console/callbacks`);
    await page.getByRole('link', { name: /占道摆摊/ }).focus();
    await page.keyboard.press('Enter');
    const solved = page.getByRole('group', { name: '事情是否解决' });
    await solved.getByRole('radio', { name: '未回答' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: '记录回访' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('记录回访').waitFor({ state: 'hidden' });
    const view = await asking.get<CallbackView>(`/callbacks/${id}`);
    expect(view.answers).toMatchObject([{ replies: { solved: 'no', satisfied: null } }]);
    await context.close();
  });
});

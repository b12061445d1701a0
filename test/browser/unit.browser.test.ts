import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../src/contract/session.ts';
import type { HandoverView } from '../../src/contract/unit.ts';
import { contextFor, launchBrowser, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, type Staff, serveDistrict, taken } from '../support/district.ts';
import { readableByAnyone, type Screen } from './screens.ts';
import { MORNING } from './stories.ts';

const HOUR = 3_600_000;
const head: Post = { unit: 'veterans', role: 'unit_head' };
const handler: Post = { unit: 'veterans', role: 'unit_handler', office: 'veterans-support' };
const officeHead: Post = { unit: 'veterans', role: 'office_head', office: 'veterans-support' };
const NEXT_DAY = MORNING + 24 * HOUR;

let district: ServedDistrict;
let browser: Browser;
let works: Staff;
let id: string;

/** A veteran's question, handled in one office, the reply drafted and agreed to by its head. */
beforeAll(async () => {
  [district, browser] = await Promise.all([serveDistrict(MORNING), launchBrowser()]);
  const clerk = await district.staff({ unit: 'licun-dongshan', role: 'intake_agent' });
  const desk = await district.staff({ unit: 'licun', role: 'dispatcher' });
  const centre = await district.staff({ unit: 'hotline', role: 'dispatcher' });
  works = await district.staff(handler);
  ({ id } = await taken(clerk, '优抚补助怎么申领？', 'licun-dongshan'));
  await desk.act(id, 'triage', { category: 'veterans', title: '优抚补助申领' });
  await centre.act(id, 'dispatch', { lead: 'veterans' });
  await works.act(id, 'sign-for');
  const onBehalfOf = { kind: 'post', post: head };
  await works.act(id, 'suspend', { reason: 'hearing', onBehalfOf });
  await works.act(id, 'resume');
  await works.act(id, 'reply', { reply: '从下月起发放。', outcome: 'FIXED' });
  await (await district.staff(officeHead)).act(id, 'agree-reply');
  await district.tick();
});

afterAll(async () => {
  await browser?.close();
  await district?.close();
});

async function opened(path: string, width: number, lang: 'zh' | 'en', as: Post): Promise<Page> {
  const context = await browser.newContext(contextFor({ lang, width }));
  const page = await context.newPage();
  await district.signIn(page, as);
  await page.goto(`${district.origin}/console${path}`);
  return page;
}

const SCREENS: readonly Screen[] = [
  { name: 'the unit', path: () => '/unit', as: head, shows: '.stack a' },
  { name: 'handover', path: () => '/handover', as: head, shows: '.sheet' },
  { name: 'the week', path: () => '/week', as: head, shows: '.duty-table' },
  { name: 'entered for the head', path: () => '/entered', as: head, shows: '.entered-row' },
  { name: 'stand-ins', path: () => '/stand-ins', as: head, shows: '.stand-in-form' },
];

readableByAnyone(SCREENS, () => ({ district, browser }));

describe('a leader', () => {
  it('agrees to the draft from the next acts, and the reply goes out', async () => {
    const page = await opened('/', WIDTHS.desk, 'zh', head);
    await page.getByRole('button', { name: /同意答复/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '同意答复', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await works.get(`/cases/${id}`)).toMatchObject({ status: 'replied' });
    await page.context().close();
  });

  it('confirms by one key what was entered in their name', async () => {
    const page = await opened('/entered', WIDTHS.desk, 'zh', head);
    await page.locator('.entered-row button').first().focus();
    await page.keyboard.press('c');
    await page.getByText('没有以您的名义录入').waitFor();
    await page.context().close();
  });

  it('names a stand-in between two dates, and ends it', async () => {
    const page = await opened('/stand-ins', WIDTHS.desk, 'en', head);
    const pick = async (field: string, name: string) => {
      await page.locator(`#${field}`).click();
      await page.locator(`#${field}`).fill(name);
      await page.keyboard.press('Enter');
    };
    await pick('absent-role', 'Unit head');
    await pick('present-post-role', 'Unit handler');
    await page.fill('#stand-from', '2027-01-01T09:00');
    await page.fill('#stand-to', '2027-01-08T09:00');
    await page.getByRole('button', { name: 'Name them' }).click();
    const row = page.locator('.stand-in');
    await row.waitFor();
    expect(await row.textContent()).toContain('Unit handler for');
    await row.getByRole('button').click();
    await row.waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('on paper', () => {
  it('the handover and the week fit one sheet each', async () => {
    await district.setClock(NEXT_DAY);
    for (const path of ['/handover', '/week']) {
      const page = await opened(path, WIDTHS.desk, 'zh', head);
      await page.locator('.sheet').waitFor();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
      await page.context().close();
    }
  });

  it('a note goes to the next shift', async () => {
    const page = await opened('/handover', WIDTHS.phone, 'zh', handler);
    await page.fill('#shift-note', '钥匙在值班室。');
    await page.getByRole('button', { name: '留言', exact: true }).click();
    await page.locator('.sheet').getByText('钥匙在值班室。').waitFor();
    const { notes } = await works.get<HandoverView>('/handover');
    expect(notes).toMatchObject([{ text: '钥匙在值班室。' }]);
    await page.context().close();
  });
});

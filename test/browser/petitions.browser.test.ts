import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PetitionView } from '../../src/contract/petitions.ts';
import type { Post } from '../../src/contract/session.ts';
import { contextFor, launchBrowser, WIDTHS, wrongWith } from '../support/browser.ts';
import { type ServedDistrict, type Staff, serveDistrict, taken } from '../support/district.ts';
import { pagesOf } from '../support/pdf.ts';
import { readableByAnyone, type Screen } from './screens.ts';
import { MORNING } from './stories.ts';

const office: Post = { unit: 'petitions', role: 'unit_handler' };
const body: Post = { unit: 'licun', role: 'unit_handler' };
const NUMBER = 'XF20260042';

let district: ServedDistrict;
let browser: Browser;
let handler: Staff;
let id: string;

const seen = (who: Staff) => who.get<PetitionView>(`/petitions/${id}`);
async function act(who: Staff, name: string, more: object = {}) {
  const { version } = await seen(who);
  await who.post(`/petitions/${id}/${name}`, { expectedVersion: version, ...more });
}

/** A petition that a street has accepted and told the person of, its opinion still owed. */
beforeAll(async () => {
  [district, browser] = await Promise.all([serveDistrict(MORNING), launchBrowser()]);
  const clerk = await district.staff({ unit: 'licun-dongshan', role: 'intake_agent' });
  const desk = await district.staff(office);
  const centre = await district.staff({ unit: 'hotline', role: 'dispatcher' });
  handler = await district.staff(body);
  const { id: about } = await taken(clerk, '补偿款少算了', 'licun-dongshan');
  const petition = await centre.post<{ id: string }>('/petitions', {
    case: about,
    kind: 'claim',
    number: { system: 'national', number: NUMBER },
    words: '请依法补足补偿款',
  });
  id = petition.id;
  await act(desk, 'route', { bodies: ['licun'] });
  await act(handler, 'accept');
  await act(handler, 'deliver', { letter: 1, means: 'post' });
});

afterAll(async () => {
  await browser?.close();
  await district?.close();
});

const SCREENS: readonly Screen[] = [
  { name: 'the petition desk', path: () => '/petitions', as: office, shows: '.cases-row' },
  { name: 'one petition', path: () => `/petitions/${id}`, as: body, shows: '.petition-clocks' },
];

readableByAnyone(SCREENS, () => ({ district, browser }));

async function opened(path: string, lang: 'zh' | 'en'): Promise<Page> {
  const context = await browser.newContext(contextFor({ lang, width: WIDTHS.desk }));
  const page = await context.newPage();
  await district.signIn(page, body);
  await page.goto(`${district.origin}/console${path}`);
  return page;
}

describe('a handler of the body', () => {
  it('gives the opinion, and its paper comes out of the printer with its number', async () => {
    const page = await opened(`/petitions/${id}`, 'zh');
    await page.getByRole('button', { name: /^作出意见/ }).click();
    const drawer = page.getByRole('dialog');
    for (const [label, text] of [
      ['请求', '请求补足补偿款'],
      ['查明的事实', '面积核定无误'],
      ['意见和理由', '对您的请求不予支持'],
      ['法律依据', '某条例第五条'],
    ] as const) {
      await drawer.getByLabel(label, { exact: true }).fill(text);
    }
    await drawer.getByRole('button', { name: '不予支持' }).click();
    await drawer.waitFor({ state: 'detached' });
    const { letters } = await seen(handler);
    expect(letters).toMatchObject([
      { delivered: { means: 'post' } },
      { delivered: null, opinion: { verdict: 'NOT_SUPPORT' } },
    ]);

    await page.getByRole('link', { name: letters[1]?.kindName.zh ?? '' }).click();
    await page.locator('.paper').first().waitFor();
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.join('')).toContain(NUMBER);
    await page.context().close();
  });

  it('is told by an empty list of supports where a first one comes from', async () => {
    const page = await opened('/supports', 'en');
    await page.locator('.support-nothing').waitFor();
    expect(await wrongWith(page, 800)).toEqual([]);
    await page.context().close();
  });
});

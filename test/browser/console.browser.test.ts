import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CasePage, CaseView } from '../../src/contract/cases.ts';
import type { LooksView } from '../../src/contract/secrecy.ts';
import type { Post } from '../../src/contract/session.ts';
import { contextFor, focused, launchBrowser, WIDTHS } from '../support/browser.ts';
import { type ServedDistrict, serveDistrict, taken } from '../support/district.ts';
import { readableByAnyone, type Screen } from './screens.ts';
import { type Cast, castOf, MORNING, posts, type Stories, tell } from './stories.ts';

let district: ServedDistrict;
let cast: Cast;
let stories: Stories;
let browser: Browser;

beforeAll(async () => {
  [district, browser] = await Promise.all([serveDistrict(MORNING), launchBrowser()]);
  cast = await castOf(district);
  stories = await tell(district, cast);
});

afterAll(async () => {
  await browser?.close();
  await district?.close();
});

const justice: Post = { unit: 'justice', role: 'unit_handler' };

const SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: () => '/sign-in', as: null, shows: '#login' },
  { name: 'next acts', path: () => '/', as: posts.handler, shows: '.next-row' },
  { name: 'next acts, none', path: () => '/', as: justice, shows: '.next-nothing' },
  { name: 'cases', path: () => '/cases', as: posts.dispatcher, shows: '.cases-row a' },
  {
    name: 'a case',
    path: () => `/cases/${stories.handling}`,
    as: posts.handler,
    shows: '.act-bar .ant-btn',
  },
  {
    name: 'an emergency',
    path: () => `/cases/${stories.emergency}`,
    as: posts.dispatcher,
    shows: '.emergency',
  },
  {
    name: 'an act',
    path: () => `/cases/${stories.handling}?act=reply`,
    as: posts.handler,
    shows: '#act-reply',
  },
  {
    name: 'a ruling',
    path: () => `/cases/${stories.disputed}?act=rule-allocation`,
    as: posts.arbiter,
    shows: '#act-reason',
  },
  { name: 'dispatch', path: () => '/dispatch', as: posts.dispatcher, shows: '.decision-lead' },
  { name: 'objections', path: () => '/objections', as: posts.arbiter, shows: '.dispute-sides' },
  { name: 'register', path: () => '/register', as: posts.intake, shows: '.field-choices-two' },
  {
    name: 'the slip',
    path: () => `/cases/${stories.waiting[0]}/slip`,
    as: posts.intake,
    shows: '.slip-qr',
  },
  { name: 'duty list', path: () => '/duties', as: posts.handler, shows: '.duty' },
  {
    name: 'the rules',
    path: () => '/rules',
    as: { unit: 'licang', role: 'rule_editor' },
    shows: '#rules-day',
  },
  {
    name: 'the rules, for the staff',
    path: () => '/rules',
    as: { unit: 'licang', role: 'administrator' },
    shows: '#rules-files',
  },
  { name: 'no such page', path: () => '/nowhere', as: posts.handler, shows: 'main h1' },
];

const open = async (page: Page, path: string, shows: string): Promise<void> => {
  await page.goto(`${district.origin}/console${path}`);
  await page.waitForSelector(shows);
};

const withPage = async (
  reader: Parameters<typeof contextFor>[0],
  as: readonly Post[],
  look: (page: Page) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext(contextFor(reader));
  try {
    const page = await context.newPage();
    const [first, ...more] = as;
    if (first) await district.signIn(page, first, ...more);
    await look(page);
  } finally {
    await context.close();
  }
};

readableByAnyone(SCREENS, () => ({ district, browser }));

const statusOf = async (id: string): Promise<CaseView> =>
  cast.dispatcher.get<CaseView>(`/cases/${id}`);

describe('the dispatch desk', () => {
  it('sends ten cases without a mouse', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.dispatcher], async (page) => {
      await open(page, `/dispatch?case=${stories.waiting[0]}`, '.decision-lead');
      const sent: string[] = [];
      for (let n = 0; n < 10; n += 1) {
        await page.locator('.decision-acts .ant-btn-primary:enabled:focus').waitFor();
        const at = new URL(page.url()).searchParams.get('case');
        if (at === null) throw new Error('no case is chosen');
        sent.push(at);
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.searchParams.get('case') !== at);
      }
      expect(new Set(sent).size).toBe(10);
      for (const id of sent) expect(await statusOf(id)).toMatchObject({ status: 'assigned' });
    });
  });

  it('sends elsewhere than proposed with the reason that stands beside it', async () => {
    await withPage({ lang: 'en', width: WIDTHS.desk }, [posts.dispatcher], async (page) => {
      const { id } = await taken(cast.intake, '饭店油烟直接排到诊所楼上。', 'cangkou-yishun');
      await open(page, `/dispatch?case=${id}`, '.decision-lead');
      await page.locator('.decision-acts .ant-btn-primary:enabled:focus').waitFor();
      await page.keyboard.press('c');
      const choose = async (unit: string) => {
        await page.locator('#decision-unit').fill(unit);
        await page.keyboard.press('Enter');
        await page.locator('#decision-reason').focus();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      };
      await page.locator('#decision-reason').fill('The kitchen belongs to a clinic.');
      // Who merely supports may never lead; what was typed outlives the refusal.
      await choose('Cangkou Street');
      await page.getByText('authority.support-only').waitFor();
      await choose('Health Bureau');
      await page.waitForURL((url) => url.searchParams.get('case') !== id);
      expect(await statusOf(id)).toMatchObject({ status: 'assigned', lead: 'health' });
    });
  });

  it('never lets Enter slip past an emergency nobody has confirmed', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.dispatcher], async (page) => {
      await open(page, `/dispatch?case=${stories.emergency}`, '.decision-lead');
      await page.keyboard.press('Enter');
      expect(await statusOf(stories.emergency)).toMatchObject({ status: 'received' });
      await page.keyboard.press('h');
      await page.locator('.act-form input[type=radio]').first().press('Space');
      await page.locator('.act-form .ant-btn-primary').press('Enter');
      await page.locator('.act-form').waitFor({ state: 'detached' });
      const { emergency } = await statusOf(stories.emergency);
      expect(emergency).toMatchObject({ confirmed: true });
    });
  });
});

describe('my next acts', () => {
  it('moves by arrows, acts by letter and comes back to the row', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, '/', '.next-row');
      await page.locator('a.row-title').first().focus();
      await page.keyboard.press('ArrowDown');
      const second = await page.locator('.next-row').nth(1).getAttribute('data-row');
      expect(await page.evaluate(`document.activeElement.closest('li').dataset.row`)).toBe(second);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('s');
      await page.waitForSelector('.act-form');
      await page.keyboard.press('Escape');
      await page.locator('a.row-title:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.act-bar');
      expect(page.url()).toContain('/console/cases/');
    });
  });

  it('signs for an order and it leaves the list', async () => {
    await withPage({ lang: 'en', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, '/', '.next-row');
      const row = page.locator(`[data-row="${stories.assigned}"]`);
      await row.locator('a').focus();
      await page.keyboard.press('s');
      await page.locator('.act-form .ant-btn-primary').press('Enter');
      await page.locator('[role=status]', { hasText: 'Done: Sign for' }).waitFor();
      await row.getByRole('button', { name: /Sign for/ }).waitFor({ state: 'detached' });
      expect(await statusOf(stories.assigned)).toMatchObject({ status: 'handling' });
    });
  });

  it('keeps its filters in the address', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, '/?act=reply', '.next-row');
      const acts = await page.locator('.next-row .ant-btn').allInnerTexts();
      expect(acts.every((text) => text.startsWith('答复'))).toBe(true);
      await page.getByLabel('要做的事').selectOption('');
      await page.waitForURL((url) => url.search === '');
    });
  });
});

describe('an act', () => {
  it('decided on a version that has moved says so and keeps what was typed', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, `/cases/${stories.handling}?act=reply`, '#act-reply');
      await page.locator('#act-reply').fill('已修好。');
      await cast.supervisor.act(stories.handling, 'remind', { text: '请尽快。' });
      await page.getByLabel('已解决').check();
      await page.locator('.act-form .ant-btn-primary').click();
      await page.getByRole('button', { name: '看最新情况，保留已填内容' }).click();
      await page.locator('.trouble').waitFor({ state: 'detached' });
      expect(await page.locator('#act-reply').inputValue()).toBe('已修好。');
      await page.locator('.act-form .ant-btn-primary').click();
      await page.locator('.act-form').waitFor({ state: 'detached' });
      expect(await statusOf(stories.handling)).toMatchObject({ status: 'replied' });
    });
  });

  it('lost on the way is sent again under the same key', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.supervisor], async (page) => {
      const keys: (string | undefined)[] = [];
      let lost = 0;
      await page.route('**/remind', async (route) => {
        keys.push(route.request().headers()['idempotency-key']);
        lost += 1;
        // The first arrives and its answer is lost.
        if (lost > 1) return route.continue();
        await route.fetch();
        return route.abort();
      });
      await open(page, `/cases/${stories.extension}?act=remind`, '#act-text');
      const before = (await statusOf(stories.extension)).thread.length;
      await page.locator('#act-text').fill('请按时答复。');
      await page.locator('.act-form .ant-btn-primary').click();
      await page.locator('.act-form').waitFor({ state: 'detached' });
      expect(keys).toHaveLength(2);
      expect(keys[0]).toBe(keys[1]);
      expect((await statusOf(stories.extension)).thread).toHaveLength(before + 1);
    });
  });

  it('that is refused says why and what to do, with its code', async () => {
    await withPage({ lang: 'en', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, `/cases/${stories.suspended}`, '.act-bar');
      await page.getByRole('button', { name: /more$/ }).click();
      const refused = page.locator('.act-bar-refused li', { hasText: 'Withdraw' });
      expect(await refused.innerText()).toMatch(/person/i);
    });
  });
});

describe('contact details', () => {
  it('are shown for a reason, and the look is logged', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, `/cases/${stories.extension}`, '.act-bar');
      expect(await page.content()).not.toContain('0000-00000001');
    });
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, `/cases/${stories.suspended}`, '.act-bar');
      await page.getByRole('button', { name: '查看联系方式' }).click();
      await page.getByLabel('为什么需要查看？').fill('约上门时间');
      await page.getByRole('button', { name: '记录理由并查看' }).click();
      await page.getByText('0000-00000001').waitFor();
      // The lead unit reaches the person; their name is not for it.
      expect(await page.content()).not.toContain('示例称呼');
    });
    const { looks } = await cast.head.get<LooksView>(`/cases/${stories.suspended}/looks`);
    expect(looks.map(({ purpose }) => purpose)).toContain('约上门时间');
  });
});

describe('registration', () => {
  it('asks first, takes the words as they are and prints a slip', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.phone }, [posts.intake], async (page) => {
      await open(page, '/register', '.field-choices-two');
      expect(await page.locator('#register-words').count()).toBe(0);
      await page.getByRole('group', { name: '现在有人处于危险之中吗？' }).getByLabel('否').check();
      await page.getByRole('group', { name: '是检举控告公职人员吗？' }).getByLabel('否').check();
      await page.locator('#register-words').fill('河道里的水发臭,\n已经一个星期了。');
      await page.getByRole('group', { name: '诉求类型' }).getByLabel('投诉').check();
      await page.locator('#register-unit').fill('怡顺');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '登记并出具回执' }).click();
      const code = await page.locator('.slip-code').innerText();
      expect(code).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/);
      await page.getByRole('link', { name: '打开这一事项' }).click();
      await page.locator('.said').waitFor();
      expect(await page.locator('.said').innerText()).toBe('河道里的水发臭,\n已经一个星期了。');
    });
  });

  it('takes nothing down of a report against an official', async () => {
    const count = async () => (await cast.dispatcher.get<CasePage>('/cases?limit=200')).rows.length;
    const before = await count();
    await withPage({ lang: 'en', width: WIDTHS.desk }, [posts.intake], async (page) => {
      const bodies: string[] = [];
      page.on('request', (request) => bodies.push(request.postData() ?? ''));
      await open(page, '/register', '.field-choices-two');
      await page.getByRole('group', { name: 'Is anyone in danger now?' }).getByLabel('No').check();
      await page
        .getByRole('group', { name: 'Does it report an official?' })
        .getByLabel('Yes')
        .check();
      await page.getByText('12388').first().waitFor();
      expect(await page.locator('textarea').count()).toBe(0);
      await page.getByRole('button', { name: 'They were told: count it' }).click();
      await page.getByText('Counted. Nothing of it was kept.').waitFor();
      expect(bodies.filter((body) => body !== '')).toEqual(['{"reportsOfficial":true}']);
    });
    expect(await count()).toBe(before);
  });
});

describe('getting about', () => {
  it('finds a case by a word of its title from anywhere', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.dispatcher], async (page) => {
      await open(page, '/', 'main h1');
      await page.keyboard.press('Control+k');
      await page.locator('.palette-input').fill('北门');
      await page.getByRole('option', { name: /北门路灯不亮/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/cases/${stories.closed}`);
    });
  });

  it('starts at the skip link and reads from left to right', async () => {
    await withPage({ lang: 'en', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, '/', '.next-row');
      const places = await page.locator('nav a').allInnerTexts();
      expect(places).toEqual(expect.arrayContaining(['Next acts', 'Cases', 'Our unit']));
      const order: string[] = [];
      for (let n = 0; n < places.length + 6; n += 1) {
        await page.keyboard.press('Tab');
        order.push(await focused(page));
      }
      expect(order).toEqual([
        'a Skip to the content',
        expect.stringMatching(/^a Shaoying/),
        ...places.map((name) => expect.stringContaining(name)),
        expect.stringMatching(/^button Search/),
        expect.stringMatching(/^button 中文/),
        'button Sign out',
        expect.stringMatching(/^select/),
      ]);
    });
  });

  it('changes language at once and stays in it', async () => {
    await withPage({ lang: 'zh', width: WIDTHS.desk }, [posts.handler], async (page) => {
      await open(page, '/', '.next-row');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Next acts' }).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      await page.reload();
      await page.getByRole('heading', { name: 'Next acts' }).waitFor();
    });
  });

  it('changes posts and shows that post’s work alone', async () => {
    const both = [posts.handler, posts.arbiter] as const;
    await withPage({ lang: 'zh', width: WIDTHS.desk }, both, async (page) => {
      await open(page, '/', '.next-row');
      await page.getByLabel('当前岗位').selectOption({ label: '区社会治理中心 · 裁定人' });
      await page.locator('.next-row', { hasText: '作出派单裁定' }).waitFor();
      expect(await page.locator('.next-row', { hasText: '签收' }).count()).toBe(0);
    });
  });

  it('signs in by hand, refuses a wrong password in words, and signs out', async () => {
    await withPage({ lang: 'en', width: WIDTHS.phone }, [], async (page) => {
      await open(page, '/cases?bucket=closed', '#login');
      await page.fill('#login', 'urban.unit_handler');
      await page.fill('#password', 'not this one');
      await page.keyboard.press('Enter');
      await page.getByText('The login or the password is not right.').waitFor();
      await page.fill('#password', 'a password of the tests');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/console/cases?bucket=closed');
      await page.getByText('Menu').click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForSelector('#login');
    });
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath, ensureBrowser } from '../../scripts/browser.mjs';

/** Nothing but the page under test may reach for the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The two widths every screen must stand: a phone and a clerk's desk. */
export const WIDTHS = { phone: 390, desk: 1280 } as const;

/** One Chromium for a whole test file; contexts are cheap, browsers are not. */
export const launchBrowser = async (): Promise<Browser> => {
  // Also where a test is run by itself, past the bootstrap of `npm test`.
  ensureBrowser();
  return chromium.launch({ executablePath: chromiumPath() ?? '', args: FLAGS });
};

export interface Reader {
  readonly lang: 'zh' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly width: number;
  readonly script?: boolean;
}

/** What a reader's browser asks for: their language, their ground, their width. */
export const contextFor = (reader: Reader): BrowserContextOptions => ({
  locale: reader.lang === 'zh' ? 'zh-CN' : 'en-GB',
  colorScheme: reader.scheme ?? 'light',
  viewport: { width: reader.width, height: reader.width < 600 ? 844 : 800 },
  javaScriptEnabled: reader.script ?? true,
  reducedMotion: 'reduce',
  // The district's zone must show, not the reader's.
  timezoneId: 'America/New_York',
});

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface AxeFinding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules of axe by name. */
type Rules = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/**
 * Violations of WCAG 2.0 to 2.2, A and AA, each as one readable line; none is an empty list.
 * The library enters through the debugger, so the page's own content policy stays in force.
 */
export const axe = async (page: Page, by: Rules = { except: [] }): Promise<string[]> => {
  const off = 'except' in by ? by.except : [];
  const options = {
    runOnly: 'only' in by ? by.only : WCAG,
    rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  };
  // Half a second each time: only where the page does not have it yet.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axeSource);
  const findings = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((r) => r.violations)`,
  )) as AxeFinding[];
  return findings.flatMap((f) =>
    f.nodes.map((n) => `${f.id}: ${f.help} | ${n.html} | ${n.failureSummary ?? ''}`),
  );
};

/**
 * How many pixels the page, or a drawer over it, can be pushed sideways; 0 is the only right answer. A
 * drawer scrolls by itself, so what it cuts off does not make the page any wider.
 */
export const sidewaysScroll = async (page: Page): Promise<number> =>
  (await page.evaluate(
    `Math.max(
      Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth,
      ...[...document.querySelectorAll('.ant-drawer-body')].map((e) => e.scrollWidth - e.clientWidth),
    )`,
  )) as number;

/** Changes the ground, and waits until no component still wears the other one. */
const wear = async (page: Page, scheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme });
  const other = scheme === 'dark' ? 'light' : 'dark';
  await page.locator(`body:not(:has(.shaoying-${other}))`).waitFor();
};

/** What the ground can break. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What is wrong with a screen of the console at either width, on either ground. Colours are looked
 * at in Chinese alone: no language changes them.
 */
export const wrongWith = async (page: Page, height: number): Promise<string[]> => {
  const colours = (await page.locator('html').getAttribute('lang'))?.startsWith('zh') ?? true;
  const wrong: string[] = [];
  for (const width of Object.values(WIDTHS)) {
    await page.setViewportSize({ width, height });
    // The frame follows its window one frame later.
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    const found = await axe(page, { except: COLOURS });
    const sideways = await sidewaysScroll(page);
    if (sideways !== 0) found.push(`${sideways} px sideways`);
    for (const ground of colours ? (['light', 'dark'] as const) : []) {
      await wear(page, ground);
      found.push(...(await axe(page, { only: COLOURS })).map((one) => `${ground}: ${one}`));
    }
    wrong.push(...found.map((one) => `${width} px: ${one}`));
  }
  return wrong;
};

/** What holds the focus, as a person would say it: its role's tag and its name. */
export const focused = async (page: Page): Promise<string> =>
  (await page.evaluate(
    `(() => { const e = document.activeElement; if (!e) return '';
      return e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') || e.innerText || e.getAttribute('name') || '').trim().replace(/\\s+/g, ' ').slice(0, 60); })()`,
  )) as string;

/** Everything the page tried to load from elsewhere; a product without outside requests has none. */
export const watchOutside = (page: Page, origin: string): string[] => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      outside.push(url);
    }
  });
  return outside;
};

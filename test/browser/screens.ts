import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../src/contract/session.ts';
import { contextFor, WIDTHS, watchOutside, wrongWith } from '../support/browser.ts';
import type { ServedDistrict } from '../support/district.ts';

/** A screen of the console, and who sees it. */
export interface Screen {
  readonly name: string;
  readonly path: () => string;
  readonly as: Post | null;
  /** What must be on it before it is looked at. */
  readonly shows: string;
}

/** What `beforeAll` has opened by the time a screen is looked at. */
type Open = () => { readonly district: ServedDistrict; readonly browser: Browser };

const signedInAs = ({ as }: Screen): string => (as === null ? '' : Object.values(as).join('.'));

/** Each screen in either language, at either width, on either ground, in a window `height` px high. */
export function readableByAnyone(screens: readonly Screen[], open: Open, height = 800): void {
  // Whoever signed in looks at all of theirs: to start the console costs more than to look.
  const byPost = screens.toSorted((a, b) => signedInAs(a).localeCompare(signedInAs(b)));

  describe.each(['zh', 'en'] as const)('every screen in %s', (lang) => {
    // One for all of a language: the console's own files are fetched once.
    let context: BrowserContext;
    let post: string | null = null;
    let page: Page;
    let failed: string[];
    let outside: string[];

    beforeAll(async () => {
      context = await open().browser.newContext(contextFor({ lang, width: WIDTHS.desk }));
    });
    afterAll(async () => {
      await context?.close();
    });

    const signIn = async (screen: Screen): Promise<void> => {
      const { district } = open();
      await page?.close();
      page = await context.newPage();
      failed = [];
      page.on('pageerror', (error) => failed.push(String(error)));
      outside = watchOutside(page, district.origin);
      await context.clearCookies();
      if (screen.as) await district.signIn(page, screen.as);
    };

    it.each(byPost)('$name: readable by anyone, never sideways', async (screen) => {
      const url = `${open().district.origin}/console${screen.path()}`;
      const others = post !== signedInAs(screen);
      // Until this one has gone well, the next begins anew.
      post = null;
      if (others) await signIn(screen);
      // Inside the console a place is left without loading it again; only where what is waited for
      // stands there already would nobody see that the new one has come.
      if (others || (await page.locator(screen.shows).count()) > 0) await page.goto(url);
      else await page.evaluate(`history.pushState({}, '', ${JSON.stringify(url)})`);
      await page.locator(screen.shows).first().waitFor();
      expect(await wrongWith(page, height)).toEqual([]);
      expect(failed).toEqual([]);
      expect(outside).toEqual([]);
      post = signedInAs(screen);
    });
  });
}

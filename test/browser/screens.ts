import type { Browser, BrowserContext } from 'playwright-core';
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

/** Each screen in either language, at either width, on either ground, in a window `height` px high. */
export function readableByAnyone(screens: readonly Screen[], open: Open, height = 800): void {
  describe.each(['zh', 'en'] as const)('every screen in %s', (lang) => {
    // One for all of a language: the console's own files are fetched once.
    let context: BrowserContext;
    beforeAll(async () => {
      context = await open().browser.newContext(contextFor({ lang, width: WIDTHS.desk }));
    });
    afterAll(async () => {
      await context?.close();
    });

    it.each(screens)('$name: readable by anyone, never sideways', async (screen) => {
      const { district } = open();
      const page = await context.newPage();
      const failed: string[] = [];
      page.on('pageerror', (error) => failed.push(String(error)));
      const outside = watchOutside(page, district.origin);
      await context.clearCookies();
      if (screen.as) await district.signIn(page, screen.as);
      await page.goto(`${district.origin}/console${screen.path()}`);
      await page.locator(screen.shows).first().waitFor();
      expect(await wrongWith(page, height)).toEqual([]);
      expect(failed).toEqual([]);
      expect(outside).toEqual([]);
      await page.close();
    });
  });
}

import type { RetentionClass, RetentionLaw } from './retention.ts';
import { smallRulebook } from './small.fixture.ts';

/** How the small district keeps what people said: for tests only. */

const { citation } = smallRulebook().extension;
const days = (n: number) => ({ n, unit: 'day' as const });
const aClass = (code: string, change: Partial<RetentionClass> = {}): RetentionClass => ({
  code,
  name: { zh: `${code}类`, en: `class ${code}` },
  categories: [],
  outcomes: [],
  kinds: [],
  keep: days(100),
  archive: false,
  citation,
  ...change,
});

/** Vendors' matters go to the archive, withdrawn ones are kept shortest, all else a hundred days. */
export const retaining: RetentionLaw = {
  classes: [
    aClass('withdrawn', { outcomes: ['WITHDRAWN_BY_PERSON'], keep: days(10) }),
    aClass('questions', { kinds: ['consult'], keep: days(20) }),
    aClass('vendors', { categories: ['vending'], archive: true }),
    aClass('usual'),
  ],
  unit: 'centre',
  transfer: { within: days(30), citation },
  hold: { max: days(60), agree: days(3), grace: days(20), citation },
  wish: { answer: days(15), citation },
};

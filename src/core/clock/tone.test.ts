import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import { toneOf } from './tone.ts';

const clock: Clock = {
  id: 'reply-1',
  kind: 'reply',
  unit: 'u',
  startedAt: 0,
  duration: { n: 1, unit: 'day' },
  legal: null,
  target: null,
  calendar: { id: 'cn', version: '1' },
  citation: { text: { zh: '示例', en: 'illustrative' }, illustrative: true },
  dueAt: 200,
  legalDueAt: null,
  provisional: false,
  suspensions: [],
  extensions: [],
  status: 'running',
  breachedAt: null,
  endedAt: null,
  revision: 1,
};

describe('the tone of a clock', () => {
  it.each([
    ['running with time to spare', {}, 100, 'running'],
    ['in its last fifth', {}, 160, 'soon'],
    ['past due before anybody recorded it', {}, 200, 'breach'],
    ['suspended', { status: 'suspended' as const }, 100, 'suspended'],
    ['provisional', { provisional: true }, 100, 'provisional'],
    ['provisional and soon due', { provisional: true }, 190, 'soon'],
    ['met', { status: 'met' as const, endedAt: 90 }, 300, 'done'],
    ['met late: late stays late', { status: 'met' as const, breachedAt: 200 }, 300, 'breach'],
  ])('%s', (_, change, now, tone) => {
    expect(toneOf({ ...clock, ...change }, now)).toBe(tone);
  });
});

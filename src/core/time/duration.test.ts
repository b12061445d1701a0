import { expect, test } from 'vitest';
import { type Duration, durationWords, formatDuration, parseDuration } from './duration.ts';

const ROWS: [string, Duration, string, string][] = [
  ['30min', { n: 30, unit: 'minute' }, '30 minutes', '30分钟'],
  ['2h', { n: 2, unit: 'hour' }, '2 hours', '2小时'],
  ['4wh', { n: 4, unit: 'workHour' }, '4 working hours', '4个工作小时'],
  ['15d', { n: 15, unit: 'day' }, '15 days', '15日'],
  ['1wd', { n: 1, unit: 'workDay' }, '1 working day', '1个工作日'],
  ['2mo', { n: 2, unit: 'month' }, '2 months', '2个月'],
  ['0d', { n: 0, unit: 'day' }, '0 days', '0日'],
];

test.each(ROWS)('%s is read, written and said', (short, duration, en, zh) => {
  expect(parseDuration(short)).toEqual(duration);
  expect(formatDuration(duration)).toBe(short);
  expect(durationWords(duration, 'en')).toBe(en);
  expect(durationWords(duration, 'zh')).toBe(zh);
});

test.each(['', '3', 'wd', '3 wd', '3WD', '-1d', '1.5h', '3w', '3m', '123456d', '3wd ', '٣d'])(
  "'%s' is no duration",
  (text) => expect(parseDuration(text)).toBeNull(),
);

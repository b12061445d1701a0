import { describe, expect, it } from 'vitest';
import { showDated, showDay, showInstant } from './show.ts';

const now = '2026-02-13T16:20:00+08:00';

describe('an instant on paper', () => {
  it('is never today or tomorrow, and has its year', () => {
    expect(showDated(now, 'zh', 'Asia/Shanghai')).toBe('2026年2月13日 周五 16:20');
    expect(showDated(now, 'en', 'Asia/Shanghai')).toBe('Fri 13 Feb 2026 16:20');
  });
});

describe('a day in words', () => {
  it('is the district’s day, with its year', () => {
    expect(showDay('2025-06-30T16:00:00.000Z', 'zh', 'Asia/Shanghai')).toBe('2025年7月1日');
    expect(showDay('2025-06-30T16:00:00.000Z', 'en', 'Asia/Shanghai')).toBe('1 Jul 2025');
  });
});

describe('an instant in words', () => {
  it.each([
    ['2026-02-13T23:59:00+08:00', '今天 23:59', 'today 23:59'],
    ['2026-02-14T00:00:00+08:00', '明天 00:00', 'tomorrow 00:00'],
    ['2026-02-12T09:05:00+08:00', '昨天 09:05', 'yesterday 09:05'],
    ['2026-02-25T16:20:00+08:00', '2月25日 周三 16:20', 'Wed 25 Feb 16:20'],
    ['2025-12-31T16:20:00+08:00', '2025年12月31日 周三 16:20', 'Wed 31 Dec 2025 16:20'],
  ])('%s', (iso, zh, en) => {
    expect(showInstant(iso, now, 'zh', 'Asia/Shanghai')).toBe(zh);
    expect(showInstant(iso, now, 'en', 'Asia/Shanghai')).toBe(en);
  });
});

describe('an instant that ends something', () => {
  it.each([
    ['2026-02-14T00:00:00+08:00', '今天 24:00', 'today 24:00', 'Fri 13 Feb 2026 24:00'],
    ['2026-01-01T00:00:00+08:00', '2025年12月31日 周三 24:00', 'Wed 31 Dec 2025 24:00', null],
    ['2026-02-14T00:01:00+08:00', '明天 00:01', 'tomorrow 00:01', 'Sat 14 Feb 2026 00:01'],
  ])('%s: midnight is 24:00 of the day it ends', (iso, zh, en, dated) => {
    expect(showInstant(iso, now, 'zh', 'Asia/Shanghai', true)).toBe(zh);
    expect(showInstant(iso, now, 'en', 'Asia/Shanghai', true)).toBe(en);
    expect(showDated(iso, 'en', 'Asia/Shanghai', true)).toBe(dated ?? en);
  });
});

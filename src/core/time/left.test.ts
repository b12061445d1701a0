import { describe, expect, test } from 'vitest';
import { SHANGHAI } from './calendar.fixture.ts';
import { clockTone, timeLeft } from './left.ts';

const at = (local: string) => Date.parse(`${local}:00+08:00`);

describe('time left', () => {
  const rows: [string, string, string, string][] = [
    ['2026-03-04T10:00', '2026-03-06T10:00', '2 working days left', '剩 2 个工作日'],
    ['2026-03-04T10:00', '2026-03-06T09:59', '1 working day left', '剩 1 个工作日'],
    ['2026-02-13T16:20', '2026-02-25T16:20', '3 working days left', '剩 3 个工作日'],
    ['2026-03-04T10:00', '2026-03-05T09:59', '23 hours left', '剩 23 小时'],
    ['2026-03-07T10:00', '2026-03-08T11:00', '25 hours left', '剩 25 小时'],
    ['2026-02-15T00:00', '2026-02-23T12:00', '8 days left', '剩 8 天'],
    ['2026-03-04T10:00', '2026-03-04T10:59', '59 minutes left', '剩 59 分钟'],
    ['2026-03-04T10:00', '2026-03-04T11:00', '1 hour left', '剩 1 小时'],
    ['2026-03-04T12:00', '2026-03-04T10:00', 'overdue by 2 hours', '已逾期 2 小时'],
    ['2026-03-05T12:00', '2026-03-04T10:00', 'overdue by 1 day', '已逾期 1 天'],
    ['2026-03-04T10:00', '2026-03-04T10:00', 'overdue by less than a minute', '已逾期不足 1 分钟'],
  ];
  test.each(rows)('at %s for %s: %s', (now, due, en, zh) => {
    expect(timeLeft(at(now), at(due), SHANGHAI, 'en')).toBe(en);
    expect(timeLeft(at(now), at(due), SHANGHAI, 'zh')).toBe(zh);
  });

  test('half a minute is said as less than one', () => {
    const due = at('2026-03-04T10:00');
    expect(timeLeft(due - 30_000, due, SHANGHAI, 'en')).toBe('less than a minute left');
    expect(timeLeft(due - 30_000, due, SHANGHAI, 'zh')).toBe('剩不足 1 分钟');
  });
});

test.each([
  [0, 'running'],
  [79, 'running'],
  [80, 'soon'],
  [99, 'soon'],
  [100, 'breach'],
  [150, 'breach'],
])('%i hundredths into its time a clock is %s', (now, tone) => {
  expect(clockTone(now, 0, 100)).toBe(tone);
});

import { describe, expect, it } from 'vitest';
import type { Calendar } from '../time/calendar.ts';
import { timeLeft, toneOfDue } from './left.ts';

const calendar: Calendar = {
  id: 'cn',
  version: '1',
  zone: 'Asia/Shanghai',
  officeHours: [{ from: '09:00', to: '18:00' }],
  weekend: [0, 6],
  years: {
    2026: {
      holidays: { '2026-02-16': { zh: '春节', en: 'Spring Festival' } },
      workdays: { '2026-02-14': { zh: '春节', en: 'Spring Festival' } },
      citation: 'test',
    },
  },
};
const at = (text: string) => Date.parse(`2026-02-${text}:00+08:00`);
/** A Friday; Saturday the 14th is worked, Monday the 16th is not. */
const now = at('13T16:20');

describe('time left', () => {
  it.each([
    ['13T16:20', '逾期 1 分钟', '1 minute overdue'],
    ['13T16:21', '剩 1 分钟', '1 minute left'],
    ['13T17:19', '剩 59 分钟', '59 minutes left'],
    ['13T17:20', '剩 1 小时', '1 hour left'],
    ['14T16:19', '剩 23 小时', '23 hours left'],
    ['14T16:20', '剩 1 个工作日', '1 working day left'],
    ['16T00:00', '剩 1 个工作日', '1 working day left'],
    ['17T16:20', '剩 2 个工作日', '2 working days left'],
    ['12T16:20', '逾期 1 日', '1 day overdue'],
    ['13T14:00', '逾期 2 小时', '2 hours overdue'],
  ])('of a clock due %s', (due, zh, en) => {
    expect(timeLeft(at(due), now, calendar)).toEqual({ zh, en });
  });

  it('is said in days where every day left is a day off', () => {
    expect(timeLeft(at('16T20:00'), at('14T18:00'), calendar).en).toBe('2 days left');
  });
});

describe('tone', () => {
  it.each([
    [100, 'running'],
    [41, 'running'],
    [40, 'soon'],
    [1, 'soon'],
    [0, 'breach'],
    [-1, 'breach'],
  ])('with %s of 200 left', (left, tone) => {
    expect(toneOfDue(0, 200, 200 - left)).toBe(tone);
  });

  it('shows a provisional clock as such until it is soon due', () => {
    expect(toneOfDue(0, 200, 50, true)).toBe('provisional');
    expect(toneOfDue(0, 200, 190, true)).toBe('soon');
  });
});

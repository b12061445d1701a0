import { expect, it } from 'vitest';
import type { Calendar } from '../time/calendar.ts';
import type { Clock } from './clock.ts';
import { whyDue } from './why.ts';

const calendar: Calendar = {
  id: 'cn',
  version: '2',
  zone: 'Asia/Shanghai',
  officeHours: [{ from: '09:00', to: '18:00' }],
  weekend: [0, 6],
  years: { 2026: { holidays: {}, workdays: {}, citation: 'test' } },
};
const at = (text: string) => Date.parse(`2026-03-${text}:00+08:00`);
/** Monday 2 March 2026, 10:00. */
const startedAt = at('02T10:00');
const clock: Clock = {
  id: 'reply-1',
  kind: 'reply',
  unit: 'u',
  startedAt,
  duration: { n: 3, unit: 'workDay' },
  legal: null,
  target: null,
  calendar: { id: 'cn', version: '1' },
  citation: { text: { zh: '示例', en: 'illustrative' }, illustrative: true },
  dueAt: at('05T10:00'),
  legalDueAt: null,
  provisional: false,
  suspensions: [],
  extensions: [],
  status: 'running',
  breachedAt: null,
  endedAt: null,
  revision: 1,
};

it('explains what was counted', () => {
  expect(whyDue(clock, calendar).en).toBe(
    '3 working days from Mon 2 Mar 2026 10:00: due Thu 5 Mar 10:00',
  );
});

it('explains the law’s own limit where an extension would pass it', () => {
  const capped = {
    ...clock,
    extensions: [{ n: 5, unit: 'workDay' as const }],
    legal: { n: 4, unit: 'day' as const },
    dueAt: at('06T10:00'),
  };
  expect(whyDue(capped, calendar).en).toMatch(/^4 days from/);
});

it('says so where an order named the instant', () => {
  const named = { ...clock, target: at('05T10:00') };
  expect(whyDue(named, calendar).zh).toContain('来文载明');
});

it('derives nothing that the calendar of today would not give', () => {
  const old = { ...clock, dueAt: at('04T10:00') };
  expect(whyDue(old, calendar).en).toBe(
    'Counted by version 1 of the calendar cn: due Wed 4 Mar 2026 10:00',
  );
});

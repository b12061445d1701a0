import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../core/time/calendar.ts';
import { dayNumber, formatCivilDate } from '../../core/time/civil.ts';
import { shippedCalendar, shippedCalendarIds, shippedCalendars } from './shipped.ts';

function shipped(id: string): Calendar {
  const calendar = shippedCalendar(id);
  if (calendar === null) throw new Error(`calendars/${id}.yaml is missing`);
  return calendar;
}

test('every file of the folder is in order and named by its id', () => {
  expect(shippedCalendarIds()).toEqual(['cn', 'us-boston']);
  for (const [id, calendar] of shippedCalendars()) expect(calendar.id).toBe(id);
});

test('an id is never a path', () => {
  expect(shippedCalendar('../calendars/cn')).toBeNull();
  expect(shippedCalendar('atlantis')).toBeNull();
});

describe('mainland China', () => {
  const cn = shipped('cn');

  test('has each year from 2004 to 2026', () => {
    const years = Array.from({ length: 23 }, (_, index) => String(2004 + index));
    expect(Object.keys(cn.years)).toEqual(years);
  });

  test('2026 is the notice of 4 November 2025, day by day', () => {
    const off = '0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007';
    const worked = ['0104', '0214', '0228', '0509', '0920', '1010'];
    const spans = off.split(' ').map((span) => span.split('-'));
    for (let day = dayNumber(2026, 1, 1); day < dayNumber(2027, 1, 1); day += 1) {
      const date = formatCivilDate(day);
      const short = date.slice(5).replace('-', '');
      const holiday = spans.some(([from = '', to = '']) => from <= short && short <= to);
      expect([date, date in (cn.years[2026]?.holidays ?? {})]).toEqual([date, holiday]);
      expect([date, date in (cn.years[2026]?.workdays ?? {})]).toEqual([
        date,
        worked.includes(short),
      ]);
    }
  });
});

describe('Boston', () => {
  const off = shipped('us-boston').years;
  test.each(['2011-09-05', '2011-11-24', '2011-12-26', '2012-06-18', '2012-11-12'])(
    'closed on %s',
    (date) => expect(off[date.slice(0, 4)]?.holidays).toHaveProperty(date),
  );
});

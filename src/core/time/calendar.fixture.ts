import type { Text } from '../text.ts';
import type { Calendar, CalendarYear } from './calendar.ts';
import { dayNumber, formatCivilDate } from './civil.ts';

const SPRING: Text = { zh: '春节', en: 'Spring Festival' };
const LABOUR: Text = { zh: '劳动节', en: 'Labour Day' };
const NEW_YEAR: Text = { zh: '元旦', en: "New Year's Day" };

const named = (name: Text, ...dates: string[]) =>
  Object.fromEntries(dates.map((date) => [date, name]));

const run = (year: number, month: number, from: number, to: number, name: Text) =>
  named(
    name,
    ...Array.from({ length: to - from + 1 }, (_, i) =>
      formatCivilDate(dayNumber(year, month, from + i)),
    ),
  );

/** The part of the mainland year 2026 that the examples touch. */
const YEAR_2026: CalendarYear = {
  holidays: {
    ...run(2026, 1, 1, 3, NEW_YEAR),
    ...run(2026, 2, 15, 23, SPRING),
    ...run(2026, 5, 1, 5, LABOUR),
  },
  workdays: {
    ...named(NEW_YEAR, '2026-01-04'),
    ...named(SPRING, '2026-02-14', '2026-02-28'),
    ...named(LABOUR, '2026-05-09'),
  },
  citation: '国务院办公厅关于2026年部分节假日安排的通知',
};

export const SHANGHAI: Calendar = {
  id: 'cn',
  version: 'fixture',
  zone: 'Asia/Shanghai',
  officeHours: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
  weekend: [0, 6],
  years: { 2026: YEAR_2026 },
};

/** An office that works through the nights of its working days. */
export const ROUND_THE_CLOCK: Calendar = {
  ...SHANGHAI,
  id: 'round-the-clock',
  officeHours: [{ from: '00:00', to: '24:00' }],
};

/** No holidays at all, and clocks that change. */
export const NEW_YORK: Calendar = {
  id: 'new-york',
  version: 'fixture',
  zone: 'America/New_York',
  officeHours: [{ from: '09:00', to: '17:00' }],
  weekend: [0, 6],
  years: Object.fromEntries(
    ['2025', '2026', '2027'].map((year) => [
      year,
      { holidays: {}, workdays: {}, citation: 'illustrative' },
    ]),
  ),
};

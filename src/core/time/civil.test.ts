import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  dayNumber,
  formatCivilDate,
  parseCivilDate,
  parseTimeOfDay,
  weekdayOf,
} from './civil.ts';

describe('civil dates', () => {
  test('agree with the platform over four thousand years', () => {
    const limit = { min: dayNumber(1, 1, 1), max: dayNumber(4000, 1, 1) };
    fc.assert(
      fc.property(fc.integer(limit), (day) => {
        const platform = new Date(day * 86_400_000);
        expect(formatCivilDate(day)).toBe(platform.toISOString().slice(0, 10));
        expect(weekdayOf(day)).toBe(platform.getUTCDay());
        expect(parseCivilDate(formatCivilDate(day))).toBe(day);
      }),
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', ''])(
    "'%s' is no date",
    (text) => expect(parseCivilDate(text)).toBeNull(),
  );

  const months: [string, number, string, boolean][] = [
    ['2026-01-31', 1, '2026-02-28', true],
    ['2024-01-31', 1, '2024-02-29', true],
    ['2026-01-29', 1, '2026-02-28', true],
    ['2026-01-28', 1, '2026-02-28', false],
    ['2026-12-31', 2, '2027-02-28', true],
    ['2026-12-01', 1, '2027-01-01', false],
    ['2026-05-31', 0, '2026-05-31', false],
  ];
  test.each(months)('%s and %i months is %s', (from, n, to, clamped) => {
    const result = addMonths(parseCivilDate(from) ?? Number.NaN, n);
    expect([formatCivilDate(result.date), result.clamped]).toEqual([to, clamped]);
  });

  test.each([
    ['00:00', 0],
    ['09:30', 34_200_000],
    ['24:00', 86_400_000],
    ['24:01', null],
    ['9:30', null],
    ['10:60', null],
  ])('%s is %s milliseconds into the day', (text, ms) => expect(parseTimeOfDay(text)).toBe(ms));
});

import { expect, test } from 'vitest';
import { SHANGHAI } from './calendar.fixture.ts';
import { dayNumber } from './civil.ts';
import { workingTime } from './working-time.ts';

test('a calendar is prepared once', () => {
  expect(workingTime(SHANGHAI)).toBe(workingTime(SHANGHAI));
});

const name = { zh: '假', en: 'Off' };

test.each([
  ['a week of days off', { weekend: [0, 1, 2, 3, 4, 5, 6] }],
  ['no office hours', { officeHours: [] }],
  ['office hours that end before they begin', { officeHours: [{ from: '12:00', to: '09:00' }] }],
  ['office hours of no clock', { officeHours: [{ from: 'nine', to: '12:00' }] }],
  ['a day that does not exist', { years: { 2026: year({ '2026-02-30': name }) } }],
  ['a day of another year', { years: { 2026: year({ '2025-12-31': name }) } }],
])('%s is a fault', (_what, wrong) => {
  expect(() => workingTime({ ...SHANGHAI, ...wrong }).isWorking(dayNumber(2026, 3, 2))).toThrow();
});

function year(holidays: Record<string, typeof name>) {
  return { holidays, workdays: {}, citation: 'illustrative' };
}

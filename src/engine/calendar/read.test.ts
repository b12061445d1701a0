import { describe, expect, test } from 'vitest';
import { FileFault } from '../yaml/fault.ts';
import { readCalendar } from './read.ts';

const GOOD = `id: test
version: '1'
zone: Asia/Shanghai
weekend: [saturday, sunday]
officeHours: ['09:00-12:00', '14:00-18:00']
festivals:
  new-year: { zh: 元旦, en: New Year }
years:
  2026:
    citation: illustrative
    days:
      - { festival: new-year, off: 2026-01-01/2026-01-03, work: [2026-01-04] }
`;

function faultOf(text: string): FileFault {
  try {
    readCalendar('test.yaml', text);
  } catch (error) {
    if (error instanceof FileFault) return error;
    throw error;
  }
  throw new Error('read without a fault');
}

test('a calendar file becomes a calendar', () => {
  const name = { zh: '元旦', en: 'New Year' };
  expect(readCalendar('test.yaml', GOOD)).toEqual({
    id: 'test',
    version: '1',
    zone: 'Asia/Shanghai',
    weekend: [6, 0],
    officeHours: [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ],
    years: {
      2026: {
        citation: 'illustrative',
        holidays: { '2026-01-01': name, '2026-01-02': name, '2026-01-03': name },
        workdays: { '2026-01-04': name },
      },
    },
  });
});

describe('what is wrong is said with its place and what to do', () => {
  const rows: [string, string, string, string][] = [
    ['no YAML', 'zone: Asia/Shanghai', 'zone: @Asia', 'test.yaml:3:7'],
    ['an unknown key', "version: '1'", "version: '1'\nrank: 1", 'test.yaml:3:1'],
    ['a missing key', "version: '1'\n", '', 'test.yaml:1:1'],
    ['a wrong type', 'citation: illustrative', 'citation: 5', 'test.yaml:10:15'],
    ['a zone nobody knows', 'Asia/Shanghai', 'Asia/Atlantis', 'test.yaml:3:7'],
    [
      'a week of days off',
      '[saturday, sunday]',
      '[monday, tuesday, wednesday, thursday, friday, saturday, sunday]',
      'test.yaml:4:10',
    ],
    ['hours that end before they begin', '09:00-12:00', '12:00-09:00', 'test.yaml:5:15'],
    ['hours that overlap', '14:00-18:00', '11:00-18:00', 'test.yaml:5:30'],
    ['a festival without names', 'festival: new-year', 'festival: newyear', 'test.yaml:12:21'],
    ['a day that does not exist', '2026-01-03', '2026-01-32', 'test.yaml:12:36'],
    ['a span that runs backwards', '2026-01-03', '2025-12-31', 'test.yaml:12:36'],
    ['a day of another year', '2026-01-01/', '2025-12-31/', 'test.yaml:12:36'],
    ['a make-up day in the week', '[2026-01-04]', '[2026-01-05]', 'test.yaml:12:66'],
    ['a day both off and worked', '[2026-01-04]', '[2026-01-03]', 'test.yaml:12:66'],
  ];
  test.each(rows)('%s', (_what, from, to, place) => {
    const broken = GOOD.replace(from, to);
    expect(broken).not.toBe(GOOD);
    const fault = faultOf(broken);
    expect(fault.message.split('\n').map((line) => line.split(' ')[0])).toContain(place);
    for (const { what, next } of fault.problems) {
      expect([what.zh, next.zh].join('')).toMatch(/[\u4e00-\u9fff]/);
      expect([what.en, next.en]).not.toContain('');
    }
  });

  test('all of it at once', () => {
    const fault = faultOf(GOOD.replace('Asia/Shanghai', 'Nowhere').replace('01-04', '01-05'));
    expect(fault.problems).toHaveLength(2);
    expect(fault.text.zh).toContain('没有“Nowhere”这个时区');
  });
});

import { describe, expect, test } from 'vitest';
import { ask, local, type Options, STATUTORY } from './ask.fixture.ts';
import { NEW_YORK, ROUND_THE_CLOCK } from './calendar.fixture.ts';

describe('due times', () => {
  const inShanghai: [string, string, string, Options, string][] = [
    [
      'a make-up workday counts, a festival does not',
      '2026-02-13T16:20',
      '3wd',
      {},
      '2026-02-25T16:20',
    ],
    ['minutes elapse at any hour', '2026-02-14T23:50', '30min', {}, '2026-02-15T00:20'],
    ['hours elapse through a festival', '2026-02-14T20:00', '24h', {}, '2026-02-15T20:00'],
    ['days elapse through a festival', '2026-02-14T20:00', '3d', {}, '2026-02-17T20:00'],
    ['a day may end on a holiday', '2026-04-30T10:00', '1d', {}, '2026-05-01T10:00'],
    [
      'unless the rule moves it to a working day',
      '2026-04-30T10:00',
      '1d',
      { rollIfHoliday: true },
      '2026-05-06T10:00',
    ],
    [
      'a moved day may be a make-up workday',
      '2026-01-02T10:00',
      '1d',
      { rollIfHoliday: true },
      '2026-01-04T10:00',
    ],
    [
      'a working day that starts after hours keeps its time',
      '2026-03-06T20:00',
      '1wd',
      {},
      '2026-03-09T20:00',
    ],
    [
      'one that starts on a day off has the whole next working day',
      '2026-03-08T10:00',
      '1wd',
      {},
      '2026-03-10T00:00',
    ],
    [
      'also when it starts at the very last minute of the day off',
      '2026-03-08T23:59',
      '1wd',
      {},
      '2026-03-10T00:00',
    ],
    ['working hours break for lunch', '2026-03-04T11:30', '1wh', {}, '2026-03-04T14:30'],
    [
      'working hours run out at the close, not at the next opening',
      '2026-03-04T16:00',
      '2wh',
      {},
      '2026-03-04T18:00',
    ],
    [
      'working hours that start after the close begin next morning',
      '2026-03-04T19:00',
      '1wh',
      {},
      '2026-03-05T10:00',
    ],
    [
      'working hours pass a festival and use the make-up day',
      '2026-02-14T17:00',
      '2wh',
      {},
      '2026-02-24T10:00',
    ],
    ['a month ends at the same time of its day', '2026-03-15T09:30', '1mo', {}, '2026-04-15T09:30'],
    ['a shorter month ends on its last day', '2026-01-31T09:30', '1mo', {}, '2026-02-28T09:30'],
    ['in a leap year on the 29th', '2024-01-31T09:30', '1mo', {}, '2024-02-29T09:30'],
    ['a year from a leap day ends on the 28th', '2024-02-29T09:30', '12mo', {}, '2025-02-28T09:30'],
    [
      'months are counted from the start, not from month to month',
      '2026-01-31T09:30',
      '2mo',
      {},
      '2026-03-31T09:30',
    ],
    ['days cross a leap day', '2024-02-28T09:30', '2d', {}, '2024-03-01T09:30'],
    ['nothing is due at once', '2026-03-04T10:00', '0min', {}, '2026-03-04T10:00'],
    ['the same day, to its end', '2026-03-04T10:00', '0d', { ends: 'day-end' }, '2026-03-05T00:00'],
    [
      'the same day, to the close',
      '2026-03-04T10:00',
      '0d',
      { ends: 'office-close' },
      '2026-03-04T18:00',
    ],
    [
      'the same day is over once the office has closed',
      '2026-03-04T18:01',
      '0d',
      { ends: 'office-close' },
      '2026-03-05T18:00',
    ],
    [
      'the closing moment is still the same day',
      '2026-03-04T18:00',
      '0d',
      { ends: 'office-close' },
      '2026-03-04T18:00',
    ],
    [
      'a working clock that ends at midnight has ended with the working day',
      '2026-04-26T10:00',
      '4wd',
      { rollIfHoliday: true },
      '2026-05-01T00:00',
    ],
    [
      'so has one of working hours',
      '2026-03-04T20:00',
      '4wh',
      { ends: 'day-end', calendar: ROUND_THE_CLOCK },
      '2026-03-05T00:00',
    ],
    [
      'the same working day, asked on a Sunday, is the next',
      '2026-03-08T10:00',
      '0wd',
      { ends: 'office-close' },
      '2026-03-09T18:00',
    ],
    [
      'a statutory limit leaves out the first day and ends at the close',
      '2026-03-02T00:00',
      '5d',
      { ...STATUTORY, rollIfHoliday: false },
      '2026-03-07T18:00',
    ],
    ['and moves off a day off', '2026-03-02T00:00', '5d', STATUTORY, '2026-03-09T18:00'],
    [
      '60 days from early March end in the Labour Day holiday and move on',
      '2026-03-02T10:00',
      '60d',
      STATUTORY,
      '2026-05-06T18:00',
    ],
    [
      'a statutory month ends with its corresponding day',
      '2026-03-31T10:00',
      '1mo',
      STATUTORY,
      '2026-04-30T18:00',
    ],
    ['statutory working days', '2026-02-13T16:20', '3wd', STATUTORY, '2026-02-25T18:00'],
    [
      'hours counted from the next day begin at midnight',
      '2026-03-04T10:00',
      '2h',
      { countFrom: 'nextDay' },
      '2026-03-05T02:00',
    ],
    [
      'days counted from the next day end at the same time',
      '2026-02-13T16:20',
      '3wd',
      { countFrom: 'nextDay' },
      '2026-02-25T16:20',
    ],
    [
      'hours may end with the day they run out on',
      '2026-03-04T10:00',
      '20h',
      { ends: 'day-end' },
      '2026-03-06T00:00',
    ],
    ['days without data go by the week', '2027-02-04T10:00', '3wd', {}, '2027-02-09T10:00'],
  ];
  test.each(inShanghai)('%s', (_why, start, limit, options, due) => {
    expect(local(ask(start, limit, options))).toBe(`${due}+08:00`);
  });

  const acrossClockChanges: [string, string, string, Options, string][] = [
    [
      'a day is the same time even when it has 23 hours',
      '2026-03-07T12:00',
      '1d',
      {},
      '2026-03-08T12:00-04:00',
    ],
    ['24 hours are 24 hours', '2026-03-07T12:00', '24h', {}, '2026-03-08T13:00-04:00'],
    [
      'a skipped time falls due as the clocks jump',
      '2026-03-07T02:30',
      '1d',
      {},
      '2026-03-08T03:00-04:00',
    ],
    [
      'a repeated time falls due at its first showing',
      '2026-10-31T01:30',
      '1d',
      {},
      '2026-11-01T01:30-04:00',
    ],
    [
      'a day may start in the second showing',
      '2026-11-01T01:30-05:00',
      '1d',
      {},
      '2026-11-02T01:30-05:00',
    ],
    [
      'a working day across the change keeps its time',
      '2026-03-06T16:00',
      '1wd',
      {},
      '2026-03-09T16:00-04:00',
    ],
    [
      'the day of the change ends at midnight',
      '2026-11-01T12:00',
      '0d',
      { ends: 'day-end' },
      '2026-11-02T00:00-05:00',
    ],
  ];
  test.each(acrossClockChanges)('in New York: %s', (_why, start, limit, options, due) => {
    expect(local(ask(start, limit, { ...options, calendar: NEW_YORK }))).toBe(due);
  });
});

describe('extensions', () => {
  test('run on from the day the limit ended on', () => {
    const result = ask('2026-03-02T10:00', '5wd', { ends: 'day-end', extended: ['10wd'] });
    expect(local(result)).toBe('2026-03-24T00:00+08:00');
  });

  test('are reached by a suspension the limit itself did not see', () => {
    const result = ask('2026-03-04T10:00', '1h', {
      extended: ['2h'],
      suspended: ['2026-03-04T11:30/2026-03-04T12:00'],
    });
    expect(local(result)).toBe('2026-03-04T13:30+08:00');
  });
});

describe('a year without data', () => {
  test('makes a working clock provisional and names the year', () => {
    const result = ask('2026-12-31T16:00', '3wd');
    expect(result.provisional).toBe(true);
    expect(result.basis.yearsWithoutData).toEqual([2027]);
  });

  test.each(['2027-03-01T10:00', '2026-12-31T10:00'])(
    'is nothing to plain days from %s',
    (start) => {
      expect(ask(start, '10d').provisional).toBe(false);
    },
  );

  test('matters to plain days that may move', () => {
    expect(ask('2026-12-30T10:00', '5d', { rollIfHoliday: true }).provisional).toBe(true);
  });

  test('does not matter when the clock ends before it', () => {
    expect(ask('2026-12-30T10:00', '1wd').provisional).toBe(false);
    expect(ask('2025-12-31T10:00', '1wd', { ends: 'day-end' }).provisional).toBe(false);
  });
});

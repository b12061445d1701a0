import { describe, expect, test } from 'vitest';
import { ask, local, type Options } from './ask.fixture.ts';

describe('suspensions', () => {
  const cases: [string, string, string, Options, string][] = [
    [
      'take elapsed time out of hours',
      '2026-03-04T10:00',
      '4h',
      { suspended: ['2026-03-04T11:00/2026-03-04T12:30'] },
      '2026-03-04T15:30',
    ],
    [
      'count once where they overlap',
      '2026-03-04T10:00',
      '4h',
      { suspended: ['2026-03-04T11:00/2026-03-04T12:00', '2026-03-04T11:30/2026-03-04T12:30'] },
      '2026-03-04T15:30',
    ],
    [
      'count from the start if they began before it',
      '2026-03-04T10:00',
      '1h',
      { suspended: ['2026-03-01T00:00/2026-03-04T11:00'] },
      '2026-03-04T12:00',
    ],
    [
      'take only office time out of working hours',
      '2026-03-04T16:00',
      '3wh',
      { suspended: ['2026-03-04T17:00/2026-03-05T10:00'] },
      '2026-03-05T12:00',
    ],
    [
      'take only working time out of working days',
      '2026-03-06T16:00',
      '1wd',
      { suspended: ['2026-03-07T00:00/2026-03-09T10:00'] },
      '2026-03-10T02:00',
    ],
    [
      'cost nothing that would not have run',
      '2026-03-06T16:00',
      '1wd',
      { suspended: ['2026-03-07T00:00/2026-03-09T00:00'] },
      '2026-03-09T16:00',
    ],
    [
      'move days and months by their length on the wall',
      '2026-03-01T10:00',
      '1mo',
      { suspended: ['2026-03-10T09:00/2026-03-12T15:00'] },
      '2026-04-03T16:00',
    ],
    [
      'take whole days out of a clock that ends with the day',
      '2026-03-02T10:00',
      '5d',
      { ends: 'day-end', suspended: ['2026-03-04T14:00/2026-03-05T09:00'] },
      '2026-03-10T00:00',
    ],
    [
      'keep a moved day off the days they last',
      '2026-03-05T10:00',
      '2d',
      { rollIfHoliday: true, suspended: ['2026-03-08T10:00/2026-03-09T12:00'] },
      '2026-03-10T10:00',
    ],
    [
      'change nothing once the clock has fallen due',
      '2026-03-04T10:00',
      '1h',
      { suspended: ['2026-03-04T11:00/2026-03-05T11:00'] },
      '2026-03-04T11:00',
    ],
    [
      'change nothing after the close that was the due time',
      '2026-03-04T10:00',
      '0d',
      { ends: 'office-close', suspended: ['2026-03-04T20:00/2026-03-05T11:00'] },
      '2026-03-04T18:00',
    ],
    [
      'bring another into reach',
      '2026-03-04T10:00',
      '1h',
      { suspended: ['2026-03-04T10:30/2026-03-04T12:00', '2026-03-04T12:15/2026-03-04T13:00'] },
      '2026-03-04T13:15',
    ],
  ];
  test.each(cases)('%s', (_why, start, limit, options, due) => {
    expect(local(ask(start, limit, options))).toBe(`${due}+08:00`);
  });

  test('an open one leaves the earliest time it can fall due', () => {
    const result = ask('2026-03-04T10:00', '4h', { suspended: ['2026-03-04T11:00/'] });
    expect(local(result)).toBe('2026-03-04T14:00+08:00');
    expect(result.suspendedSince).toBe(Date.parse('2026-03-04T11:00+08:00'));
  });

  test('an open one that began after the due time is none', () => {
    const result = ask('2026-03-04T10:00', '4h', { suspended: ['2026-03-04T14:00/'] });
    expect(result.suspendedSince).toBeNull();
  });

  test('one that ends before it begins is a fault', () => {
    expect(() =>
      ask('2026-03-04T10:00', '4h', { suspended: ['2026-03-04T12:00/2026-03-04T11:00'] }),
    ).toThrow(RangeError);
  });
});

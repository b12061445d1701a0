import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../core/time/zone.ts';
import { readTime } from './times.ts';

const zone = zoneOf('America/New_York');
const utc = (written: string, dates: 'ymd' | 'mdy' | 'dmy', end?: 'ends') => {
  const instant = readTime(written, { zone, dates }, end);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('a time of a ledger', () => {
  it.each([
    ['2011-07-01 01:32:33', 'ymd', '2011-07-01T05:32:33.000Z'],
    ['2011-07-01T01:32:33', 'ymd', '2011-07-01T05:32:33.000Z'],
    ['2011-12-01T01:32:33-02:00', 'ymd', '2011-12-01T03:32:33.000Z'],
    ['2011/7/1 1:32', 'ymd', '2011-07-01T05:32:00.000Z'],
    ['7/1/2011 12:05:00 AM', 'mdy', '2011-07-01T04:05:00.000Z'],
    ['7/1/2011 12:05 pm', 'mdy', '2011-07-01T16:05:00.000Z'],
    ['1.7.2011 9:00', 'dmy', '2011-07-01T13:00:00.000Z'],
    ['2011-07-01 01:32:33.250', 'ymd', '2011-07-01T05:32:33.000Z'],
    // The hour that the wall shows twice: its first showing.
    ['2011-11-06 01:13:20', 'ymd', '2011-11-06T05:13:20.000Z'],
    // The hour it skips: the jump.
    ['2011-03-13 02:30:00', 'ymd', '2011-03-13T07:00:00.000Z'],
  ] as const)('%s (%s)', (written, dates, expected) => {
    expect(utc(written, dates)).toBe(expected);
  });

  it('that is a date alone begins it, or as a promise ends it', () => {
    expect(utc('2011-07-01', 'ymd')).toBe('2011-07-01T04:00:00.000Z');
    expect(utc('2011-07-01', 'ymd', 'ends')).toBe('2011-07-02T04:00:00.000Z');
    // 25 hours long.
    expect(utc('2011-11-06', 'ymd', 'ends')).toBe('2011-11-07T05:00:00.000Z');
    expect(utc('2011-07-01 00:00:00', 'ymd', 'ends')).toBe('2011-07-01T04:00:00.000Z');
  });

  it.each([
    ['', 'ymd'],
    ['tomorrow', 'ymd'],
    ['2011-02-30', 'ymd'],
    ['2011-07-01 25:00', 'ymd'],
    ['2011-07-01 13:00 pm', 'ymd'],
    ['7/1/2011', 'ymd'],
    ['13/1/2011', 'mdy'],
  ] as const)('is none: %s (%s)', (written, dates) => {
    expect(utc(written, dates)).toBeNull();
  });
});

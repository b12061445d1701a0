import { describe, expect, it } from 'vitest';
import { instantAt, wall } from './zone.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('the district zone', () => {
  it('shows an instant as the district reads it', () => {
    expect(wall(Date.parse('2026-02-13T16:30:00Z'), 'Asia/Shanghai')).toEqual({
      date: '2026-02-14',
      time: '00:30',
    });
  });

  it.each([
    ['2026-02-13T16:20', 'Asia/Shanghai', '2026-02-13T08:20:00.000Z'],
    ['2011-07-01T09:00', 'America/New_York', '2011-07-01T13:00:00.000Z'],
    ['2011-01-01T09:00', 'America/New_York', '2011-01-01T14:00:00.000Z'],
    // Shown twice: the first.
    ['2011-11-06T01:30', 'America/New_York', '2011-11-06T05:30:00.000Z'],
    // Never shown: read with the offset that followed.
    ['2011-03-13T02:30', 'America/New_York', '2011-03-13T06:30:00.000Z'],
  ])('reads %s in %s as %s', (typed, zone, expected) => {
    expect(iso(instantAt(typed, zone))).toBe(expected);
  });
});

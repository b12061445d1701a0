import { describe, expect, test } from 'vitest';
import { formatIso, parseIso } from './iso.ts';
import { isZone, zoneOf } from './zone.ts';

const wallOf = (text: string) => Date.parse(`${text}Z`);

describe('readings of the wall', () => {
  const rows: [string, string, string, string][] = [
    ['Asia/Shanghai', '2026-02-13T16:20', '2026-02-13T16:20:00+08:00', 'once'],
    ['America/New_York', '2026-03-08T01:59', '2026-03-08T01:59:00-05:00', 'once'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T03:00:00-04:00', 'skipped'],
    ['America/New_York', '2026-03-08T03:00', '2026-03-08T03:00:00-04:00', 'once'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T01:30:00-04:00', 'repeated'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T02:00:00-05:00', 'once'],
    ['America/Sao_Paulo', '2017-10-15T00:00', '2017-10-15T01:00:00-02:00', 'skipped'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T02:30:00+11:00', 'skipped'],
    ['Asia/Kathmandu', '2026-07-01T12:00', '2026-07-01T12:00:00+05:45', 'once'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-31T00:00:00+14:00', 'skipped'],
    ['Asia/Shanghai', '1988-07-01T12:00', '1988-07-01T12:00:00+09:00', 'once'],
    ['UTC', '2026-07-01T12:00', '2026-07-01T12:00:00+00:00', 'once'],
  ];
  test.each(rows)('%s %s is %s, shown %s', (name, reading, iso, shown) => {
    const zone = zoneOf(name);
    expect(formatIso(zone.toInstant(wallOf(reading)), zone)).toBe(iso);
    expect(zone.reading(wallOf(reading))).toBe(shown);
  });

  test('both showings of an hour read the same', () => {
    const zone = zoneOf('America/New_York');
    const first = Date.parse('2026-11-01T05:30Z');
    expect([first, first + 3_600_000].map(zone.toWall)).toEqual(
      Array(2).fill(wallOf('2026-11-01T01:30')),
    );
  });

  test('a zone the platform does not know is a fault', () => {
    expect(isZone('Asia/Atlantis')).toBe(false);
    expect(() => zoneOf('Asia/Atlantis')).toThrow(RangeError);
  });
});

describe('ISO instants', () => {
  const zone = zoneOf('Asia/Shanghai');

  test.each([
    ['2026-02-13T16:20+08:00', '2026-02-13T16:20:00+08:00'],
    ['2026-02-13T16:20', '2026-02-13T16:20:00+08:00'],
    ['2026-02-13T08:20Z', '2026-02-13T16:20:00+08:00'],
    ['2026-02-13T16:20:30.5+0800', '2026-02-13T16:20:30.500+08:00'],
    ['2026-02-13T03:20:00-05:00', '2026-02-13T16:20:00+08:00'],
  ])('%s is read as %s', (text, iso) => {
    expect(formatIso(parseIso(text, zone) ?? Number.NaN, zone)).toBe(iso);
  });

  test.each([
    '2026-02-13',
    '2026-02-30T10:00',
    '2026-02-13T24:00',
    '2026-02-13T10:60',
    '2026-02-13 10:00',
    'now',
    '',
  ])("'%s' is none", (text) => expect(parseIso(text, zone)).toBeNull());
});

import { expect, it } from 'vitest';
import { Pace, placeOf } from './pace.ts';

it('lets so many tries a minute through, by key, and says how long to wait', () => {
  const pace = new Pace(2);
  expect([pace.take('a', 0), pace.take('a', 1_000), pace.take('a', 30_000)]).toEqual([0, 0, 30]);
  expect(pace.take('b', 30_000)).toBe(0);
  expect(pace.take('a', 59_999)).toBe(1);
  expect(pace.take('a', 60_000)).toBe(0);
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
  ['2001:DB8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('counts %s as %s', (ip, place) => {
  expect(placeOf(ip)).toBe(place);
});

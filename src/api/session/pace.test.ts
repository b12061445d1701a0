import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it('lets so many tries a minute through, by key, and says how long to wait', () => {
  const pace = new Pace(2);
  expect([pace.take('a', 0), pace.take('a', 1_000), pace.take('a', 30_000)]).toEqual([0, 0, 30]);
  expect(pace.take('b', 30_000)).toBe(0);
  expect(pace.take('a', 59_999)).toBe(1);
  expect(pace.take('a', 60_000)).toBe(0);
});

import { describe, expect, it } from 'vitest';
import { countdownOf, isSoon } from './countdown.ts';
import { presentOf } from './ticking.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

describe('time left, in the units a person acts by', () => {
  it.each([
    [25 * HOUR, { kind: 'far' }],
    [24 * HOUR, { kind: 'far' }],
    [24 * HOUR - SECOND, { kind: 'hours', hours: 23, minutes: '59' }],
    [HOUR, { kind: 'hours', hours: 1, minutes: '00' }],
    [HOUR - SECOND, { kind: 'minutes', minutes: 59, seconds: '59' }],
    [SECOND - 1, { kind: 'minutes', minutes: 0, seconds: '00' }],
    [-61 * SECOND, { kind: 'minutes', minutes: 1, seconds: '01' }],
    [-25 * HOUR, { kind: 'far' }],
  ])('%i ms', (ms, shown) => {
    expect(countdownOf(ms)).toEqual(shown);
  });

  it('is soon in the last fifth, as the server has it', () => {
    const [from, due] = ['2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z'];
    const present = (minute: number) => Date.parse(from) + minute * 60 * SECOND;
    expect(isSoon(from, due, present(47))).toBe(false);
    expect(isSoon(from, due, present(48))).toBe(true);
  });
});

describe('the present', () => {
  it('goes on from the server’s instant by the monotonic clock, whatever the device believes', () => {
    const anchor = { now: '2026-03-02T01:00:00Z', asked: 5_000 };
    expect(presentOf(anchor, 8_000)).toBe(Date.parse('2026-03-02T01:00:03Z'));
  });
});

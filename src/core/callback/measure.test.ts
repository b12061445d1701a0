import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, figuresWithin } from './measure.ts';
import type { CallbackState } from './state.ts';

const MINIMUM = 3;

/** A callback that is over, as far as figures ask. */
const asked = (solved: 'yes' | 'no' | null): CallbackState =>
  ({
    kind: 'callback',
    status: solved === null ? 'unanswered' : 'answered',
    asker: 'centre',
    answers: solved === null ? [] : [{ replies: { solved } }],
    looks: [],
  }) as unknown as CallbackState;
const some = (n: number, solved: 'yes' | 'no' | null = 'yes') =>
  Array.from({ length: n }, () => asked(solved));

const isTold = (part: number, ...wholes: number[]) =>
  figuresWithin(
    some(part),
    wholes.map((n) => some(n)),
    MINIMUM,
  ).n !== 'too-few';

describe('figures of a part', () => {
  it('are those of the part alone, with their denominators', () => {
    const part = [...some(2), ...some(1, 'no'), ...some(2, null)];
    const figures = figuresWithin(part, [[...part, ...some(3)]], MINIMUM);
    expect(figures).toEqual(figuresOf(part, MINIMUM));
    expect(figures).toMatchObject({ n: 5 });
    expect(figures.n === 'too-few' ? [] : figures.figures).toContainEqual({
      definition: 'solved/1',
      numerator: 2,
      denominator: 3,
    });
  });

  it('are too few below the minimum, or where what is left of a whole would be', () => {
    expect(isTold(3, 3)).toBe(true);
    expect(isTold(3, 6)).toBe(true);
    expect(isTold(2, 6)).toBe(false);
    expect(isTold(3, 5)).toBe(false);
    expect(isTold(3, 6, 4)).toBe(false);
  });

  it('never tell by subtraction of fewer than the minimum', () => {
    const n = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(n, n, n, (part, beside, outside) => {
        const wholes = [part + beside, part + beside + outside];
        if (!isTold(part, ...wholes)) return;
        expect(part).toBeGreaterThanOrEqual(MINIMUM);
        for (const whole of wholes) {
          const left = whole - part;
          expect(left === 0 || left >= MINIMUM).toBe(true);
        }
      }),
    );
  });
});

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Choices that come out the same for the same seed. */
export interface Chance {
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  of<T>(items: readonly T[]): T;
  /** True so many times in a hundred. */
  percent(share: number): boolean;
}

export function chanceOf(seed: number): Chance {
  const source = xoroshiro128plus(seed);
  const between = (least: number, most: number) => uniformInt(source, least, most);
  return {
    between,
    of(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    percent: (share) => between(1, 100) <= share,
  };
}

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The only source of chance. Each use has a stream of its own, so that one does not shift another. */
export interface Random {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True about `share` of the times. */
  chance(share: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** One of the items, or undefined where there are none. */
  any<Item>(items: readonly Item[]): Item | undefined;
  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Partial<Record<Name, number>>>): Name | undefined;
  /** A length with this mean, most of them short. */
  exponential(mean: number): number;
  bytes(count: number): Uint8Array;
}

const USES = ['people', 'faults', 'pauses', 'secrets', 'deaths'] as const;

export type Use = (typeof USES)[number];

export function randomFor(seed: number, use: Use): Random {
  const generator = xoroshiro128plus(scattered(seed * USES.length + USES.indexOf(use)));
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  const float = () => uniformFloat64(generator);
  const any = <Item>(items: readonly Item[]) =>
    items.length === 0 ? undefined : items[int(0, items.length - 1)];
  return {
    int,
    chance: (share) => float() < share,
    pick: (items) => any(items) ?? items[0],
    any,
    weighted(weights) {
      const entries = Object.entries<number | undefined>(weights);
      let left = float() * entries.reduce((sum, [, weight]) => sum + (weight ?? 0), 0);
      for (const [name, weight] of entries) {
        left -= weight ?? 0;
        if (left < 0) return name as keyof typeof weights;
      }
      return undefined;
    },
    exponential: (mean) => Math.round(-Math.log(1 - float()) * mean),
    bytes(count) {
      const words = new Int32Array(Math.ceil(count / 4)).map(() => generator.next());
      return new Uint8Array(words.buffer, 0, count);
    },
  };
}

/** Seeds that lie side by side would begin alike: murmur3's last step sets them apart. */
function scattered(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

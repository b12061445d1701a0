import type { Instant } from '../../core/process.ts';

const WINDOW = 60_000;
/** More keys than this at once are an attack on memory; the oldest windows go first. */
const KEYS = 50_000;

/** Counts tries by key in windows of a minute. Nothing is ever locked: it only takes time. */
export class Pace {
  readonly #windows = new Map<string, { start: Instant; tries: number }>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  /** Seconds to wait before this try is taken; 0 when it is. */
  take(key: string, now: Instant): number {
    const window = this.#windows.get(key);
    if (window === undefined || window.start + WINDOW <= now) {
      this.#windows.delete(key);
      this.#windows.set(key, { start: now, tries: 1 });
      this.#forget();
      return 0;
    }
    window.tries += 1;
    return window.tries <= this.#max ? 0 : Math.ceil((window.start + WINDOW - now) / 1000);
  }

  #forget(): void {
    const oldest = this.#windows.keys().next();
    if (this.#windows.size > KEYS && !oldest.done) this.#windows.delete(oldest.value);
  }
}

/**
 * An address as tries are counted by: whoever has one of version 6 commonly has a whole /64 of them.
 */
export function placeOf(ip: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(':')) return mapped ?? ip;
  const [left = [], right] = ip.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - left.length - (right?.length ?? 0) }, () => '0');
  const groups = right === undefined ? left : [...left, ...zeros, ...right];
  return groups.slice(0, 4).join(':').toLowerCase();
}

/** Remembers where each login was last let in from, so that others' tries elsewhere do not shut it out. */
export class KnownPlaces {
  readonly #places = new Set<string>();

  has(login: string, place: string): boolean {
    return this.#places.has(`${place} ${login}`);
  }

  add(login: string, place: string): void {
    const known = `${place} ${login}`;
    this.#places.delete(known);
    this.#places.add(known);
    const [oldest] = this.#places;
    if (this.#places.size > KEYS && oldest !== undefined) this.#places.delete(oldest);
  }
}

import { useSyncExternalStore } from 'react';

/**
 * What the server's clock showed, and when it was asked by the device's monotonic clock. The two
 * give the present without the device's wall clock, which anybody can set and many are wrong.
 */
export interface Anchor {
  readonly now: string;
  readonly asked: number;
}

/** The present by the server's clock, in milliseconds. */
export const presentOf = ({ now, asked }: Anchor, at: number): number =>
  Date.parse(now) + (at - asked);

const SECOND = 1_000;
const watching = new Set<() => void>();
let timer: number | undefined;
let shown = 0;

const watch = (changed: () => void): (() => void) => {
  watching.add(changed);
  timer ??= window.setInterval(() => {
    shown = performance.now();
    for (const one of watching) one();
  }, SECOND);
  return () => {
    watching.delete(changed);
    if (watching.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
};

/** The present, told anew each second, to every countdown at the same instant. */
export const usePresent = (anchor: Anchor): number => {
  const at = useSyncExternalStore(watch, () => shown);
  // A screen that stands before the first second has passed counts from its own answer.
  return presentOf(anchor, Math.max(at, anchor.asked));
};

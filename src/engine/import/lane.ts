import { setTimeout as wait } from 'node:timers/promises';
import { TryAgain, UnknownOutcome } from '../ports.ts';

/** How long a lost database is waited for, in all about half a minute. */
const PAUSES = [0.05, 0.2, 0.5, 1, 2, 4, 8, 16].map((seconds) => seconds * 1_000);

/** The same again while the database is away or busy; its answer, once there is one, is one. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TryAgain || error instanceof UnknownOutcome)) throw error;
      await wait(pause);
    }
  }
  return ask();
}

/** At most so many at once. After a failure nothing more is begun. */
export function createLane(size: number) {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const check = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    check,
    async run(task: () => Promise<void>): Promise<void> {
      while (running.size >= size) await Promise.race(running);
      check();
      const one: Promise<void> = task()
        .catch((error: unknown) => {
          failures.push(error);
        })
        .finally(() => running.delete(one));
      running.add(one);
    },
    async settled(): Promise<void> {
      await Promise.all(running);
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until something holds, asking every few milliseconds, however slow the machine; the test's
 * own timeout ends a wait for what never comes.
 */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(5);
}

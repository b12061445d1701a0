import type { Backend } from './backend.ts';

const HOUR = 3_600_000;

/**
 * Removes sessions that have ended, and begins to count the time of matters read in as ended, now and
 * every hour. Returns how to stop.
 */
export function keepHouse({ store, accounts, engine }: Backend, onError: (error: unknown) => void) {
  const sweep = async (): Promise<void> => {
    try {
      for (const tenant of await store.tenants()) await accounts.sweepSessions(tenant, Date.now());
      await engine.keepEnded();
    } catch (error) {
      onError(error);
    }
  };
  let last = sweep();
  const timer = setInterval(() => {
    last = sweep();
  }, HOUR);
  return async (): Promise<void> => {
    clearInterval(timer);
    await last;
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import type { Store } from './ports.ts';

export interface WorkOptions {
  /** A turn, or one step of it, that failed; it is tried again after the usual rest. */
  readonly onError?: (error: unknown) => void;
  /** Milliseconds between turns where no clock falls due earlier. */
  readonly every?: number;
  /** Turns from one checkpoint to the next. */
  readonly checkpointEvery?: number;
  /** The machine's clock, only to know how long to sleep. */
  readonly now?: () => number;
  /** Sleeps, or until the signal; replaced in tests. */
  readonly rest?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface Worker {
  /** Ends after the turn in hand; a second call waits for the same end. */
  stop(): Promise<void>;
}

/**
 * Fires clocks, carries out reactions, sequences and checkpoints until told to stop. Any number may
 * work side by side: every step is idempotent.
 */
export function startWork(engine: Engine, store: Store, options: WorkOptions = {}): Worker {
  const { every = 1_000, checkpointEvery = 60, now = Date.now, rest = sleep } = options;
  const stopping = new AbortController();

  const turn = async (n: number): Promise<boolean> => {
    const { clocks, reactions, erased, recomputed } = await engine.tick();
    if (n % checkpointEvery === 0) await engine.checkpoint();
    const failed = [clocks, reactions, erased, recomputed].flatMap((step) => step.failed);
    for (const { error } of failed) options.onError?.(error);
    // What was done may call for more at once; what failed waits for the usual rest.
    return clocks.done + reactions.done + erased.done > 0 && failed.length === 0;
  };

  const untilNext = async (): Promise<number> => {
    const due = await store.nextDue();
    return due === null ? every : Math.min(every, Math.max(0, due - now()));
  };

  const loop = async () => {
    for (let n = 1; !stopping.signal.aborted; n++) {
      try {
        if (await turn(n)) continue;
        await rest(await untilNext(), stopping.signal);
      } catch (error) {
        options.onError?.(error);
        await rest(every, stopping.signal);
      }
    }
  };

  const ended = loop();
  return {
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, { signal });
  } catch {
    // Woken to stop: the loop sees the signal.
  }
}

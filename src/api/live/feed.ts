import type { Store, TenantId } from '../../engine/ports.ts';

/** Something of these processes was recorded up to this position. Which matter, the feed never says. */
export interface Change {
  readonly position: number;
  readonly processes: readonly string[];
}

type Listener = (change: Change) => void;

const BATCH = 500;

/**
 * Follows a tenant's log by its gap-free positions, once for all who listen, and only while somebody
 * does. A position is told after everything before it: a reader that knows the last one it saw
 * misses nothing (design: readers follow positions, never transactions).
 */
export class Feed {
  readonly #store: Pick<Store, 'sequenced' | 'lastPosition'>;
  readonly #every: number;
  readonly #tenants = new Map<TenantId, Followed>();

  /** `every`: milliseconds between two looks. */
  constructor(store: Pick<Store, 'sequenced' | 'lastPosition'>, every: number) {
    this.#store = store;
    this.#every = every;
  }

  /** From now on; returns where the log stands and how to stop. */
  async listen(
    tenant: TenantId,
    listener: Listener,
  ): Promise<{ readonly position: number; readonly stop: () => void }> {
    const followed = this.#tenants.get(tenant) ?? this.#follow(tenant);
    followed.listeners.add(listener);
    const stop = () => {
      followed.listeners.delete(listener);
      if (followed.listeners.size > 0) return;
      clearInterval(followed.timer);
      this.#tenants.delete(tenant);
    };
    try {
      await followed.started;
      // Where it has come to by now: others may have listened for long.
      return { position: followed.position, stop };
    } catch (error) {
      stop();
      throw error;
    }
  }

  /** What was recorded after a position, up to another: what a reader missed while it was away. */
  async missed(tenant: TenantId, after: number, upTo: number): Promise<Change | null> {
    if (after >= upTo) return null;
    // Too far back to name: everything may have changed.
    if (upTo - after > BATCH) {
      return {
        position: upTo,
        processes: ['case', 'whistle', 'callback', 'support', 'sponsorship'],
      };
    }
    const rows = await this.#store.sequenced(tenant, after, upTo - after);
    return changeIn(rows);
  }

  /** Ends every following, when the server stops. */
  close(): void {
    for (const { timer } of this.#tenants.values()) clearInterval(timer);
    this.#tenants.clear();
  }

  #follow(tenant: TenantId): Followed {
    const followed: Followed = {
      listeners: new Set(),
      position: 0,
      looking: false,
      started: this.#store.lastPosition(tenant).then((position) => {
        followed.position = position;
      }),
      timer: setInterval(() => void this.#look(tenant, followed), this.#every),
    };
    this.#tenants.set(tenant, followed);
    return followed;
  }

  /** A look that fails is made again at the next turn: nothing is skipped, for positions have no gaps. */
  async #look(tenant: TenantId, followed: Followed): Promise<void> {
    if (followed.looking) return;
    followed.looking = true;
    try {
      await followed.started;
      const change = changeIn(await this.#store.sequenced(tenant, followed.position, BATCH));
      if (change === null) return;
      followed.position = change.position;
      for (const listener of followed.listeners) listener(change);
    } catch {
      // The database is away; those who wait see no heartbeat less and ask again.
    } finally {
      followed.looking = false;
    }
  }
}

interface Followed {
  readonly listeners: Set<Listener>;
  position: number;
  looking: boolean;
  readonly started: Promise<void>;
  readonly timer: NodeJS.Timeout;
}

function changeIn(rows: Awaited<ReturnType<Store['sequenced']>>): Change | null {
  const last = rows.at(-1);
  if (last === undefined) return null;
  return {
    position: last.position,
    processes: [...new Set(rows.map(({ event }) => event.process))],
  };
}

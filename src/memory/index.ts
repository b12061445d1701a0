import type { Instant } from '../core/process.ts';
import type { ErasableVault } from '../engine/erasure-ports.ts';
import type { Audit, Queries, Store } from '../engine/ports.ts';
import { memoryAudit } from './audit.ts';
import type { Database, Tables } from './database.ts';
import { type FaultPlan, noFaults } from './faults.ts';
import { memoryQueries } from './queries.ts';
import { memoryStore } from './store.ts';
import { memoryVault } from './vault.ts';

export interface MemoryOptions {
  /** The store's clock. */
  readonly now: () => Instant;
  readonly faults?: FaultPlan;
  /** How long a call is under way before it takes effect; at least one turn of the microtasks. */
  readonly pause?: () => Promise<void>;
}

/** Every port of the engine in memory. `tables` lets a test damage what is stored. */
export interface Memory {
  readonly store: Store;
  readonly queries: Queries;
  readonly vault: ErasableVault;
  readonly audit: Audit;
  readonly tables: ReadonlyMap<string, Tables>;
}

/**
 * As harsh as PostgreSQL: calls from several commands interleave, everything goes through the codec
 * that events are stored in, and `faults` brings deadlocks, conflicts and lost connections.
 */
export function createMemory(options: MemoryOptions): Memory {
  const { now, faults = noFaults, pause = () => Promise.resolve() } = options;
  const database: Database = { tenants: new Map<string, Tables>(), now };
  return {
    store: memoryStore(database, faults, pause),
    queries: memoryQueries(database, pause),
    vault: memoryVault(database, pause),
    audit: memoryAudit(database, pause),
    tables: database.tenants,
  };
}

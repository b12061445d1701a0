import type { ActRow, Instant, ListRow, Reaction, Refusal, StreamId } from '../core/process.ts';
import { canonical } from '../engine/canonical.ts';
import type { ErasedKey } from '../engine/erasure-ports.ts';
import {
  type Checkpoint,
  type ClockRow,
  type DocumentRow,
  type DueClock,
  type EventRow,
  type KeptCommand,
  type Look,
  NoSuchTenant,
  type StreamHead,
  type TenantId,
  type VaultRow,
  type WrappedKey,
} from '../engine/ports.ts';

/**
 * A value as its canonical text, written by the codec that hashes are taken over. What goes into
 * the store and what comes out share no reference, and what has no such text cannot go in.
 */
export type Kept<T> = string & { readonly holds?: T };

export function keep<T>(value: T): Kept<T> {
  return canonical(value);
}

export function kept<T>(text: Kept<T>): T {
  return JSON.parse(text) as T;
}

export interface QueuedReaction {
  readonly reaction: Kept<Reaction>;
  readonly state: 'pending' | 'done' | 'parked';
  readonly refusal: Kept<Refusal> | null;
}

/** One tenant's tables. Heads, events, clocks due and checkpoints are flat: a copy is enough. */
export interface Tables {
  readonly heads: Map<StreamId, StreamHead>;
  readonly events: Map<StreamId, EventRow[]>;
  readonly lists: Map<StreamId, Kept<ListRow>>;
  readonly clocks: Map<StreamId, Kept<readonly ClockRow[]>>;
  readonly acts: Map<StreamId, Kept<readonly ActRow[]>>;
  /** Running, unbreached clocks. */
  readonly due: Map<StreamId, readonly DueClock[]>;
  readonly commands: Map<string, Kept<KeptCommand>>;
  /** Actor and key to the command's id. */
  readonly keys: Map<string, string>;
  /** A claim's name to its holders. */
  readonly claims: Map<string, Set<StreamId>>;
  readonly aliases: Map<string, StreamId>;
  /** In the order they were written. */
  readonly reactions: Map<string, QueuedReaction>;
  readonly vaultKeys: Map<StreamId, WrappedKey | 'destroyed'>;
  readonly erasures: Map<StreamId, Omit<ErasedKey, 'tenant'>>;
  readonly vault: Map<StreamId, Map<string, VaultRow>>;
  readonly looks: Map<StreamId, Kept<Look>[]>;
  readonly documents: Map<string, Kept<DocumentRow>>;
  readonly unsequenced: EventRow[];
  /** Position 1 is the first. */
  readonly sequenced: EventRow[];
  readonly checkpoints: Checkpoint[];
}

export interface Database {
  readonly tenants: Map<TenantId, Tables>;
  /** The store's clock: the only time a command knows. */
  readonly now: () => Instant;
}

export function tablesOf(database: Database, tenant: TenantId): Tables {
  const tables = database.tenants.get(tenant);
  if (tables === undefined) throw new NoSuchTenant(`no tenant "${tenant}"`);
  return tables;
}

export function emptyTables(): Tables {
  return {
    heads: new Map(),
    events: new Map(),
    lists: new Map(),
    clocks: new Map(),
    acts: new Map(),
    due: new Map(),
    commands: new Map(),
    keys: new Map(),
    claims: new Map(),
    aliases: new Map(),
    reactions: new Map(),
    vaultKeys: new Map(),
    erasures: new Map(),
    vault: new Map(),
    looks: new Map(),
    documents: new Map(),
    unsequenced: [],
    sequenced: [],
    checkpoints: [],
  };
}

/** Two texts as one key; no text that passed the edge holds a NUL. */
export function pair(first: string, second: string): string {
  return `${first}\0${second}`;
}

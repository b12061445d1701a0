import type { Instant, StreamId } from '../core/process.ts';
import type { TenantId, Vault } from './ports.ts';

/** The vault, and what erasing asks of the rows around it. */
export interface ErasableVault extends Vault {
  /** Retentions of every tenant before whose erasure nothing stands, or whose erasure is under way. */
  toErase(limit: number): Promise<readonly ToErase[]>;
  /** The case itself and every stream about it. */
  partsOf(tenant: TenantId, about: StreamId): Promise<readonly MatterPart[]>;
  /** Whether a reaction still waits that comes from, goes to or copies out of one of the streams. */
  isAwaited(tenant: TenantId, streams: readonly StreamId[]): Promise<boolean>;
  /** Cases that ended and whose time was never begun, in order of id after one: history read in. */
  unkept(
    tenant: TenantId,
    after: StreamId | null,
    limit: number,
  ): Promise<readonly { readonly stream: StreamId; readonly version: number }[]>;
  /** Streams whose key was destroyed, in order of id after one. */
  erased(
    tenant: TenantId,
    after: StreamId | null,
    limit: number,
  ): Promise<readonly Omit<ErasedKey, 'tenant'>[]>;
}

export interface ToErase {
  readonly tenant: TenantId;
  /** The retention. */
  readonly stream: StreamId;
  readonly version: number;
  readonly status: 'due' | 'erasing';
  readonly about: StreamId;
}

/** A stream of a matter, as far as erasing it asks. */
export interface MatterPart {
  readonly stream: StreamId;
  readonly process: string;
  readonly version: number;
  readonly open: boolean;
  /** When the next of its running clocks falls due. */
  readonly dueAt: Instant | null;
  /** It has texts under a key of its own. */
  readonly sealed: boolean;
}

/** A line of the list that a restore replays. Opaque ids and a class: nothing of anybody. */
export interface ErasedKey {
  readonly tenant: TenantId;
  readonly stream: StreamId;
  /** The class of retention. */
  readonly reason: string;
  readonly at: Instant;
}

/** The list kept outside the database, which a restored backup cannot take back. */
export interface ErasureList {
  /** Resolves once the lines are on the disk to stay; only then may a key be destroyed. */
  append(lines: readonly ErasedKey[]): Promise<void>;
}

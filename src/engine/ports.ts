import type { Clock } from '../core/clock/clock.ts';
import type {
  Actor,
  ActRow,
  Alias,
  Claim,
  Instant,
  ListRow,
  OfficeId,
  OnBehalfOf,
  Post,
  Projection,
  Reaction,
  Refusal,
  Role,
  StreamId,
  UnitId,
} from '../core/process.ts';

export type TenantId = string;

/** An event exactly as stored: `bytes` is the canonical JSON that the hash was taken over. */
export interface EventRow {
  readonly stream: StreamId;
  readonly process: string;
  readonly version: number;
  readonly type: string;
  readonly v: number;
  readonly bytes: string;
  /** `sha256:` and hex, over the previous event's hash and `bytes`. */
  readonly hash: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

export interface StreamHead {
  readonly process: string;
  readonly version: number;
  /** Canonical JSON of the state; derived, and replayed when `stateVersion` is not the code's. */
  readonly state: string;
  readonly stateVersion: number;
  readonly hash: string;
}

export interface ReadRequest {
  readonly tenant: TenantId;
  readonly streams: readonly StreamId[];
  /** Who asks under which key; null where the caller gave none. */
  readonly idempotency: { readonly actor: string; readonly key: string } | null;
  /** Texts that a reaction copies from another request's vault; their streams' keys come too. */
  readonly texts: readonly TextRef[];
}

export interface TextRef {
  readonly stream: StreamId;
  readonly ref: string;
}

export interface ReadResult {
  /** The store's clock (or the test clock of a server started for it). */
  readonly now: Instant;
  readonly institutionVersion: number;
  readonly heads: ReadonlyMap<StreamId, StreamHead>;
  /** Vault keys of the streams asked for: absent = never had one, 'destroyed' = erased for good. */
  readonly keys: ReadonlyMap<StreamId, WrappedKey | 'destroyed'>;
  /** The asked `texts` that can still be opened. */
  readonly texts: readonly VaultRow[];
  readonly kept: KeptCommand | null;
}

export interface WrappedKey {
  readonly alg: string;
  readonly wrapped: Uint8Array;
}

/** A personal text under its request's key. The salt of its commitment lies inside the ciphertext. */
export interface VaultRow {
  readonly stream: StreamId;
  readonly ref: string;
  /** What it is: `words`, `contact`, `reply`. Decides who may open it and whether a look is logged. */
  readonly field: string;
  readonly alg: string;
  readonly ciphertext: Uint8Array;
}

/** What was tried, accepted or refused: audit and rehearsal need both. Personal text by reference. */
export interface KeptCommand {
  readonly id: string;
  readonly actor: string;
  readonly key: string | null;
  readonly requestHash: string;
  readonly process: string;
  readonly stream: StreamId;
  readonly type: string;
  readonly body: string;
  readonly recordedAt: Instant;
  readonly institutionVersion: number;
  /** Versions of the streams the decision saw. */
  readonly saw: Readonly<Record<StreamId, number>>;
  readonly outcome:
    | { readonly accepted: true; readonly versions: Readonly<Record<StreamId, number>> }
    | { readonly accepted: false; readonly refusal: Refusal };
}

export interface StreamWrite {
  readonly stream: StreamId;
  readonly process: string;
  /** 0 where the stream must not exist yet. */
  readonly expected: number;
  /** Empty where the stream was only seen: it must still stand at `expected`, and stays as it is. */
  readonly events: readonly EventRow[];
  readonly state: string;
  readonly stateVersion: number;
  readonly projection: Projection;
}

export interface ReactionRow {
  /** `stream/version/n`: the event that called for it and its place; a second run finds it done. */
  readonly id: string;
  readonly reaction: Reaction;
}

export interface WriteRequest {
  readonly tenant: TenantId;
  readonly command: KeptCommand;
  /** The institution's version the decision rested on; the write fails when it has moved. */
  readonly institutionVersion: number;
  readonly streams: readonly StreamWrite[];
  readonly claims: readonly (Claim & { readonly holder: StreamId })[];
  readonly aliases: readonly (Alias & { readonly stream: StreamId })[];
  readonly reactions: readonly ReactionRow[];
  readonly keys: readonly (WrappedKey & { readonly stream: StreamId })[];
  readonly vault: readonly VaultRow[];
  /** Texts of rulebooks and calendars an institution event refers to by hash. */
  readonly documents: readonly DocumentRow[];
  /**
   * The queued reaction this write carries out: done, or parked with its refusal. One write, so
   * that a kept outcome and a pending reaction never stand side by side.
   */
  readonly settles: { readonly reaction: string; readonly parked: Refusal | null } | null;
}

export interface DocumentRow {
  readonly hash: string;
  readonly kind: 'rulebook' | 'calendar';
  readonly body: string;
}

/**
 * Nothing is partly applied. `stale` names a stream that moved and where it stands now; `claim` and
 * `alias` what another holds. Checked in this order: key, institution, versions, aliases, claims.
 * A lost connection throws `UnknownOutcome`, a deadlock or the like `TryAgain`.
 */
export type WriteResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: 'stale';
      readonly stream: StreamId;
      readonly version: number;
    }
  | { readonly ok: false; readonly why: 'institution' }
  | { readonly ok: false; readonly why: 'duplicate-key' }
  | { readonly ok: false; readonly why: 'claim'; readonly name: string }
  | { readonly ok: false; readonly why: 'alias'; readonly alias: Alias; readonly stream: StreamId };

/** The connection was lost after the write was sent: the same request under its key tells. */
export class UnknownOutcome extends Error {
  override name = 'UnknownOutcome';
}

/** Certainly nothing was applied (deadlock, serialization failure, no connection to be had). */
export class TryAgain extends Error {
  override name = 'TryAgain';
}

/** An empty, malformed or unknown tenant: a fault of the caller, never an answer. */
export class NoSuchTenant extends Error {
  override name = 'NoSuchTenant';
}

/** A running clock whose instant has come, or the wake-up the worker should sleep until. */
export interface DueClock {
  readonly tenant: TenantId;
  readonly stream: StreamId;
  readonly process: string;
  readonly clock: string;
  readonly revision: number;
  readonly dueAt: Instant;
}

export interface PendingReaction extends ReactionRow {
  readonly tenant: TenantId;
}

/** The two calls of every command, and the few that machines need. */
export interface Store {
  read(request: ReadRequest): Promise<ReadResult>;
  write(request: WriteRequest): Promise<WriteResult>;

  now(tenant: TenantId): Promise<Instant>;
  tenants(): Promise<readonly TenantId[]>;
  /** True when it was not there before. Every other call throws `NoSuchTenant` for one unknown. */
  createTenant(tenant: TenantId): Promise<boolean>;
  events(tenant: TenantId, stream: StreamId): Promise<readonly EventRow[]>;
  documents(tenant: TenantId, hashes: readonly string[]): Promise<readonly DocumentRow[]>;

  /**
   * Clocks that are running, unbreached, due by their tenant's now, and not yet fired: no kept
   * command of `machine:tick` under `clockKey(stream, clock, revision)`. Earliest first.
   */
  dueClocks(limit: number): Promise<readonly DueClock[]>;
  /** The earliest instant at which a clock not yet fired falls due, or null. */
  nextDue(): Promise<Instant | null>;
  /** Streams, in byte order, with a clock that has not ended and leans on an unpublished year. */
  provisional(
    tenant: TenantId,
    after: StreamId | null,
    limit: number,
  ): Promise<readonly { readonly stream: StreamId; readonly process: string }[]>;
  /** Neither done nor parked, in the order they were written. */
  pendingReactions(limit: number): Promise<readonly PendingReaction[]>;
  /** For a reaction whose command could not even be tried (a fault); visible in `parked`. */
  parkReaction(tenant: TenantId, id: string, refusal: Refusal): Promise<void>;
  /** Gives unsequenced events their gap-free positions (1, 2, ...); returns how many. */
  sequence(tenant: TenantId, limit: number): Promise<number>;
  /** Sequenced events after a position, in order. Readers follow positions, never transactions. */
  sequenced(tenant: TenantId, after: number, limit: number): Promise<readonly SequencedEvent[]>;
  /** The highest position given so far; 0 before the first. */
  lastPosition(tenant: TenantId): Promise<number>;
  lastCheckpoint(tenant: TenantId): Promise<Checkpoint | null>;
  /** In order of position. */
  checkpoints(tenant: TenantId): Promise<readonly Checkpoint[]>;
  /** False, and nothing kept, when the last checkpoint is not at `checkpoint.from`. */
  keepCheckpoint(tenant: TenantId, checkpoint: Checkpoint): Promise<boolean>;
}

export interface SequencedEvent {
  readonly position: number;
  readonly event: EventRow;
}

/** Closes the positions after `from` up to `position` under one hash, linked to the one before. */
export interface Checkpoint {
  readonly from: number;
  readonly position: number;
  readonly hash: string;
  readonly at: Instant;
}

/** A clock as its row keeps it: what ticking and listing need. */
export type ClockRow = Pick<
  Clock,
  | 'id'
  | 'kind'
  | 'unit'
  | 'startedAt'
  | 'dueAt'
  | 'legalDueAt'
  | 'provisional'
  | 'status'
  | 'breachedAt'
  | 'endedAt'
  | 'revision'
>;

/** All that is stored of one stream, for `verify`. A head or row without events shows as such. */
export interface StreamRows {
  readonly stream: StreamId;
  readonly head: StreamHead | null;
  readonly events: readonly EventRow[];
  readonly list: ListRow | null;
  readonly clocks: readonly ClockRow[];
  readonly acts: readonly ActRow[];
  readonly looks: readonly Look[];
}

/** Everything there is, for who checks it. */
export interface Audit {
  /** Streams of any of the tables, in order of id (UTF-8 bytes), after the one named. */
  streams(tenant: TenantId, after: StreamId | null, limit: number): Promise<readonly StreamRows[]>;
}

/** Whose acts: what lies before any of these posts (`liesBefore`). */
export interface ActFilter {
  readonly posts: readonly Post[];
  /** Only what this office of the unit has. */
  readonly office?: OfficeId;
  /** Only what this account has. */
  readonly account?: string;
  /** Only acts of these names: `confirmation.confirm`. */
  readonly acts?: readonly string[];
}

export interface Act {
  readonly stream: StreamId;
  readonly process: string;
  readonly act: string;
  readonly unit: UnitId;
  readonly role: Role;
  readonly office: OfficeId | null;
  readonly account: string | null;
  readonly clock: string | null;
  readonly startedAt: Instant;
  readonly dueAt: Instant | null;
  readonly first: boolean;
  readonly title: string | null;
  readonly category: string | null;
  readonly place: UnitId;
  readonly about: StreamId | null;
  readonly version: number;
}

/** Over a whole list of acts, not a page of it. */
export interface ActCounts {
  readonly total: number;
  readonly overdue: number;
  /** Due after `now` and before `dayEnd`. */
  readonly dueToday: number;
}

/** A list is of one process. */
export interface ListFilter {
  readonly process: string;
  readonly status?: readonly string[];
  readonly bucket?: string;
  /** The case that it serves. */
  readonly about?: StreamId;
  readonly category?: string;
  /**
   * Cases this unit holds, received, leads, assists or is called to, or that lie in one of
   * `territory`'s units; where `id` is an account's, those it has a seat in.
   */
  readonly unit?: { readonly id: UnitId; readonly territory: readonly UnitId[] };
  /** Each of its words occurs in the title, whatever the case of its letters. */
  readonly text?: string;
  /** Open and due at or before this instant. */
  readonly overdueAt?: Instant;
}

/** Of a unit's cases, in a span of time. */
export interface Changes {
  readonly opened: number;
  readonly ended: number;
  /** Promises of the unit itself whose due instant passed in it. */
  readonly breached: number;
}

/** A page of rows and the key to ask for the next with; never an offset. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/**
 * What screens ask across streams. Never used to decide a command. `acts` and `list` both come with
 * `first` ahead of all, then by due instant (none last), then by start, stream and act.
 */
export interface Queries {
  acts(
    tenant: TenantId,
    filter: ActFilter,
    limit: number,
    after: string | null,
  ): Promise<Page<Act>>;
  actCounts(tenant: TenantId, filter: ActFilter, now: Instant, dayEnd: Instant): Promise<ActCounts>;
  list(
    tenant: TenantId,
    filter: ListFilter,
    limit: number,
    after: string | null,
  ): Promise<Page<ListEntry>>;
  entry(tenant: TenantId, stream: StreamId): Promise<ListEntry | null>;
  /** Who holds a claim, by its name: what a limit is used up by. */
  claimHolders(
    tenant: TenantId,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StreamId[]>>;
  byAlias(tenant: TenantId, alias: Alias): Promise<StreamId | null>;
  /** Names of a kind that begin with a prefix, in order of their UTF-8 bytes. */
  aliases(
    tenant: TenantId,
    kind: Alias['kind'],
    prefix: string,
    limit: number,
    after: string | null,
  ): Promise<Page<Alias & { readonly stream: StreamId }>>;
  /** Events of one type in one category's cases, newest first: precedents of allocation rulings. */
  eventsOfType(
    tenant: TenantId,
    type: string,
    category: string,
    limit: number,
  ): Promise<readonly EventRow[]>;
  /** How many list rows of a process stand in each bucket. */
  counts(tenant: TenantId, process: string): Promise<Readonly<Record<string, number>>>;
  /** What a unit's matters went through from one instant to another, without saying which. */
  changes(
    tenant: TenantId,
    process: string,
    unit: NonNullable<ListFilter['unit']>,
    from: Instant,
    to: Instant,
  ): Promise<Changes>;
  parked(
    tenant: TenantId,
    limit: number,
  ): Promise<readonly (PendingReaction & { readonly refusal: Refusal })[]>;
}

export interface ListEntry extends ListRow {
  readonly stream: StreamId;
  readonly process: string;
  readonly version: number;
}

/** A look at a personal field: who, what for, when; shown to the person (invariant 37). */
export interface Look {
  readonly stream: StreamId;
  readonly ref: string;
  readonly field: string;
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
  readonly purpose: string;
  readonly at: Instant;
}

export interface Vault {
  /** Ciphertexts and their keys; refs whose key was destroyed are absent. Logs `looks` first. */
  open(
    tenant: TenantId,
    refs: readonly TextRef[],
    looks: readonly Look[],
  ): Promise<readonly (VaultRow & { readonly key: WrappedKey })[]>;
  looks(tenant: TenantId, stream: StreamId): Promise<readonly Look[]>;
  /**
   * Erases a stream's personal texts for good by destroying its key, and what was queued from it and is
   * settled. May be asked again; a stream that never had a key will never have one.
   */
  destroy(tenant: TenantId, stream: StreamId, reason: string): Promise<void>;
}

/** Randomness, hashing and sealing, behind one small port: other algorithms, hardware keys later. */
export interface Crypto {
  /** Opaque ids: `bits` of randomness in unambiguous base 32. */
  id(bits: number): string;
  hash(text: string): string;
  /** An id that the same label always gives, and that nobody without the master key can guess. */
  derive(label: string, bits: number): string;
  /** A number in [0, 1) that the same label always gives, and that nobody without the master key can guess. */
  lot(label: string): number;
  /** A keyed digest, as untestable as the texts under `key` once that key is destroyed. */
  mac(key: unknown, text: string): string;
  newKey(): { readonly key: unknown; readonly wrapped: WrappedKey };
  unwrap(wrapped: WrappedKey): unknown;
  /** Encrypts and commits: the salt goes into the ciphertext, the commitment into the log. */
  seal(
    key: unknown,
    text: string,
  ): { readonly alg: string; readonly ciphertext: Uint8Array; readonly commitment: string };
  unseal(
    key: unknown,
    alg: string,
    ciphertext: Uint8Array,
  ): { readonly text: string; readonly commitment: string };
}

import type { ActRow, ListRow, Projection, StreamId } from '../core/process.ts';
import type { ClockRow, TenantId } from '../engine/ports.ts';

/** The rows a projection stands for, in the columns' names. */
export type DerivedRows = ReturnType<typeof derivedRows>;

export function derivedRows({ list, acts, clocks }: Projection) {
  return {
    list: list === null ? null : listColumns(list),
    acts: acts.map(actColumns),
    clocks: clocks.map(clockColumns),
  };
}

/** What must be sent so that the rows stored become those wanted. */
export interface Changes {
  readonly lists: unknown[];
  readonly units: unknown[];
  readonly titles: unknown[];
  readonly acts: unknown[];
  readonly clocks: unknown[];
  /** Acts past the last, and units that no longer have to do with it. */
  readonly gone: unknown[];
}

export const noChanges = (): Changes => ({
  lists: [],
  units: [],
  titles: [],
  acts: [],
  clocks: [],
  gone: [],
});

/** Where nothing is stored yet. */
export const NO_ROWS: DerivedRows = { list: null, acts: [], clocks: [] };

/**
 * Adds to `changes` what leads from one set of rows to another; false, and nothing added, where a
 * list row or a clock goes, which is too rare to have a way of its own.
 */
export function addChanges(
  changes: Changes,
  { stream, process }: { readonly stream: StreamId; readonly process: string },
  before: DerivedRows,
  after: DerivedRows,
): boolean {
  const clocks = new Set(after.clocks.map(({ clock }) => clock));
  if (before.clocks.some(({ clock }) => !clocks.has(clock))) return false;
  if (before.list !== null && after.list === null) return false;
  if (after.list !== null && !same(before.list, after.list)) {
    changes.lists.push({ stream, process, ...after.list });
    addUnits(changes, { stream, process }, before.list, after.list);
    const [old, now] = [before.list?.title ?? null, after.list.title];
    if (old !== now) changes.titles.push({ stream, old, new: now });
  }
  after.acts.forEach((act, n) => {
    if (!same(before.acts[n], act)) changes.acts.push({ stream, process, n, ...act });
  });
  for (let n = after.acts.length; n < before.acts.length; n += 1) changes.gone.push({ stream, n });
  const placed = new Map(before.clocks.map((clock, n) => [clock.clock, { clock, n }]));
  after.clocks.forEach((clock, n) => {
    const stood = placed.get(clock.clock);
    if (stood?.n !== n || !same(stood.clock, clock))
      changes.clocks.push({ stream, process, n, ...clock });
  });
  return true;
}

type ListColumns = ReturnType<typeof listColumns>;

function addUnits(
  changes: Changes,
  { stream, process }: { readonly stream: StreamId; readonly process: string },
  before: ListColumns | null,
  after: ListColumns,
): void {
  const { bucket, opened_at, due_at, first } = after;
  const stood = before === null ? new Set<string>() : unitsOf(before);
  const stands = unitsOf(after);
  const order = { bucket, opened_at, due_at, first };
  const moved =
    before === null ||
    bucket !== before.bucket ||
    opened_at !== before.opened_at ||
    due_at !== before.due_at ||
    first !== before.first;
  for (const unit of stands) {
    if (moved || !stood.has(unit)) changes.units.push({ stream, process, unit, ...order });
  }
  for (const unit of stood) if (!stands.has(unit)) changes.gone.push({ stream, unit });
}

/** What the row is found by: units, and whoever has a seat in it. */
function unitsOf({ holder, received_by, lead, ...row }: ListColumns): Set<string> {
  const leads = lead === null ? [] : [lead];
  return new Set([holder, received_by, ...leads, ...row.assisting, ...row.called, ...row.seats]);
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function listColumns(row: ListRow) {
  const { receivedBy, openedAt, endedAt, dueAt, seats = [], ...rest } = row;
  const times = { opened_at: openedAt, ended_at: endedAt, due_at: dueAt };
  return { ...rest, seats, received_by: receivedBy, ...times };
}

function actColumns(row: ActRow) {
  const { startedAt, dueAt, ...rest } = row;
  return { ...rest, started_at: startedAt, due_at: dueAt };
}

function clockColumns(clock: ClockRow) {
  return {
    clock: clock.id,
    kind: clock.kind,
    unit: clock.unit,
    status: clock.status,
    revision: clock.revision,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    legal_due_at: clock.legalDueAt,
    provisional: clock.provisional,
    breached_at: clock.breachedAt,
    ended_at: clock.endedAt,
  };
}

/** A stream's rows as this process wrote them, and the hash the stream had by then. */
export interface Known {
  readonly version: number;
  readonly hash: string;
  readonly rows: DerivedRows;
}

/** About 2 KiB each. */
const STREAMS = 4_096;

/**
 * What this process last wrote of each of so many streams. Never more than a guess: the write that
 * builds on it fails where the stream's hash is another. What is not here is written whole, and so
 * put right, whatever is stored.
 */
export class KnownRows {
  readonly #known = new Map<string, Known>();
  readonly #most: number;

  constructor(most = STREAMS) {
    this.#most = most;
  }

  at(tenant: TenantId, stream: StreamId, version: number): Known | undefined {
    const known = this.#known.get(key(tenant, stream));
    return known?.version === version ? known : undefined;
  }

  keep(tenant: TenantId, stream: StreamId, known: Known): void {
    this.forget(tenant, stream);
    this.#known.set(key(tenant, stream), known);
    const oldest = this.#known.keys().next();
    if (this.#known.size > this.#most && !oldest.done) this.#known.delete(oldest.value);
  }

  forget(tenant: TenantId, stream: StreamId): void {
    this.#known.delete(key(tenant, stream));
  }
}

const key = (tenant: TenantId, stream: StreamId): string => `${tenant} ${stream}`;

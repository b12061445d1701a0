import type { Projection, Recorded, StreamId } from '../core/process.ts';
import { canonical } from './canonical.ts';
import { checkpointHash, firstBreak, genesis } from './chain.ts';
import type { Audit, Checkpoint, Crypto, EventRow, Store, StreamRows, TenantId } from './ports.ts';
import { clockRow } from './rows.ts';
import { type AnyProcess, readEvent } from './upcast.ts';

export type Subject =
  | 'event'
  | 'chain'
  | 'head'
  | 'state'
  | 'list'
  | 'clock'
  | 'act'
  | 'position'
  | 'checkpoint'
  | 'invariant'
  | 'conservation';

/** Something stored that is not what the log says. */
export interface Difference {
  readonly subject: Subject;
  /** Null where it concerns the tenant as a whole. */
  readonly stream: StreamId | null;
  readonly stored: string;
  readonly derived: string;
}

export interface Verified {
  readonly streams: number;
  readonly events: number;
  readonly positions: number;
  readonly checkpoints: number;
  readonly differences: readonly Difference[];
}

/** A stream as the log alone tells it. */
export interface Replayed {
  readonly stream: StreamId;
  readonly process: AnyProcess;
  readonly events: readonly Recorded[];
  readonly state: unknown;
  readonly projection: Projection;
}

export interface VerifyParts {
  readonly audit: Audit;
  readonly store: Pick<Store, 'sequenced' | 'checkpoints'>;
  readonly crypto: Crypto;
  readonly processes: readonly AnyProcess[];
  /** Told after each page, of how many streams were checked so far. */
  readonly onProgress?: (streams: number) => void;
  /** Each stream as replayed, for the checks that look at what it means. */
  readonly onStream?: (replayed: Replayed, rows: StreamRows) => void;
}

const PAGE = 500;

/**
 * Replays every stream of a tenant through the production path and compares all that is derived
 * with all that is stored: bytes, chains, heads, states, rows, positions, checkpoints.
 */
export async function verify(parts: VerifyParts, tenant: TenantId): Promise<Verified> {
  const differences: Difference[] = [];
  const tips = new Map<StreamId, readonly string[]>();
  let events = 0;
  let after: StreamId | null = null;
  for (;;) {
    const page: readonly StreamRows[] = await parts.audit.streams(tenant, after, PAGE);
    for (const rows of page) {
      tips.set(
        rows.stream,
        rows.events.map(({ hash }) => hash),
      );
      events += rows.events.length;
      differences.push(...checkStream(parts, tenant, rows));
    }
    parts.onProgress?.(tips.size);
    after = page.at(-1)?.stream ?? null;
    if (page.length < PAGE) break;
  }
  const order = await checkOrder(parts, tenant, tips);
  return {
    streams: tips.size,
    events,
    positions: order.positions,
    checkpoints: order.checkpoints,
    differences: [...differences, ...order.differences],
  };
}

function checkStream(parts: VerifyParts, tenant: TenantId, rows: StreamRows): Difference[] {
  const { stream, head, events } = rows;
  const differ = collector(stream);
  const name = events[0]?.process ?? head?.process;
  const process = parts.processes.find((known) => known.name === name);
  if (process === undefined) {
    differ.add('head', name ?? 'rows without events', 'a process this release knows');
    return differ.found;
  }
  checkEvents(differ, events, process);
  const start = genesis(parts.crypto.hash, tenant, process.name, stream);
  const broken = firstBreak(parts.crypto.hash, start, events);
  if (broken !== null)
    differ.add('chain', `version ${broken.version}: ${broken.hash}`, 'another hash');
  differ.compare('head', head === null ? null : { version: head.version, hash: head.hash }, {
    version: events.length,
    hash: events.at(-1)?.hash ?? start,
  });
  const replayed = replayStream(differ, process, rows);
  if (replayed === null) return differ.found;
  const { state, projection } = replayed;
  // An older release's derived state is replayed on its next command; it says nothing wrong.
  if (head?.stateVersion === process.stateVersion) {
    differ.compareText('state', head.state, canonical(state));
  }
  differ.compare('list', rows.list, projection.list);
  differ.compare('clock', rows.clocks, projection.clocks.map(clockRow));
  differ.compare('act', rows.acts, projection.acts);
  parts.onStream?.(replayed, rows);
  return differ.found;
}

/** What is beside the bytes must be what the bytes say, and the bytes must be canonical. */
function checkEvents(differ: Collector, events: readonly EventRow[], process: AnyProcess): void {
  events.forEach((row, i) => {
    let event: Recorded;
    try {
      event = JSON.parse(row.bytes) as Recorded;
    } catch {
      differ.add('event', `version ${row.version}: ${row.bytes}`, 'JSON');
      return;
    }
    differ.compareText('event', row.bytes, canonical(event));
    const { stream, version, type, v, occurredAt, recordedAt } = event;
    const said = { stream, version, type, v, occurredAt, recordedAt };
    const kept = {
      stream: row.stream,
      version: row.version,
      type: row.type,
      v: row.v,
      occurredAt: row.occurredAt,
      recordedAt: row.recordedAt,
    };
    differ.compare('event', { ...kept, process: row.process }, { ...said, process: process.name });
    if (version !== i + 1) differ.add('event', `version ${version}`, `version ${i + 1}`);
  });
}

function replayStream(differ: Collector, process: AnyProcess, rows: StreamRows): Replayed | null {
  const { stream } = rows;
  try {
    const events = rows.events.map((row) => readEvent(process, row));
    const state = events.reduce((before, event) => process.evolve(before, event), process.initial);
    return { stream, process, events, state, projection: process.project(state, stream) };
  } catch (error) {
    differ.add(
      'event',
      error instanceof Error ? error.message : String(error),
      'a log that replays',
    );
    return null;
  }
}

/** Positions without gap, each stream's events in order under them, closed by true checkpoints. */
async function checkOrder(
  { store, crypto }: VerifyParts,
  tenant: TenantId,
  tips: ReadonlyMap<StreamId, readonly string[]>,
) {
  const differ = collector(null);
  const seen = new Map<StreamId, number>();
  const checkpoints = await store.checkpoints(tenant);
  let position = 0;
  const follow = async (limit: number) => {
    const rows = await store.sequenced(tenant, position, limit);
    for (const row of rows) {
      position += 1;
      const { stream, version, hash } = row.event;
      const next = (seen.get(stream) ?? 0) + 1;
      seen.set(stream, next);
      differ.compareText('position', `${row.position}`, `${position}`);
      differ.compareText('position', `${stream} ${version}`, `${stream} ${next}`);
      if (tips.get(stream)?.[version - 1] !== hash) {
        differ.add('position', `${row.position}: ${stream} ${version} ${hash}`, 'no such event');
      }
      position = row.position;
    }
    return rows;
  };
  let last: Checkpoint | null = null;
  for (const checkpoint of checkpoints) {
    differ.compareText('checkpoint', `from ${checkpoint.from}`, `from ${last?.position ?? 0}`);
    const rows = await follow(checkpoint.position - position);
    differ.compareText('checkpoint', checkpoint.hash, checkpointHash(crypto.hash, last, rows));
    last = checkpoint;
  }
  while ((await follow(PAGE)).length > 0);
  return { positions: position, checkpoints: checkpoints.length, differences: differ.found };
}

type Collector = ReturnType<typeof collector>;

function collector(stream: StreamId | null) {
  const found: Difference[] = [];
  const add = (subject: Subject, stored: string, derived: string) => {
    found.push({ subject, stream, stored, derived });
  };
  const compareText = (subject: Subject, stored: string, derived: string) => {
    if (stored !== derived) add(subject, ...aroundFirstDifference(stored, derived));
  };
  return {
    found,
    add,
    compareText,
    compare: (subject: Subject, stored: unknown, derived: unknown) =>
      compareText(subject, canonical(stored), canonical(derived)),
  };
}

/** Long texts are told by where they part; nobody compares two states by eye. */
function aroundFirstDifference(stored: string, derived: string): [string, string] {
  if (stored.length <= 200 && derived.length <= 200) return [stored, derived];
  let at = 0;
  while (at < stored.length && stored[at] === derived[at]) at += 1;
  const from = Math.max(0, at - 60);
  const cut = (text: string) => `${from > 0 ? '…' : ''}${text.slice(from, at + 80)}`;
  return [cut(stored), cut(derived)];
}

import type { Recorded } from '../../core/process.ts';
import { canonical } from '../canonical.ts';
import { firstBreak, genesis } from '../chain.ts';
import type { Crypto, EventRow, StreamRows, TenantId } from '../ports.ts';
import { clockRow } from '../rows.ts';
import { type AnyProcess, readEvent } from '../upcast.ts';
import { type Collector, collector, type Difference } from './difference.ts';

/** A stream as the log alone tells it. */
export interface Replayed {
  readonly process: AnyProcess;
  readonly events: readonly Recorded[];
  readonly state: unknown;
}

/** What of one stream differs, and the stream replayed; null where its log does not replay. */
export function checkStream(
  { crypto, processes }: { readonly crypto: Crypto; readonly processes: readonly AnyProcess[] },
  tenant: TenantId,
  rows: StreamRows,
): { readonly differences: readonly Difference[]; readonly replayed: Replayed | null } {
  const { stream, head, events } = rows;
  const differ = collector(stream);
  const name = events[0]?.process ?? head?.process;
  const process = processes.find((known) => known.name === name);
  if (process === undefined) {
    differ.add('head', name ?? 'rows without events', 'a process this release knows');
    return { differences: differ.found, replayed: null };
  }
  checkEvents(differ, events, process);
  const start = genesis(crypto.hash, tenant, process.name, stream);
  const broken = firstBreak(crypto.hash, start, events);
  if (broken !== null) {
    differ.add('chain', `version ${broken.version}: ${broken.hash}`, 'another hash');
  }
  differ.compare('head', head === null ? null : { version: head.version, hash: head.hash }, {
    version: events.length,
    hash: events.at(-1)?.hash ?? start,
  });
  const replayed = replayStream(differ, process, rows);
  if (replayed !== null) checkDerived(differ, replayed, rows);
  return { differences: differ.found, replayed };
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
    const said = { stream, version, type, v, occurredAt, recordedAt, process: process.name };
    const { bytes: _, hash: __, ...beside } = row;
    differ.compare('event', beside, said);
    if (version !== i + 1) differ.add('event', `version ${version}`, `version ${i + 1}`);
  });
}

function replayStream(differ: Collector, process: AnyProcess, rows: StreamRows): Replayed | null {
  try {
    const events = rows.events.map((row) => readEvent(process, row));
    const state = events.reduce((before, event) => process.evolve(before, event), process.initial);
    return { process, events, state };
  } catch (error) {
    differ.add('event', error instanceof Error ? error.message : String(error), 'it replays');
    return null;
  }
}

function checkDerived(differ: Collector, { process, state }: Replayed, rows: StreamRows): void {
  const { stream, head } = rows;
  // An older release's derived state is replayed on its next command; it says nothing wrong.
  if (head?.stateVersion === process.stateVersion) {
    differ.compareText('state', head.state, canonical(state));
  }
  const { list, clocks, acts } = process.project(state, stream);
  differ.compare('list', rows.list, list);
  differ.compare('clock', rows.clocks, clocks.map(clockRow));
  differ.compare('act', rows.acts, acts);
}

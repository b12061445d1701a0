import type { AnyProcess, Recorded } from '../core/process.ts';
import type { EventRow } from './ports.ts';

export type { AnyProcess } from '../core/process.ts';

/** The log holds what this release cannot read. Never skipped: an older program must not go on. */
export class UnknownEvent extends Error {
  override name = 'UnknownEvent';
}

/** An event as its process speaks today, read from the bytes as they were once written. */
export function readEvent(process: AnyProcess, row: EventRow): Recorded {
  const event = JSON.parse(row.bytes) as Recorded;
  const current = process.vocabulary[event.type];
  const where = `${process.name} ${row.stream}@${row.version}`;
  if (current === undefined) {
    throw new UnknownEvent(`${where}: this release does not know the event ${event.type}`);
  }
  if (event.v > current) {
    throw new UnknownEvent(
      `${where}: ${event.type} v${event.v} was written by a newer release (v${current} is known)`,
    );
  }
  if (event.v === current) return event;
  let data: unknown = event.data;
  for (let v = event.v; v < current; v++) {
    const upcaster = process.upcasters?.find((u) => u.type === event.type && u.from === v);
    if (upcaster === undefined) {
      throw new UnknownEvent(`${where}: no step leads from ${event.type} v${v} to v${v + 1}`);
    }
    data = upcaster.step(data);
  }
  return { ...event, v: current, data };
}

/** A stream's state from its events alone. */
export function replay(process: AnyProcess, rows: readonly EventRow[]): unknown {
  return rows.reduce(
    (state, row) => process.evolve(state, readEvent(process, row)),
    process.initial,
  );
}

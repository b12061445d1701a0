import type { StreamId } from '../core/process.ts';
import { canonical } from './canonical.ts';
import type { Checkpoint, EventRow, SequencedEvent, TenantId } from './ports.ts';

type Hash = (text: string) => string;

/**
 * What a stream's first event is linked to. It names tenant, process and stream, so that a whole
 * stream cannot be moved under another name.
 */
export function genesis(hash: Hash, tenant: TenantId, process: string, stream: StreamId): string {
  return hash(canonical({ process, stream, tenant }));
}

/** The hash of an event: over the one before it and its own bytes. */
export function link(hash: Hash, previous: string, bytes: string): string {
  return hash(`${previous}\n${bytes}`);
}

/** Where a chain breaks first, or null: the event whose hash is not the one its bytes give. */
export function firstBreak(hash: Hash, start: string, rows: readonly EventRow[]): EventRow | null {
  let previous = start;
  for (const row of rows) {
    if (row.hash !== link(hash, previous, row.bytes)) return row;
    previous = row.hash;
  }
  return null;
}

/**
 * A checkpoint's hash covers, for each position since the last one, the stream, version and hash
 * that stand there: a tail cut off or a stream taken out shows although what remains is intact.
 */
export function checkpointHash(
  hash: Hash,
  previous: Checkpoint | null,
  rows: readonly SequencedEvent[],
): string {
  const lines = rows.map(
    ({ position, event }) => `${position} ${event.stream} ${event.version} ${event.hash}`,
  );
  return hash([previous?.hash ?? '', ...lines].join('\n'));
}

import type { ReadRequest, ReadResult, VaultRow, WrappedKey } from '../engine/ports.ts';
import type { Row } from './connections.ts';
import { keptCommand, streamHead } from './rows.ts';

export function readValues({ tenant, streams, idempotency, texts }: ReadRequest): unknown[] {
  const asked = new Set([...streams, ...texts.map(({ stream }) => stream)]);
  return [
    tenant,
    [...asked],
    idempotency?.actor ?? null,
    idempotency?.key ?? null,
    texts.map(({ stream }) => stream),
    texts.map(({ ref }) => ref),
  ];
}

export function readResult(request: ReadRequest, rows: readonly Row[]): ReadResult {
  const facts = rows[0];
  if (facts === undefined) throw new Error('read() gives at least one row');
  const wanted = new Set(request.streams);
  const heads = new Map();
  const keys = new Map<string, WrappedKey | 'destroyed'>();
  for (const row of rows) {
    const stream = row.stream as string;
    if (row.version !== null && wanted.has(stream)) heads.set(stream, streamHead(row));
    if (row.wrapped !== null)
      keys.set(stream, { alg: row.alg as string, wrapped: bytes(row.wrapped) });
    else if (row.destroyed) keys.set(stream, 'destroyed');
  }
  return {
    now: facts.now as number,
    institutionVersion: facts.institution as number,
    heads,
    keys,
    texts: ((facts.texts ?? []) as Row[]).map(textRow),
    kept: facts.kept === null ? null : keptCommand(facts.kept as Row),
  };
}

function textRow(row: Row): VaultRow {
  return {
    stream: row.stream as string,
    ref: row.ref as string,
    field: row.field as string,
    alg: row.alg as string,
    ciphertext: bytes(Buffer.from(row.ciphertext as string, 'base64')),
  };
}

/** Without the driver's pooled buffer behind it. */
export function bytes(value: unknown): Uint8Array {
  return Uint8Array.from(value as Uint8Array);
}

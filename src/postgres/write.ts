import pg from 'pg';
import type { Alias } from '../core/process.ts';
import { INSTITUTION_STREAM } from '../engine/keys.ts';
import {
  type KeptCommand,
  type StreamWrite,
  TryAgain,
  type WriteRequest,
  type WriteResult,
} from '../engine/ports.ts';
import {
  addChanges,
  type Changes,
  derivedRows,
  type KnownRows,
  NO_ROWS,
  noChanges,
} from './derived.ts';

/** More in one write would keep the first of them waiting. */
const MOST = 64;

/** Whether a write may join others: all decided on one institution, and no stream among them twice. */
export function fits(requests: readonly WriteRequest[], next: WriteRequest): boolean {
  if (requests.length >= MOST || [...requests, next].some(writesInstitution)) return false;
  const taken = new Set(requests.flatMap(({ streams }) => streams.map(({ stream }) => stream)));
  return (
    requests[0]?.institutionVersion === next.institutionVersion &&
    !next.streams.some(({ stream }) => taken.has(stream))
  );
}

const writesInstitution = ({ streams }: WriteRequest): boolean =>
  streams.some(({ stream }) => stream === INSTITUTION_STREAM);

/**
 * The payload of the SQL function `write_all`, in its column names, and of rows only what differs
 * from those known to stand. What is empty is left out, so that the function need not look. JSON
 * keeps every text as it is; only jsonb's keys and numbers are rewritten, and none of the texts
 * that hashes are taken over is jsonb.
 *
 * @param requests for one tenant, each of which fits those before it
 */
export function writePayload(requests: readonly WriteRequest[], known: KnownRows): string {
  const changes = noChanges();
  const streams = requests.flatMap((request) =>
    request.streams.map((write) => streamPayload(request.tenant, write, known, changes)),
  );
  return JSON.stringify({
    commands: requests.map(({ command }) => commandPayload(command)),
    institution_version: requests[0]?.institutionVersion,
    institution: requests.some(writesInstitution) || undefined,
    streams,
    events: filled(requests.flatMap((request) => request.streams.flatMap(eventsPayload))),
    lists: filled(changes.lists),
    units: filled(changes.units),
    titles: filled(changes.titles),
    acts: filled(changes.acts),
    clocks: filled(changes.clocks),
    gone: filled(changes.gone),
    aliases: filled(requests.flatMap(({ aliases }) => aliases)),
    claims: filled(requests.flatMap(({ claims }) => claims)),
    reactions: filled(
      requests.flatMap(({ reactions }) =>
        reactions.map(({ id, reaction }) => ({ id, body: JSON.stringify(reaction) })),
      ),
    ),
    keys: filled(
      requests.flatMap(({ keys }) =>
        keys.map(({ stream, alg, wrapped }) => ({ stream, alg, wrapped: base64(wrapped) })),
      ),
    ),
    vault: filled(
      requests.flatMap(({ vault }) =>
        vault.map((row) => ({ ...row, ciphertext: base64(row.ciphertext) })),
      ),
    ),
    documents: filled(requests.flatMap(({ documents }) => documents)),
    settles: filled(requests.flatMap(settlesPayload)),
  });
}

function commandPayload(command: KeptCommand): unknown {
  return {
    id: command.id,
    actor: command.actor,
    key: command.key,
    request_hash: command.requestHash,
    process: command.process,
    stream: command.stream,
    type: command.type,
    body: command.body,
    recorded_at: command.recordedAt,
    institution_version: command.institutionVersion,
    saw: JSON.stringify(command.saw),
    outcome: JSON.stringify(command.outcome),
  };
}

function settlesPayload({ settles }: WriteRequest): unknown[] {
  if (settles === null) return [];
  const { reaction, parked } = settles;
  return [{ reaction, parked: parked === null ? null : JSON.stringify(parked) }];
}

function streamPayload(
  tenant: string,
  write: StreamWrite,
  known: KnownRows,
  changes: Changes,
): unknown {
  const { stream, process, expected, events, state, stateVersion, projection } = write;
  if (events.length === 0) return { stream, expected, version: expected };
  const head = {
    stream,
    process,
    expected,
    version: expected + events.length,
    state,
    state_version: stateVersion,
    hash: events.at(-1)?.hash,
  };
  const after = derivedRows(projection);
  if (expected === 0 && addChanges(changes, write, NO_ROWS, after)) return head;
  const before = known.at(tenant, stream, expected);
  if (before !== undefined && addChanges(changes, write, before.rows, after))
    return { ...head, before: before.hash };
  return { ...head, whole: after };
}

/** What a write that came through leaves known. */
export function learn(known: KnownRows, requests: readonly WriteRequest[]): void {
  for (const { tenant, streams } of requests) {
    for (const { stream, expected, events, projection } of streams) {
      const hash = events.at(-1)?.hash;
      if (hash === undefined) continue;
      const version = expected + events.length;
      known.keep(tenant, stream, { version, hash, rows: derivedRows(projection) });
    }
  }
}

/** After one that did not, its streams are written whole: what was known may have been wrong. */
export function doubt(known: KnownRows, requests: readonly WriteRequest[]): void {
  for (const { tenant, streams } of requests) {
    for (const { stream } of streams) known.forget(tenant, stream);
  }
}

function eventsPayload({ stream, process, expected, events }: StreamWrite): unknown[] {
  return events.map((event, i) => {
    if (event.version !== expected + 1 + i)
      throw new Error(`${stream}: events do not follow version ${expected}`);
    return {
      stream,
      process,
      version: event.version,
      type: event.type,
      v: event.v,
      bytes: event.bytes,
      hash: event.hash,
      occurred_at: event.occurredAt,
      recorded_at: event.recordedAt,
    };
  });
}

function filled<T>(rows: readonly T[]): readonly T[] | undefined {
  return rows.length === 0 ? undefined : rows;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/**
 * What the function raised, as an answer.
 *
 * @throws TryAgain where a request's key was made or destroyed meanwhile
 * @throws the error itself where it is none of these
 */
export function refusedWrite(error: unknown): WriteResult {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const detail = error.code?.startsWith('SY') && error.detail ? JSON.parse(error.detail) : {};
  switch (error.code) {
    case 'SY001':
      return { ok: false, why: 'duplicate-key' };
    case 'SY002':
      return { ok: false, why: 'institution' };
    case 'SY003':
      return { ok: false, why: 'stale', stream: detail.stream, version: detail.version };
    case 'SY004': {
      const { kind, key, stream }: Alias & { stream: string } = detail;
      return { ok: false, why: 'alias', alias: { kind, key }, stream };
    }
    case 'SY005':
      return { ok: false, why: 'claim', name: detail.name };
  }
  if (KEY_MOVED.has(error.constraint ?? ''))
    throw new TryAgain('the vault key moved meanwhile', { cause: error });
  throw error;
}

const KEY_MOVED = new Set(['vault_key_pkey', 'vault_tenant_id_stream_fkey']);

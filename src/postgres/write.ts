import pg from 'pg';
import type { ActRow, Alias, ListRow } from '../core/process.ts';
import {
  type StreamWrite,
  TryAgain,
  type WriteRequest,
  type WriteResult,
} from '../engine/ports.ts';

/**
 * The payload of the SQL function `write`, in its column names. What is empty is left out, so that
 * the function need not look. JSON keeps every text as it is; only jsonb's keys and numbers are
 * rewritten, and none of the texts that hashes are taken over is jsonb.
 */
export function writePayload(request: WriteRequest): string {
  const { command, streams, settles } = request;
  return JSON.stringify({
    command: {
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
    },
    institution_version: request.institutionVersion,
    streams: streams.map(streamPayload),
    claims: filled(request.claims),
    aliases: filled(request.aliases),
    reactions: filled(
      request.reactions.map(({ id, reaction }) => ({ id, body: JSON.stringify(reaction) })),
    ),
    keys: filled(
      request.keys.map(({ stream, alg, wrapped }) => ({ stream, alg, wrapped: base64(wrapped) })),
    ),
    vault: filled(request.vault.map((row) => ({ ...row, ciphertext: base64(row.ciphertext) }))),
    documents: filled(request.documents),
    settles: settles?.reaction,
    parked: settles?.parked ? JSON.stringify(settles.parked) : undefined,
  });
}

function streamPayload(write: StreamWrite): unknown {
  const { stream, process, expected, events, state, stateVersion, projection } = write;
  return {
    stream,
    process,
    expected,
    version: expected + events.length,
    state,
    state_version: stateVersion,
    hash: events.at(-1)?.hash,
    events: events.map((event, i) => {
      if (event.version !== expected + 1 + i)
        throw new Error(`${stream}: events do not follow version ${expected}`);
      return {
        version: event.version,
        type: event.type,
        v: event.v,
        bytes: event.bytes,
        hash: event.hash,
        occurred_at: event.occurredAt,
        recorded_at: event.recordedAt,
      };
    }),
    list: projection.list === null ? null : listPayload(projection.list),
    acts: projection.acts.map(actPayload),
    clocks: projection.clocks.map((clock) => ({
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
    })),
  };
}

function listPayload(row: ListRow): unknown {
  const { receivedBy, openedAt, endedAt, dueAt, ...same } = row;
  const times = { opened_at: openedAt, ended_at: endedAt, due_at: dueAt };
  return { ...same, received_by: receivedBy, ...times };
}

function actPayload(row: ActRow): unknown {
  const { startedAt, dueAt, ...same } = row;
  return { ...same, started_at: startedAt, due_at: dueAt };
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

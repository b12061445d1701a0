import { actorKey, clockKey, INSTITUTION_STREAM } from '../engine/keys.ts';
import type {
  DueClock,
  PendingReaction,
  ReadRequest,
  ReadResult,
  Store,
  VaultRow,
  WriteRequest,
  WriteResult,
} from '../engine/ports.ts';
import { NoSuchTenant, TryAgain, UnknownOutcome } from '../engine/ports.ts';
import { type Database, emptyTables, keep, kept, pair, type Tables, tablesOf } from './database.ts';
import { type FaultPlan, withFault } from './faults.ts';
import { byBytes, byKeys } from './order.ts';
import { write } from './write.ts';

/** `pause` stands between a call and its effect: there another command may come in between. */
export function memoryStore(
  database: Database,
  faults: FaultPlan,
  pause: () => Promise<void>,
): Store {
  const tables = async (tenant: string) => {
    await pause();
    return tablesOf(database, tenant);
  };
  return {
    async read(request) {
      const found = await tables(request.tenant);
      const fault = faults('read');
      if (fault === 'deadlock') throw new TryAgain('canceling statement due to conflict');
      if (fault !== 'none' && fault !== 'conflict') throw new UnknownOutcome('connection lost');
      return read(found, request, database.now());
    },
    async write(request) {
      const found = await tables(request.tenant);
      return withFault(
        faults('write'),
        () => conflictOf(found, request),
        () => write(found, request),
      );
    },
    async now(tenant) {
      await tables(tenant);
      return database.now();
    },
    async tenants() {
      await pause();
      return [...database.tenants.keys()].sort(byBytes);
    },
    async createTenant(tenant) {
      await pause();
      if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(tenant)) throw new NoSuchTenant(`bad name "${tenant}"`);
      if (database.tenants.has(tenant)) return false;
      database.tenants.set(tenant, emptyTables());
      return true;
    },
    async events(tenant, stream) {
      const log = (await tables(tenant)).events.get(stream) ?? [];
      return log.map((event) => ({ ...event }));
    },
    async documents(tenant, hashes) {
      const { documents } = await tables(tenant);
      return hashes.flatMap((hash) => {
        const text = documents.get(hash);
        return text === undefined ? [] : [kept(text)];
      });
    },
    async dueClocks(limit) {
      await pause();
      const now = database.now();
      return unfired(database)
        .filter((clock) => clock.dueAt <= now)
        .slice(0, limit);
    },
    async nextDue() {
      await pause();
      return unfired(database)[0]?.dueAt ?? null;
    },
    async provisional(tenant, after, limit) {
      const { clocks, heads } = await tables(tenant);
      return [...clocks]
        .filter(([stream]) => after === null || byBytes(stream, after) > 0)
        .filter(([, rows]) => kept(rows).some((row) => row.provisional && row.endedAt === null))
        .sort(([a], [b]) => byBytes(a, b))
        .slice(0, limit)
        .map(([stream]) => ({ stream, process: heads.get(stream)?.process ?? '' }));
    },
    async pendingReactions(limit) {
      await pause();
      return [...database.tenants]
        .flatMap(([tenant, found]) => pending(tenant, found))
        .slice(0, limit);
    },
    async parkReaction(tenant, id, refusal) {
      const { reactions } = await tables(tenant);
      const queued = reactions.get(id);
      if (queued?.state !== 'pending') return;
      reactions.set(id, { ...queued, state: 'parked', refusal: keep(refusal) });
    },
    async sequence(tenant, limit) {
      const { unsequenced, sequenced } = await tables(tenant);
      const next = unsequenced.splice(0, limit);
      sequenced.push(...next);
      return next.length;
    },
    async sequenced(tenant, after, limit) {
      const { sequenced } = await tables(tenant);
      return sequenced
        .slice(after, after + limit)
        .map((event, i) => ({ position: after + i + 1, event: { ...event } }));
    },
    async lastPosition(tenant) {
      return (await tables(tenant)).sequenced.length;
    },
    async lastCheckpoint(tenant) {
      return (await tables(tenant)).checkpoints.at(-1) ?? null;
    },
    async checkpoints(tenant) {
      return [...(await tables(tenant)).checkpoints];
    },
    async keepCheckpoint(tenant, checkpoint) {
      const { checkpoints } = await tables(tenant);
      if ((checkpoints.at(-1)?.position ?? 0) !== checkpoint.from) return false;
      checkpoints.push({ ...checkpoint });
      return true;
    },
  };
}

function read(tables: Tables, request: ReadRequest, now: number): ReadResult {
  const { idempotency, texts } = request;
  const streams = [...new Set(request.streams)];
  const command =
    idempotency === null ? undefined : tables.keys.get(pair(idempotency.actor, idempotency.key));
  const body = command === undefined ? undefined : tables.commands.get(command);
  return {
    now,
    institutionVersion: tables.heads.get(INSTITUTION_STREAM)?.version ?? 0,
    heads: found(streams, tables.heads, (head) => ({ ...head })),
    keys: found([...streams, ...texts.map((text) => text.stream)], tables.vaultKeys, (key) =>
      key === 'destroyed' ? key : { alg: key.alg, wrapped: Uint8Array.from(key.wrapped) },
    ),
    texts: texts.flatMap(({ stream, ref }) => {
      const row = tables.vault.get(stream)?.get(ref);
      return row === undefined ? [] : [copyOf(row)];
    }),
    kept: body === undefined ? null : kept(body),
  };
}

function found<Row>(
  names: readonly string[],
  rows: ReadonlyMap<string, Row>,
  copy: (row: Row) => Row,
) {
  const result = new Map<string, Row>();
  for (const name of names) {
    const row = rows.get(name);
    if (row !== undefined) result.set(name, copy(row));
  }
  return result;
}

export function copyOf(row: VaultRow): VaultRow {
  return { ...row, ciphertext: Uint8Array.from(row.ciphertext) };
}

/** As if another had written just before: the caller cannot tell, and must look again. */
function conflictOf(tables: Tables, request: WriteRequest): WriteResult {
  const stream = request.streams[0]?.stream;
  if (stream === undefined) throw new TryAgain('serialization failure');
  return { ok: false, why: 'stale', stream, version: tables.heads.get(stream)?.version ?? 0 };
}

function unfired(database: Database): readonly DueClock[] {
  const fired = (tables: Tables, { stream, clock, revision }: DueClock) =>
    tables.keys.has(pair(TICK, clockKey(stream, clock, revision)));
  return [...database.tenants.values()]
    .flatMap((tables) => [...tables.due.values()].flat().filter((clock) => !fired(tables, clock)))
    .sort((a, b) => byKeys([a.dueAt, a.stream, a.clock], [b.dueAt, b.stream, b.clock]))
    .map((clock) => ({ ...clock }));
}

const TICK = actorKey({ kind: 'machine', name: 'tick' });

function pending(tenant: string, tables: Tables): readonly PendingReaction[] {
  return [...tables.reactions].flatMap(([id, { state, reaction }]) =>
    state === 'pending' ? [{ id, tenant, reaction: kept(reaction) }] : [],
  );
}

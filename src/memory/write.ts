import type { StreamId } from '../core/process.ts';
import { INSTITUTION_STREAM } from '../engine/keys.ts';
import type { StreamWrite, WriteRequest, WriteResult } from '../engine/ports.ts';
import { clockRow } from '../engine/rows.ts';
import { keep, pair, type Tables } from './database.ts';
import { byBytes } from './order.ts';

/** All of a write or none of it: every check comes before the first change. */
export function write(tables: Tables, request: WriteRequest): WriteResult {
  const refused = check(tables, request);
  if (refused !== null) return refused;
  const claims = claimed(tables, request);
  if (!(claims instanceof Map)) return claims;

  for (const stream of request.streams) writeStream(tables, request.tenant, stream);
  for (const [name, holders] of claims) tables.claims.set(name, holders);
  for (const alias of request.aliases) {
    tables.aliases.set(pair(alias.kind, alias.key), alias.stream);
  }
  for (const { id, reaction } of request.reactions) {
    tables.reactions.set(id, { reaction: keep(reaction), state: 'pending', refusal: null });
  }
  writeVault(tables, request);
  for (const document of request.documents) tables.documents.set(document.hash, keep(document));
  writeCommand(tables, request);
  return { ok: true };
}

function check(tables: Tables, request: WriteRequest): WriteResult | null {
  const { actor, key } = request.command;
  if (key !== null && tables.keys.has(pair(actor, key))) return { ok: false, why: 'duplicate-key' };
  const institution = tables.heads.get(INSTITUTION_STREAM)?.version ?? 0;
  if (institution !== request.institutionVersion) return { ok: false, why: 'institution' };
  const streams = [...request.streams].sort((a, b) => byBytes(a.stream, b.stream));
  for (const { stream, expected, events } of streams) {
    const version = tables.heads.get(stream)?.version ?? 0;
    if (version !== expected) return { ok: false, why: 'stale', stream, version };
    if (!events.every((event, i) => event.version === expected + 1 + i)) {
      throw new Error(`${stream}: events do not follow version ${expected}`);
    }
  }
  for (const alias of request.aliases) {
    const holder = tables.aliases.get(pair(alias.kind, alias.key));
    if (holder !== undefined && holder !== alias.stream) {
      return {
        ok: false,
        why: 'alias',
        alias: { kind: alias.kind, key: alias.key },
        stream: holder,
      };
    }
  }
  return null;
}

/**
 * The holders of each claim named, after the write: released ones first, so that a place given up
 * and taken in one write is free. Taking what one holds, or releasing what one does not, is nothing.
 */
function claimed(
  tables: Tables,
  request: WriteRequest,
): Map<string, Set<StreamId>> | (WriteResult & { readonly ok: false }) {
  const holders = new Map<string, Set<StreamId>>();
  const of = (name: string) => {
    const found = holders.get(name) ?? new Set(tables.claims.get(name));
    holders.set(name, found);
    return found;
  };
  const ordered = [...request.claims].sort((a, b) => byBytes(a.name, b.name));
  for (const claim of ordered) if (claim.op === 'release') of(claim.name).delete(claim.holder);
  for (const claim of ordered) {
    if (claim.op !== 'take' || of(claim.name).has(claim.holder)) continue;
    if (of(claim.name).size >= claim.limit) {
      return { ok: false, why: 'claim', name: claim.name };
    }
    of(claim.name).add(claim.holder);
  }
  return holders;
}

function writeStream(tables: Tables, tenant: string, written: StreamWrite): void {
  const { stream, process, events, state, stateVersion, projection } = written;
  const last = events.at(-1);
  if (last === undefined) return;
  tables.heads.set(stream, {
    process,
    version: last.version,
    state,
    stateVersion,
    hash: last.hash,
  });
  const log = tables.events.get(stream) ?? [];
  tables.events.set(stream, log);
  for (const event of events) {
    log.push({ ...event });
    tables.unsequenced.push({ ...event });
  }
  if (projection.list === null) tables.lists.delete(stream);
  else tables.lists.set(stream, keep(projection.list));
  tables.acts.set(stream, keep(projection.acts));
  const clocks = projection.clocks.map(clockRow);
  tables.clocks.set(stream, keep(clocks));
  const due = clocks
    .filter((clock) => clock.status === 'running' && clock.breachedAt === null)
    .map(({ id, revision, dueAt }) => ({ tenant, stream, process, clock: id, revision, dueAt }));
  tables.due.set(stream, due);
}

function writeVault(tables: Tables, request: WriteRequest): void {
  for (const { stream, alg, wrapped } of request.keys) {
    tables.vaultKeys.set(stream, { alg, wrapped: Uint8Array.from(wrapped) });
  }
  for (const row of request.vault) {
    const texts = tables.vault.get(row.stream) ?? new Map();
    tables.vault.set(row.stream, texts);
    texts.set(row.ref, { ...row, ciphertext: Uint8Array.from(row.ciphertext) });
  }
}

function writeCommand(tables: Tables, request: WriteRequest): void {
  const { command, settles } = request;
  tables.commands.set(command.id, keep(command));
  if (command.key !== null) tables.keys.set(pair(command.actor, command.key), command.id);
  if (settles === null) return;
  const queued = tables.reactions.get(settles.reaction);
  if (queued === undefined) throw new Error(`no reaction ${settles.reaction} to settle`);
  tables.reactions.set(settles.reaction, {
    ...queued,
    state: settles.parked === null ? 'done' : 'parked',
    refusal: settles.parked === null ? null : keep(settles.parked),
  });
}

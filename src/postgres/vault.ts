import type { ErasableVault, ToErase } from '../engine/erasure-ports.ts';
import type { Look } from '../engine/ports.ts';
import { again, type Connections, once, only, type Row } from './connections.ts';
import { bytes } from './read.ts';
import { statement } from './sql.ts';

const SQL = {
  open: statement('open-vault'),
  looks: statement('looks'),
  destroy: statement('destroy-key'),
  toErase: statement('to-erase'),
  partsOf: statement('parts-of'),
  isAwaited: statement('is-awaited'),
  unkept: statement('unkept'),
  erased: statement('erased'),
};

/** Ciphertexts only: neither the master key nor a text in the clear ever comes here. */
export function postgresVault(connections: Connections): ErasableVault {
  return {
    async open(tenant, refs, looks) {
      const rows = await once(() =>
        connections.call(SQL.open, [
          tenant,
          refs.map(({ stream }) => stream),
          refs.map(({ ref }) => ref),
          JSON.stringify(looks.map(lookPayload)),
        ]),
      );
      return rows.map((row) => ({
        stream: row.stream as string,
        ref: row.ref as string,
        field: row.field as string,
        alg: row.alg as string,
        ciphertext: bytes(row.ciphertext),
        key: { alg: row.key_alg as string, wrapped: bytes(row.wrapped) },
      }));
    },
    async looks(tenant, stream) {
      return (await connections.rowsOf(tenant, SQL.looks, [stream])).map(look);
    },
    async destroy(tenant, stream, reason) {
      await once(() => connections.call(SQL.destroy, [tenant, stream, reason]));
    },
    async toErase(limit) {
      const rows = await again(() => connections.call(SQL.toErase, [limit]));
      return rows.map((row) => ({
        tenant: row.tenant as string,
        stream: row.stream as string,
        version: row.version as number,
        status: row.status as ToErase['status'],
        about: row.about as string,
      }));
    },
    async partsOf(tenant, about) {
      const rows = await connections.rowsOf(tenant, SQL.partsOf, [about]);
      return rows.map((row) => ({
        stream: row.stream as string,
        process: row.process as string,
        version: row.version as number,
        open: row.open as boolean,
        dueAt: row.due_at as number | null,
        sealed: row.sealed as boolean,
      }));
    },
    async isAwaited(tenant, streams) {
      const rows = await again(() => connections.call(SQL.isAwaited, [tenant, streams]));
      return only(rows).awaited as boolean;
    },
    async unkept(tenant, after, limit) {
      const rows = await connections.rowsOf(tenant, SQL.unkept, [after ?? '', limit]);
      return rows.map((row) => ({ stream: row.stream as string, version: row.version as number }));
    },
    async erased(tenant, after, limit) {
      const rows = await connections.rowsOf(tenant, SQL.erased, [after ?? '', limit]);
      return rows.map((row) => ({
        stream: row.stream as string,
        reason: row.reason as string,
        at: row.at as number,
      }));
    },
  };
}

function lookPayload({ actor, onBehalfOf, ...same }: Look): unknown {
  return {
    ...same,
    actor: JSON.stringify(actor),
    on_behalf_of: onBehalfOf === undefined ? null : JSON.stringify(onBehalfOf),
  };
}

export function look(row: Row): Look {
  const { on_behalf_of: onBehalfOf } = row;
  return {
    stream: row.stream as string,
    ref: row.ref as string,
    field: row.field as string,
    actor: JSON.parse(row.actor as string),
    ...(onBehalfOf === null ? {} : { onBehalfOf: JSON.parse(onBehalfOf as string) }),
    purpose: row.purpose as string,
    at: row.at as number,
  };
}

import type { Look, Vault } from '../engine/ports.ts';
import { type Connections, once, type Row } from './connections.ts';
import { bytes } from './read.ts';
import { statement } from './sql.ts';

const SQL = {
  open: statement('open-vault'),
  looks: statement('looks'),
  destroy: statement('destroy-key'),
};

/** Ciphertexts only: neither the master key nor a text in the clear ever comes here. */
export function postgresVault(connections: Connections): Vault {
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

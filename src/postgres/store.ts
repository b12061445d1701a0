import type { Instant } from '../core/process.ts';
import {
  NoSuchTenant,
  type Store,
  type TenantId,
  TryAgain,
  UnknownOutcome,
  type WriteRequest,
} from '../engine/ports.ts';
import { again, type Connections, once, only, RolledBack, type Row } from './connections.ts';
import { KnownRows } from './derived.ts';
import { Lane } from './lane.ts';
import { readResult, readValues } from './read.ts';
import { checkpoint, eventRow } from './rows.ts';
import { type Statement, statement } from './sql.ts';
import { doubt, fits, learn, refusedWrite, writePayload } from './write.ts';

const SQL = {
  read: statement('read'),
  write: statement('write'),
  now: statement('now'),
  tenants: statement('tenants'),
  createTenant: statement('create-tenant'),
  events: statement('events'),
  documents: statement('documents'),
  dueClocks: statement('due-clocks'),
  nextDue: statement('next-due'),
  provisional: statement('provisional'),
  pendingReactions: statement('pending-reactions'),
  parkReaction: statement('park-reaction'),
  sequence: statement('sequence'),
  sequenced: statement('sequenced'),
  lastPosition: statement('last-position'),
  lastCheckpoint: statement('last-checkpoint'),
  checkpoints: statement('checkpoints'),
  keepCheckpoint: statement('keep-checkpoint'),
  setTestClock: statement('set-test-clock'),
};

/** Letters, digits and hyphens: a tenant's name stands in addresses and in keys. */
const TENANT = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** How often a write undone by deadlocks is sent. */
const ATTEMPTS = 3;

export interface PostgresStore extends Store {
  /** Refused unless the server was started for it and the tenant never lived by the real clock. */
  setTestClock(tenant: TenantId, now: Instant): Promise<void>;
}

export function postgresStore(connections: Connections): PostgresStore {
  const ask = (sql: Statement, values: unknown[]) => again(() => connections.call(sql, values));
  const tell = (sql: Statement, values: unknown[]) => once(() => connections.call(sql, values));
  const rowsOf = (tenant: TenantId, sql: Statement, values: unknown[]) =>
    connections.rowsOf(tenant, sql, values);
  const lanes = lanesOf((tenant, payload) => tell(SQL.write, [tenant, payload]));
  return {
    async read(request) {
      return readResult(request, await ask(SQL.read, readValues(request)));
    },
    async write(request) {
      try {
        await lanes.run(request);
        return { ok: true };
      } catch (error) {
        return refusedWrite(error);
      }
    },
    async now(tenant) {
      return only(await ask(SQL.now, [tenant])).now as number;
    },
    async tenants() {
      return (await ask(SQL.tenants, [])).map((row) => row.tenant as string);
    },
    async createTenant(tenant) {
      if (!TENANT.test(tenant)) throw new NoSuchTenant(`bad name "${tenant}"`);
      return only(await tell(SQL.createTenant, [tenant])).created as boolean;
    },
    async events(tenant, stream) {
      return (await rowsOf(tenant, SQL.events, [stream])).map(eventRow);
    },
    async documents(tenant, hashes) {
      const rows = await rowsOf(tenant, SQL.documents, [hashes]);
      return rows.map((row) => ({
        hash: row.hash as string,
        kind: row.kind as 'rulebook' | 'calendar',
        body: row.body as string,
      }));
    },
    async dueClocks(limit) {
      const rows = await ask(SQL.dueClocks, [limit]);
      return rows.map((row) => ({
        tenant: row.tenant as string,
        stream: row.stream as string,
        process: row.process as string,
        clock: row.clock as string,
        revision: row.revision as number,
        dueAt: row.due_at as number,
      }));
    },
    async nextDue() {
      return only(await ask(SQL.nextDue, [])).due_at as number | null;
    },
    async provisional(tenant, after, limit) {
      const rows = await rowsOf(tenant, SQL.provisional, [after, limit]);
      return rows.map((row) => ({ stream: row.stream as string, process: row.process as string }));
    },
    async pendingReactions(limit) {
      const rows = await ask(SQL.pendingReactions, [limit]);
      return rows.map((row) => ({
        tenant: row.tenant as string,
        id: row.id as string,
        reaction: JSON.parse(row.body as string),
      }));
    },
    async parkReaction(tenant, id, refusal) {
      await tell(SQL.parkReaction, [tenant, id, JSON.stringify(refusal)]);
    },
    async sequence(tenant, limit) {
      return only(await tell(SQL.sequence, [tenant, limit])).done as number;
    },
    async sequenced(tenant, after, limit) {
      const rows = await rowsOf(tenant, SQL.sequenced, [after, limit]);
      return rows.map((row) => ({ position: row.position as number, event: eventRow(row) }));
    },
    async lastPosition(tenant) {
      const [row] = await rowsOf(tenant, SQL.lastPosition, []);
      return (row?.position as number | null | undefined) ?? 0;
    },
    async lastCheckpoint(tenant) {
      return (await rowsOf(tenant, SQL.lastCheckpoint, [])).map(checkpoint)[0] ?? null;
    },
    async checkpoints(tenant) {
      return (await rowsOf(tenant, SQL.checkpoints, [])).map(checkpoint);
    },
    async keepCheckpoint(tenant, { from, position, hash, at }) {
      const rows = await tell(SQL.keepCheckpoint, [tenant, from, position, hash, at]);
      return only(rows).kept as boolean;
    },
    async setTestClock(tenant, now) {
      await tell(SQL.setTestClock, [tenant, now]);
    },
  };
}

/**
 * One lane a tenant, so that writes which come while one is on its way share the next. What failed
 * together for one of them is sent again one by one; of a lost connection all alike know nothing.
 */
function lanesOf(tell: (tenant: TenantId, payload: string) => Promise<Row[]>) {
  const known = new KnownRows();
  const lanes = new Map<TenantId, Lane<WriteRequest>>();
  const send = async (requests: readonly WriteRequest[]) => {
    const tenant = requests[0]?.tenant ?? '';
    try {
      const payload = writePayload(requests, known);
      await untilNoDeadlock(() => tell(tenant, payload));
    } catch (error) {
      if (requests.length === 1) doubt(known, requests);
      throw error;
    }
    learn(known, requests);
  };
  return {
    run(request: WriteRequest): Promise<void> {
      const lane = lanes.get(request.tenant) ?? new Lane<WriteRequest>({ send, fits, undone });
      lanes.set(request.tenant, lane);
      return lane.run(request);
    },
  };
}

function undone(error: unknown): boolean {
  if (error instanceof TryAgain) return error instanceof RolledBack;
  return !(error instanceof UnknownOutcome);
}

async function untilNoDeadlock(write: () => Promise<Row[]>): Promise<Row[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof RolledBack) || attempt === ATTEMPTS) throw error;
    }
  }
}

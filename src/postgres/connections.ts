import pg from 'pg';
import { NoSuchTenant, type TenantId, TryAgain, UnknownOutcome } from '../engine/ports.ts';
import { APP, SCHEMA } from './migrate.ts';
import type { Statement } from './sql.ts';

export interface ConnectionOptions {
  readonly url: string;
  /** 4 to 16 measured alike, 32 worse. */
  readonly size?: number;
  /** Only for a server started for it: tenants that live by a clock set by hand. */
  readonly testClock?: boolean;
}

export type Row = Record<string, unknown>;

/**
 * The application's connections: always under its own role, whoever the URL names, so that no
 * policy is ever bypassed. Instants come back as numbers (int8 is text to the driver otherwise).
 */
export class Connections {
  readonly #pool: pg.Pool;

  constructor({ url, size = 8, testClock = false }: ConnectionOptions) {
    const settings = [
      `SET ROLE ${APP}`,
      `SET search_path = ${SCHEMA}`,
      `SET shaoying.test_clock = '${testClock ? 'on' : 'off'}'`,
    ].join(';');
    this.#pool = new pg.Pool({
      connectionString: url,
      max: size,
      connectionTimeoutMillis: 10_000,
      application_name: 'shaoying',
      types: { getTypeParser },
      onConnect: async (client) => {
        // One lost between two statements tells the next of them.
        client.on('error', () => {});
        await client.query(settings);
      },
    });
    // One lost while idle is replaced at the next statement.
    this.#pool.on('error', () => {});
  }

  /**
   * One statement in a transaction of its own.
   *
   * @throws TryAgain where it was never sent
   * @throws ConnectionLost where it was sent and no answer came
   */
  async call(statement: Statement, values: unknown[]): Promise<Row[]> {
    const client = await this.#connect();
    return this.#use(client, () => run(client, statement, values));
  }

  /** Several statements that see one tenant, through one snapshot. */
  async inTenant<T>(
    tenant: TenantId,
    work: (ask: Ask) => Promise<T>,
    begin: Statement = BEGIN_READ,
  ): Promise<T> {
    const client = await this.#connect();
    return this.#use(client, async () => {
      await run(client, begin, []);
      try {
        await run(client, ENTER, [tenant]);
        const result = await work((statement, values) => run(client, statement, values));
        await run(client, COMMIT, []);
        return result;
      } catch (error) {
        if (!(error instanceof ConnectionLost)) await run(client, ROLLBACK, []);
        throw error;
      }
    });
  }

  /** The rows one statement gives under a tenant, its first parameter. */
  rowsOf(tenant: TenantId, statement: Statement, values: unknown[]): Promise<Row[]> {
    return again(() => this.inTenant(tenant, (ask) => ask(statement, [tenant, ...values])));
  }

  /** One statement that changes a tenant's rows, the tenant its first parameter. */
  change(tenant: TenantId, statement: Statement, values: unknown[]): Promise<Row[]> {
    const work = (ask: Ask) => ask(statement, [tenant, ...values]);
    return once(() => this.inTenant(tenant, work, BEGIN_CHANGE));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      if (error instanceof Error && mayPass(error))
        throw new TryAgain('no connection to the database', { cause: error });
      throw error;
    }
  }

  async #use<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      client.release();
      return result;
    } catch (error) {
      client.release(error instanceof ConnectionLost);
      throw error;
    }
  }
}

export type Ask = (statement: Statement, values: unknown[]) => Promise<Row[]>;

/** The statement was sent and the connection ended before its answer. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
}

/** Undone whole by a deadlock: the same statement may simply be sent again. */
export class RolledBack extends TryAgain {}

const BEGIN_CHANGE: Statement = { text: 'BEGIN' };
const BEGIN_READ: Statement = {
  text: 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY',
};
const COMMIT: Statement = { text: 'COMMIT' };
const ROLLBACK: Statement = { text: 'ROLLBACK' };
const ENTER: Statement = { name: 'enter', text: 'SELECT enter_tenant($1)' };

async function run(client: pg.PoolClient, statement: Statement, values: unknown[]): Promise<Row[]> {
  try {
    return (await client.query<Row>({ ...statement, values })).rows;
  } catch (error) {
    throw named(error);
  }
}

/** SQLSTATEs of a server that ends the session: admin and crash shutdown, a dropped database. */
const ENDED = new Set(['57P01', '57P02', '57P04', '57P05']);
/** Deadlock, serialization failure: rolled back whole. */
const ROLLED_BACK = new Set(['40001', '40P01']);

/** The error as the ports name it; anything else is a fault and stays what it is. */
function named(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = sqlState(error);
  if (code === null) return new ConnectionLost(error.message, { cause: error });
  if (ENDED.has(code) || code.startsWith('08')) return new ConnectionLost(error.message);
  if (ROLLED_BACK.has(code)) return new RolledBack(error.message, { cause: error });
  if (code === 'SY404') return new NoSuchTenant(error.message);
  return error;
}

/** No connection now, but perhaps soon: the server is down, starting, stopping or full. */
function mayPass(error: Error): boolean {
  const code = sqlState(error);
  return code === null || code.startsWith('57P') || code.startsWith('53') || code.startsWith('08');
}

/** Null for what the driver itself says: the socket ended or was reset. */
function sqlState(error: Error): string | null {
  const code = 'code' in error ? error.code : null;
  return 'severity' in error && typeof code === 'string' ? code : null;
}

/** For what changes nothing: a lost connection is tried once more. */
export async function again<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
  }
  try {
    return await ask();
  } catch (error) {
    throw error instanceof ConnectionLost ? new TryAgain(error.message, { cause: error }) : error;
  }
}

/** For what changes something: of a lost connection, nobody knows what became of it. */
export async function once<T>(tell: () => Promise<T>): Promise<T> {
  try {
    return await tell();
  } catch (error) {
    throw error instanceof ConnectionLost
      ? new UnknownOutcome(error.message, { cause: error })
      : error;
  }
}

export function only(rows: readonly Row[]): Row {
  const row = rows[0];
  if (row === undefined) throw new Error('the statement gives one row');
  return row;
}

const INT8 = 20;

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');
}

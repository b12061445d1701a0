import type { Accounts } from '../engine/accounts.ts';
import type { ErasableVault } from '../engine/erasure-ports.ts';
import type { Audit, Queries } from '../engine/ports.ts';
import type { Tally } from '../engine/tally.ts';
import { postgresAccounts } from './accounts.ts';
import { postgresAudit } from './audit.ts';
import { type ConnectionOptions, Connections } from './connections.ts';
import { postgresQueries } from './queries.ts';
import { type PostgresStore, postgresStore } from './store.ts';
import { postgresTally } from './tally.ts';
import { postgresVault } from './vault.ts';

/** Every port of the engine on PostgreSQL, over one pool of connections. */
export interface Postgres {
  readonly store: PostgresStore;
  readonly queries: Queries;
  readonly vault: ErasableVault;
  readonly audit: Audit;
  readonly accounts: Accounts;
  readonly tally: Tally;
  close(): Promise<void>;
}

/** Opens a migrated database (`migrate` first); connections are made when they are needed. */
export function openPostgres(options: ConnectionOptions): Postgres {
  const connections = new Connections(options);
  return {
    store: postgresStore(connections),
    queries: postgresQueries(connections),
    vault: postgresVault(connections),
    audit: postgresAudit(connections),
    accounts: postgresAccounts(connections),
    tally: postgresTally(connections),
    close: () => connections.close(),
  };
}

import type { Tally } from '../engine/tally.ts';
import { type Connections, once } from './connections.ts';
import { statement } from './sql.ts';

const SQL = { add: statement('add-to-tally'), counts: statement('tally-counts') };

export function postgresTally(connections: Connections): Tally {
  return {
    async add(tenant, name, month) {
      await once(() => connections.call(SQL.add, [tenant, name, month]));
    },
    async counts(tenant, name) {
      const rows = await connections.rowsOf(tenant, SQL.counts, [name]);
      return Object.fromEntries(rows.map((row) => [row.month, row.n]));
    },
  };
}

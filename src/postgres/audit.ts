import type { Audit } from '../engine/ports.ts';
import type { Connections, Row } from './connections.ts';
import { actRow, clockRow, eventRow, listRow, streamHead } from './rows.ts';
import { statement } from './sql.ts';
import { look } from './vault.ts';

const SQL = {
  streams: statement('streams'),
  heads: statement('heads-of'),
  events: statement('events-of'),
  lists: statement('lists-of'),
  clocks: statement('clocks-of'),
  acts: statement('acts-of'),
  looks: statement('looks-of'),
};

export function postgresAudit(connections: Connections): Audit {
  return {
    streams: (tenant, after, limit) =>
      connections.inTenant(tenant, async (ask) => {
        const found = await ask(SQL.streams, [tenant, after ?? '', limit]);
        const names = found.map((row) => row.stream as string);
        const of = async (sql: keyof typeof SQL) => byStream(await ask(SQL[sql], [tenant, names]));
        const heads = await of('heads');
        const events = await of('events');
        const lists = await of('lists');
        const clocks = await of('clocks');
        const acts = await of('acts');
        const looks = await of('looks');
        return names.map((stream) => ({
          stream,
          head: heads(stream).map(streamHead)[0] ?? null,
          events: events(stream).map(eventRow),
          list: lists(stream).map(listRow)[0] ?? null,
          clocks: clocks(stream).map(clockRow),
          acts: acts(stream).map(actRow),
          looks: looks(stream).map(look),
        }));
      }),
  };
}

function byStream(rows: readonly Row[]): (stream: string) => readonly Row[] {
  const groups = Map.groupBy(rows, (row) => row.stream);
  return (stream) => groups.get(stream) ?? [];
}

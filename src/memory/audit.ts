import type { StreamId } from '../core/process.ts';
import type { Audit, StreamRows } from '../engine/ports.ts';
import { type Database, kept, type Tables, tablesOf } from './database.ts';
import { byBytes } from './order.ts';

export function memoryAudit(database: Database, pause: () => Promise<void>): Audit {
  return {
    async streams(tenant, after, limit) {
      await pause();
      const tables = tablesOf(database, tenant);
      const { heads, events, lists, clocks, acts } = tables;
      const names = new Set(
        [heads, events, lists, clocks, acts].flatMap((rows) => [...rows.keys()]),
      );
      return [...names]
        .filter((name) => after === null || byBytes(name, after) > 0)
        .sort(byBytes)
        .slice(0, limit)
        .map((stream) => rowsOf(tables, stream));
    },
  };
}

function rowsOf(tables: Tables, stream: StreamId): StreamRows {
  const list = tables.lists.get(stream);
  return {
    stream,
    head: tables.heads.get(stream) ?? null,
    events: (tables.events.get(stream) ?? []).map((event) => ({ ...event })),
    list: list === undefined ? null : kept(list),
    clocks: kept(tables.clocks.get(stream) ?? '[]'),
    acts: kept(tables.acts.get(stream) ?? '[]'),
    looks: (tables.looks.get(stream) ?? []).map((look) => kept(look)),
  };
}

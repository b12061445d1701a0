import { liesBefore } from '../core/authority/posts.ts';
import type { ActRow } from '../core/process.ts';
import { canonical } from '../engine/canonical.ts';
import type {
  Act,
  ActFilter,
  ListEntry,
  ListFilter,
  Page,
  PendingReaction,
  Queries,
  TenantId,
} from '../engine/ports.ts';
import { type Database, kept, pair, type Tables, tablesOf } from './database.ts';
import { byBytes, byKeys } from './order.ts';

type SortKey = readonly (string | number | null)[];

export function memoryQueries(database: Database, pause: () => Promise<void>): Queries {
  const tables = async (tenant: TenantId) => {
    await pause();
    return tablesOf(database, tenant);
  };
  return {
    async acts(tenant, filter, limit, after) {
      const rows = actsOf(await tables(tenant), filter);
      return page(rows, actKey, limit, after);
    },
    async actCounts(tenant, filter, now, dayEnd) {
      const mine = actsOf(await tables(tenant), filter);
      const due = (from: number, to: number) =>
        mine.filter(({ dueAt }) => dueAt !== null && dueAt > from && dueAt <= to).length;
      return {
        total: mine.length,
        overdue: due(Number.NEGATIVE_INFINITY, now),
        dueToday: due(now, dayEnd - 1),
      };
    },
    async list(tenant, filter, limit, after) {
      const rows = entries(await tables(tenant)).filter((entry) => matches(entry, filter));
      return page(rows, listKey, limit, after);
    },
    async entry(tenant, stream) {
      return entryOf(await tables(tenant), stream);
    },
    async claimHolders(tenant, names) {
      const { claims } = await tables(tenant);
      return new Map(
        names.flatMap((name) => {
          const holders = [...(claims.get(name) ?? [])].sort(byBytes);
          return holders.length === 0 ? [] : [[name, holders] as const];
        }),
      );
    },
    async byAlias(tenant, alias) {
      return (await tables(tenant)).aliases.get(pair(alias.kind, alias.key)) ?? null;
    },
    async aliases(tenant, kind, prefix, limit, after) {
      const { aliases } = await tables(tenant);
      const found = [...aliases]
        .flatMap(([name, stream]) => {
          const [of, key = ''] = name.split('\0');
          return of === kind && key.startsWith(prefix) ? [{ kind, key, stream }] : [];
        })
        .filter(({ key }) => after === null || byBytes(key, after) > 0)
        .sort((a, b) => byBytes(a.key, b.key));
      const shown = found.slice(0, limit);
      return { rows: shown, next: found.length > limit ? (shown.at(-1)?.key ?? null) : null };
    },
    async eventsOfType(tenant, type, category, limit) {
      const found = await tables(tenant);
      return [...found.events]
        .filter(([stream]) => entryOf(found, stream)?.category === category)
        .flatMap(([, events]) => events.filter((event) => event.type === type))
        .sort((a, b) =>
          byKeys([b.recordedAt, a.stream, a.version], [a.recordedAt, b.stream, b.version]),
        )
        .slice(0, limit)
        .map((event) => ({ ...event }));
    },
    async counts(tenant, process) {
      const counts: Record<string, number> = {};
      const all = entries(await tables(tenant)).filter((entry) => entry.process === process);
      for (const { bucket } of all) {
        counts[bucket] = (counts[bucket] ?? 0) + 1;
      }
      return counts;
    },
    async changes(tenant, process, unit, from, to) {
      const found = await tables(tenant);
      const within = (at: number | null) => at !== null && at >= from && at < to;
      const mine = entries(found).filter(
        (entry) => entry.process === process && concerns(entry, unit),
      );
      const own = [unit.id, ...unit.territory];
      const promises = [...found.clocks].flatMap(([stream, rows]) =>
        found.heads.get(stream)?.process === process ? kept(rows) : [],
      );
      return {
        opened: mine.filter(({ openedAt }) => within(openedAt)).length,
        ended: mine.filter(({ endedAt }) => within(endedAt)).length,
        breached: promises.filter((one) => own.includes(one.unit) && within(one.breachedAt)).length,
      };
    },
    async parked(tenant, limit) {
      const { reactions } = await tables(tenant);
      return [...reactions]
        .flatMap(([id, { reaction, refusal }]) =>
          refusal === null
            ? []
            : [{ id, tenant, reaction: kept(reaction), refusal: kept(refusal) }],
        )
        .slice(0, limit) satisfies readonly PendingReaction[];
    },
  };
}

function entryOf(tables: Tables, stream: string): ListEntry | null {
  const list = tables.lists.get(stream);
  const head = tables.heads.get(stream);
  if (list === undefined || head === undefined) return null;
  return { ...kept(list), stream, process: head.process, version: head.version };
}

function entries(tables: Tables): ListEntry[] {
  return [...tables.lists.keys()].flatMap((stream) => entryOf(tables, stream) ?? []);
}

const actsOf = (tables: Tables, { posts, office, account, acts }: ActFilter): Act[] =>
  allActs(tables).filter((act) => {
    const row = { ...act, office: act.office ?? undefined } as ActRow;
    return (
      posts.some((post) => liesBefore(row, post)) &&
      (office === undefined || act.office === office) &&
      (account === undefined || act.account === account) &&
      (acts === undefined || acts.includes(act.act))
    );
  });

function allActs(tables: Tables): Act[] {
  return [...tables.acts].flatMap(([stream, rows]) => {
    const entry = entryOf(tables, stream);
    if (entry === null) return [];
    const { process, version, title, category, place, about } = entry;
    return kept(rows).map((row) => ({
      stream,
      process,
      version,
      title,
      category,
      place,
      about,
      act: row.act,
      unit: row.unit,
      role: row.role,
      office: row.office ?? null,
      account: row.account ?? null,
      clock: row.clock ?? null,
      startedAt: row.startedAt,
      dueAt: row.dueAt,
      first: row.first,
    }));
  });
}

function matches(entry: ListEntry, filter: ListFilter): boolean {
  const { process, status, bucket, category, about, unit, text, overdueAt } = filter;
  const words = text?.toLowerCase().split(/\s+/u) ?? [];
  return (
    entry.process === process &&
    (status === undefined || status.includes(entry.status)) &&
    (bucket === undefined || entry.bucket === bucket) &&
    (category === undefined || entry.category === category) &&
    (about === undefined || entry.about === about) &&
    (unit === undefined || concerns(entry, unit)) &&
    words.every((word) => (entry.title ?? '').toLowerCase().includes(word)) &&
    (overdueAt === undefined ||
      (entry.bucket === 'open' && entry.dueAt !== null && entry.dueAt <= overdueAt))
  );
}

function concerns(entry: ListEntry, unit: NonNullable<ListFilter['unit']>): boolean {
  return (
    entry.holder === unit.id ||
    entry.receivedBy === unit.id ||
    entry.lead === unit.id ||
    entry.assisting.includes(unit.id) ||
    entry.called.includes(unit.id) ||
    entry.seats?.includes(unit.id) === true ||
    unit.territory.includes(entry.place)
  );
}

const actKey = (act: Act): SortKey => [
  act.first ? 0 : 1,
  act.dueAt,
  act.startedAt,
  act.stream,
  act.act,
  act.role,
  act.unit,
];

const listKey = (entry: ListEntry): SortKey => [
  entry.first ? 0 : 1,
  entry.dueAt,
  entry.openedAt,
  entry.stream,
];

/** The cursor is the last row's sort key: rows that come or go meanwhile shift nothing. */
function page<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  limit: number,
  after: string | null,
): Page<Row> {
  const from: SortKey | null =
    after === null ? null : (JSON.parse(Buffer.from(after, 'base64url').toString()) as SortKey);
  const sorted = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .filter(({ key }) => from === null || byKeys(key, from) > 0)
    .sort((a, b) => byKeys(a.key, b.key));
  const shown = sorted.slice(0, limit);
  const last = sorted.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ row }) => row),
    next: last === undefined ? null : Buffer.from(canonical(last.key)).toString('base64url'),
  };
}

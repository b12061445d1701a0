import { samePost } from '../core/authority/posts.ts';
import type { Post, Role, StreamId } from '../core/process.ts';
import type {
  Act,
  ActCounts,
  ActFilter,
  Changes,
  ListEntry,
  Page,
  Queries,
} from '../engine/ports.ts';
import { again, type Connections, type Row } from './connections.ts';
import { listStatement } from './list.ts';
import { eventRow, listEntry } from './rows.ts';
import { statement } from './sql.ts';

const SQL = {
  acts: statement('acts'),
  actCounts: statement('act-counts'),
  entry: statement('entry'),
  claimHolders: statement('claim-holders'),
  byAlias: statement('by-alias'),
  aliases: statement('aliases'),
  eventsOfType: statement('events-of-type'),
  counts: statement('counts'),
  changes: statement('changes'),
  parked: statement('parked'),
};

/** Sorts after every instant; what has no due time comes last. */
const NO_DUE = Number.MAX_SAFE_INTEGER;

/** Sorts after every other character. */
const LAST = '\u{10FFFF}';

/** The keys that sort before every row's: where a first page begins. */
const ACTS_START = [false, -NO_DUE, -NO_DUE, '', '', '', ''] as const;
const LIST_START = [false, -NO_DUE, -NO_DUE, ''] as const;

export function postgresQueries(connections: Connections): Queries {
  return {
    async acts(tenant, filter, limit, after) {
      const key = after === null ? ACTS_START : cursorKey(after);
      const [units, roles, ...rest] = columns(filter);
      const values = [units, roles, limit + 1, ...key, ...rest];
      const rows = await connections.rowsOf(tenant, SQL.acts, values);
      return page(rows.map(act), limit, (row) => [
        !row.first,
        row.dueAt ?? NO_DUE,
        row.startedAt,
        row.stream,
        row.act,
        row.role,
        row.unit,
      ]);
    },
    async actCounts(tenant, filter, now, dayEnd) {
      const [units, roles, ...rest] = columns(filter);
      const values = [units, roles, now, dayEnd, ...rest];
      const [row] = await connections.rowsOf(tenant, SQL.actCounts, values);
      return row as unknown as ActCounts;
    },
    async list(tenant, filter, limit, after) {
      const key = after === null ? LIST_START : cursorKey(after);
      const { text, values } = listStatement(tenant, filter, limit + 1, key);
      const rows = await again(() => connections.inTenant(tenant, (ask) => ask({ text }, values)));
      return page(rows.map(listEntry), limit, (row) => [
        !row.first,
        row.dueAt ?? NO_DUE,
        row.openedAt,
        row.stream,
      ]);
    },
    async entry(tenant, stream): Promise<ListEntry | null> {
      const rows = await connections.rowsOf(tenant, SQL.entry, [stream]);
      return rows.map(listEntry)[0] ?? null;
    },
    async claimHolders(tenant, names) {
      const rows = await connections.rowsOf(tenant, SQL.claimHolders, [names]);
      const holders = new Map<string, StreamId[]>();
      for (const { name, holder } of rows as { name: string; holder: string }[]) {
        holders.set(name, [...(holders.get(name) ?? []), holder]);
      }
      return holders;
    },
    async byAlias(tenant, { kind, key }) {
      const rows = await connections.rowsOf(tenant, SQL.byAlias, [kind, key]);
      return (rows[0]?.stream as string | undefined) ?? null;
    },
    async aliases(tenant, kind, prefix, limit, after) {
      const values = [kind, prefix, `${prefix}${LAST}`, after ?? '', limit + 1];
      const rows = await connections.rowsOf(tenant, SQL.aliases, values);
      const found = rows.map(({ key, stream }) => ({
        kind,
        key: key as string,
        stream: stream as string,
      }));
      const shown = found.slice(0, limit);
      return { rows: shown, next: found.length > limit ? (shown.at(-1)?.key ?? null) : null };
    },
    async eventsOfType(tenant, type, category, limit) {
      const rows = await connections.rowsOf(tenant, SQL.eventsOfType, [type, category, limit]);
      return rows.map(eventRow);
    },
    async counts(tenant, process) {
      const rows = await connections.rowsOf(tenant, SQL.counts, [process]);
      return Object.fromEntries(rows.map((row) => [row.bucket, row.n]));
    },
    async changes(tenant, process, { id, territory }, from, to) {
      const values = [id, territory, from, to, process];
      const [row] = await connections.rowsOf(tenant, SQL.changes, values);
      return row as unknown as Changes;
    },
    async parked(tenant, limit) {
      const rows = await connections.rowsOf(tenant, SQL.parked, [limit]);
      return rows.map((row) => ({
        tenant,
        id: row.id as string,
        reaction: JSON.parse(row.body as string),
        refusal: JSON.parse(row.refusal as string),
      }));
    },
  };
}

/**
 * Units, roles and offices side by side, and what the list is narrowed to. A post that sits in no
 * office sees what the same post in one would, so that no act comes twice.
 */
function columns({ posts, office, account, acts }: ActFilter) {
  const each = posts.filter(
    (post, n) =>
      posts.findIndex((one) => samePost(one, post)) === n &&
      (post.office === undefined || !posts.some((one) => samePost(one, seatless(post)))),
  );
  return [
    each.map(({ unit }) => unit),
    each.map(({ role }) => role),
    each.map((post) => post.office ?? null),
    // What no office has comes through the first seat of its unit and role alone.
    each.map((post, n) => each.findIndex((one) => samePost(seatless(one), seatless(post))) === n),
    office ?? null,
    account ?? null,
    acts ?? null,
  ] as const;
}

const seatless = ({ unit, role }: Post): Post => ({ unit, role });

function act(row: Row): Act {
  return {
    stream: row.stream as string,
    process: row.process as string,
    act: row.act as string,
    unit: row.unit as string,
    role: row.role as Role,
    office: row.office as string | null,
    account: row.account as string | null,
    clock: row.clock as string | null,
    startedAt: row.started_at as number,
    dueAt: row.due_at as number | null,
    first: row.first as boolean,
    title: row.title as string | null,
    category: row.category as string | null,
    place: row.place as string,
    about: row.about as string | null,
    version: row.version as number,
  };
}

type Key = readonly (string | number | boolean)[];

/** One row more than the page was asked for: whether there is a next one. */
function page<R>(rows: readonly R[], limit: number, keyOf: (row: R) => Key): Page<R> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : cursor(keyOf(last)) };
}

function cursor(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function cursorKey(after: string): Key {
  return JSON.parse(Buffer.from(after, 'base64url').toString()) as Key;
}

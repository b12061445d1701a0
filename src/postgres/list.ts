import type { ListFilter, TenantId } from '../engine/ports.ts';
import { searchedWords, wordSearch } from './search.ts';

const BUCKETS = ['open', 'answered', 'redirected', 'merged', 'closed'];
const ORDER = (t: string) =>
  `(NOT ${t}.first), coalesce(${t}.due_at, 9007199254740991), ${t}.opened_at, ${t}.stream`;

/** A look-up for each row shown, and never a join of whole tables. */
const VERSION = (at: string) =>
  `SELECT s.version FROM stream_state s WHERE s.tenant_id = ${at} AND s.stream = page.stream`;

/** Collects parameters as the text that refers to them is written. */
class Parameters {
  readonly values: unknown[] = [];
  add(value: unknown, type = 'text'): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/**
 * A page of a filtered list, the one statement that is composed. It merges index ranges that are
 * each in the list's order already and stop at the page's length, whatever the table holds; the
 * filters that no range was chosen by are checked on the rows as they come.
 */
export function listStatement(
  tenant: TenantId,
  filter: ListFilter,
  limit: number,
  after: readonly unknown[],
): { text: string; values: unknown[] } {
  const p = new Parameters();
  const at = p.add(tenant);
  const key = `(${p.add(after[0], 'boolean')}, ${p.add(after[1], 'bigint')}, ${p.add(after[2], 'bigint')}, ${p.add(after[3])})`;
  const most = p.add(limit, 'bigint');
  const process = p.add(filter.process);
  const rest = conditions(filter, p);
  const lane = (t: string, on: string, joined: string) => `
    SELECT l.* FROM ${joined}
    WHERE ${t}.tenant_id = ${at} AND ${t}.process = ${process} AND ${on} AND (${ORDER(t)}) > ${key}${rest}
    ORDER BY ${ORDER(t)} LIMIT ${most}`;
  const lanes = lanesOf(filter, p, at, lane);
  const text = `
    SELECT page.*, (${VERSION(at)})
    FROM (${lanes.join('\n    UNION\n')}) AS page
    ORDER BY ${ORDER('page')} LIMIT ${most}`;
  return { text, values: p.values };
}

type Lane = (table: string, on: string, joined: string) => string;

function lanesOf(filter: ListFilter, p: Parameters, at: string, lane: Lane): string[] {
  const { text, unit, status, category, bucket, about } = filter;
  if (about !== undefined) return [lane('l', `l.about = ${p.add(about)}`, 'list_row l')];
  const words = searchedWords(text ?? '');
  if (words.length > 0)
    return [
      lane(
        'l',
        'true',
        `${searched(words, p, at)} CROSS JOIN LATERAL (
          SELECT * FROM list_row r WHERE r.tenant_id = ${at} AND r.stream = t0.stream OFFSET 0
        ) AS l`,
      ),
    ];
  const each = (values: string, inner: string) =>
    `SELECT lane.* FROM ${values} CROSS JOIN LATERAL (${inner}) AS lane`;
  if (unit === undefined && status !== undefined)
    return [
      each(
        `unnest(${p.add([...new Set(status)], 'text[]')}) AS s (status)`,
        lane('l', 'l.status = s.status', 'list_row l'),
      ),
    ];
  const buckets = `unnest(${p.add(bucket === undefined ? BUCKETS : [bucket], 'text[]')})`;
  if (unit !== undefined)
    return [
      each(
        `${buckets} AS b (bucket) CROSS JOIN unnest(${p.add(unit.territory, 'text[]')}) AS u (place)`,
        lane('l', 'l.place = u.place AND l.bucket = b.bucket', 'list_row l'),
      ),
      each(
        `${buckets} AS b (bucket)`,
        lane(
          'u',
          `u.unit = ${p.add(unit.id)} AND u.bucket = b.bucket`,
          `list_unit u JOIN list_row l ON l.tenant_id = ${at} AND l.stream = u.stream`,
        ),
      ),
    ];
  const on = category === undefined ? '' : `l.category = ${p.add(category)} AND `;
  return [each(`${buckets} AS b (bucket)`, lane('l', `${on}l.bucket = b.bucket`, 'list_row l'))];
}

function conditions(filter: ListFilter, p: Parameters): string {
  const { status, bucket, category, about, unit, text, overdueAt } = filter;
  const all: string[] = [];
  if (status !== undefined) all.push(`l.status = ANY (${p.add(status, 'text[]')})`);
  if (bucket !== undefined) all.push(`l.bucket = ${p.add(bucket)}`);
  if (category !== undefined) all.push(`l.category = ${p.add(category)}`);
  if (unit !== undefined && (text !== undefined || about !== undefined)) {
    const id = p.add(unit.id);
    all.push(
      `(l.holder = ${id} OR l.received_by = ${id} OR l.lead = ${id} OR ${id} = ANY (l.assisting || l.called || l.seats) OR l.place = ANY (${p.add(unit.territory, 'text[]')}))`,
    );
  }
  for (const word of searchedWords(text ?? ''))
    all.push(`strpos(lower(l.title), ${p.add(word)}) > 0`);
  if (overdueAt !== undefined)
    all.push(
      `l.bucket = 'open' AND coalesce(l.due_at, 9007199254740991) <= ${p.add(overdueAt, 'bigint')}`,
    );
  return all.map((condition) => `\n      AND ${condition}`).join('');
}

/** Streams whose title has every token of every word; the titles themselves are checked after. */
function searched(words: readonly string[], p: Parameters, at: string): string {
  const tokens = words.flatMap((word) => {
    const search = wordSearch(word);
    return 'tokens' in search
      ? search.tokens.map((token) => `token = ${p.add(token)}`)
      : [`token >= ${p.add(search.from)} AND token < ${p.add(search.to)}`];
  });
  return tokens
    .map((on) => `(SELECT DISTINCT stream FROM search_token WHERE tenant_id = ${at} AND ${on})`)
    .map((set, i) => (i === 0 ? `${set} AS t0` : `JOIN ${set} AS t${i} USING (stream)`))
    .join(' ');
}

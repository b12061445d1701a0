import { ActPage, type ActView } from '../../contract/cases.ts';
import { PageQuery } from '../../contract/common.ts';
import { whistleActWords } from '../../contract/whistle-words.ts';
import { actWords } from '../../contract/words.ts';
import { postsOf } from '../../core/authority/posts.ts';
import { leftWords } from '../../core/clock/tone.ts';
import type { Instant, Post } from '../../core/process.ts';
import type { Text } from '../../core/text.ts';
import { dateOfWall } from '../../core/time/civil.ts';
import { clockTone } from '../../core/time/index.ts';
import { startOfDay, zoneOf } from '../../core/time/zone.ts';
import type { Act } from '../../engine/ports.ts';
import { recused } from '../cases/policy.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { iso, isoOrNull, problems, readerIn } from '../route.ts';

/** "My next acts": what is owed by the posts the reader acts as, over all processes. */
export function actRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/acts',
    {
      schema: {
        tags: ['acts'],
        summary: '下一步 · My next acts',
        querystring: PageQuery,
        response: { 200: ActPage, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { limit, after } = request.query;
      const { tenant } = reader;
      const setting = await settingOf(parts, reader);
      const filter = { posts: owedBy(reader, setting) };
      const key = keyOf(parts.crypto, tenant, after);
      const { now, law } = setting;
      const [page, counts] = await Promise.all([
        parts.queries.acts(tenant, filter, limit, key),
        parts.queries.actCounts(tenant, filter, now, dayAfter(now, law.calendar.zone)),
      ]);
      const rows = await withoutRecused(parts, reader, setting, page.rows);
      return {
        rows: rows.map((act) => actView(act, setting)),
        next: cursorFrom(parts.crypto, tenant, page.next),
        counts,
      };
    },
  );
}

/**
 * The posts whose acts are the reader's to do: their own, those they stand in for 代班, and, since a
 * head answers for the whole unit, its handlers'.
 */
export const owedBy = (
  { post }: Reader,
  { institution, now }: Pick<Setting, 'institution' | 'now'>,
): readonly Post[] =>
  postsOf(institution, post, now).flatMap((own) =>
    own.role === 'unit_head' ? [own, { ...own, role: 'unit_handler' as const }] : [own],
  );

/** Recusals are few: only an account that has one costs a look at each case. */
async function withoutRecused(
  { queries }: ApiParts,
  reader: Reader,
  { institution, now }: Setting,
  acts: readonly Act[],
): Promise<readonly Act[]> {
  if (!institution.recusals.some(({ account }) => account === reader.account)) return acts;
  const kept: Act[] = [];
  for (const act of acts) {
    const row = await queries.entry(reader.tenant, act.stream);
    if (row !== null && !recused(reader, row, institution, now)) kept.push(act);
  }
  return kept;
}

function dayAfter(now: Instant, zoneName: string): Instant {
  const zone = zoneOf(zoneName);
  return startOfDay(zone, dateOfWall(zone.toWall(now)) + 1);
}

/** What each process calls its acts. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  case: actWords,
  whistle: whistleActWords,
};

function actView(act: Act, { names, law, now }: Setting): ActView {
  const { dueAt, startedAt } = act;
  const name = act.act.replace(`${act.process}.`, '');
  return {
    case: act.about ?? act.stream,
    stream: act.stream,
    process: act.process,
    version: act.version,
    act: name,
    actName: WORDS[act.process]?.[name] ?? { zh: name, en: name },
    unit: act.unit,
    unitName: names.unit(act.unit),
    title: act.title,
    categoryName: act.category === null ? null : names.category(act.category),
    placeName: names.unit(act.place),
    startedAt: iso(startedAt),
    dueAt: isoOrNull(dueAt),
    left: dueAt === null ? null : leftWords(now, dueAt, law.calendar),
    tone: dueAt === null ? null : clockTone(now, startedAt, dueAt),
    upstream: act.clock?.startsWith('upstream-') ?? false,
    first: act.first,
  };
}

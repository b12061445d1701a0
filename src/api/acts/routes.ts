import { ActPage, ActQuery } from '../../contract/cases.ts';
import { postsOf } from '../../core/authority/posts.ts';
import type { Instant, Post } from '../../core/process.ts';
import { dateOfWall } from '../../core/time/civil.ts';
import { startOfDay, zoneOf } from '../../core/time/zone.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { barredFrom } from '../recusal.ts';
import { problems, readerIn } from '../route.ts';
import { actView, rolesOf } from './view.ts';

/** "My next acts": what is owed by the posts the reader acts as, over all processes. */
export function actRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/acts',
    {
      schema: {
        tags: ['acts'],
        summary: '下一步 · My next acts',
        querystring: ActQuery,
        response: { 200: ActPage, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { limit, after, hand } = request.query;
      const { tenant } = reader;
      const setting = await settingOf(parts, reader);
      const filter = { posts: owedBy(reader, setting), ...narrowed(hand, reader) };
      const key = keyOf(parts.crypto, tenant, after);
      const { now, law } = setting;
      const [page, counts] = await Promise.all([
        parts.queries.acts(tenant, filter, limit, key),
        parts.queries.actCounts(tenant, filter, now, dayAfter(now, law.calendar.zone)),
      ]);
      const streams = page.rows.map(({ stream }) => stream);
      const barred = await barredFrom(parts, reader, setting, streams);
      const rows = page.rows.filter(({ stream }) => !barred.has(stream));
      return {
        rows: rows.map((act) => actView(act, reader, setting)),
        next: cursorFrom(parts.crypto, tenant, page.next),
        counts,
      };
    },
  );
}

/** Within the unit: what this account has, or the office its seat is in. */
function narrowed(hand: 'mine' | 'office' | undefined, { account, post }: Reader) {
  if (hand === 'mine') return { account };
  return hand === 'office' && post.office !== undefined ? { office: post.office } : {};
}

/**
 * The posts whose acts are the reader's to do: their own, those they stand in for 代班, and, since a
 * head answers for those beneath, theirs.
 */
export const owedBy = (
  { post }: Reader,
  { institution, now }: Pick<Setting, 'institution' | 'now'>,
): readonly Post[] => postsOf(institution, post, now).flatMap(rolesOf);

function dayAfter(now: Instant, zoneName: string): Instant {
  const zone = zoneOf(zoneName);
  return startOfDay(zone, dateOfWall(zone.toWall(now)) + 1);
}

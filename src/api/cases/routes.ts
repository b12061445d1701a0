import { z } from 'zod';
import {
  CasePage,
  CaseQuery,
  CaseView,
  ProposalQuery,
  ProposalView,
  SlipView,
} from '../../contract/cases.ts';
import type { ListFilter } from '../../engine/ports.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts } from '../parts.ts';
import { notFound } from '../problem.ts';
import { problems, readerIn } from '../route.ts';
import { isUnit, recused, type Scope, scopeOf } from './policy.ts';
import { proposalOf } from './proposal.ts';
import { readCase, type Setting, settingOf } from './reading.ts';
import { caseRow } from './rows.ts';
import { slipOf } from './slip.ts';
import { caseView } from './view.ts';

const Id = z.object({ id: z.string().max(64) });

/** Reading cases. What may be read is the policy's; acts are in `command-routes.ts`. */
export function caseRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/cases',
    {
      schema: {
        tags: ['cases'],
        summary: '事项列表 · Cases',
        querystring: CaseQuery,
        response: { 200: CasePage, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { limit, after } = request.query;
      const setting = await settingOf(parts, reader);
      const { institution, law, now } = setting;
      const scope = scopeOf(reader, law.rulebook);
      const filter = scope === null ? null : within(request.query, scope, setting);
      if (filter === null) return { rows: [], next: null };
      const key = keyOf(parts.crypto, reader.tenant, after);
      const page = await parts.queries.list(reader.tenant, filter, limit, key);
      const rows = page.rows.filter((row) => !recused(reader, row, institution, now));
      return {
        rows: rows.map((row) => caseRow(row, setting)),
        next: cursorFrom(parts.crypto, reader.tenant, page.next),
      };
    },
  );

  const one = <View extends z.ZodType>(summary: string, view: View, more: number[] = []) => ({
    schema: {
      tags: ['cases'],
      summary,
      params: Id,
      response: { 200: view, ...problems(401, 403, 404, ...more) },
    },
  });

  api.get('/cases/:id', one('一个事项 · One case', CaseView), async (request) => {
    const reader = readerIn(request);
    return caseView(parts, reader, await readCase(parts, reader, request.params.id));
  });

  api.get(
    '/cases/:id/proposal',
    {
      schema: {
        ...one('清单建议 · Where the duty list would send it, and why', ProposalView, [400]).schema,
        querystring: ProposalQuery,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const reading = await readCase(parts, reader, request.params.id);
      return proposalOf(parts, reader, reading, request.query.category);
    },
  );

  api.get(
    '/cases/:id/slip',
    one('回执内容 · What the printed slip says', SlipView),
    async (request) => {
      const reader = readerIn(request);
      return slipOf(parts, reader, await readCase(parts, reader, request.params.id));
    },
  );
}

type Query = z.infer<typeof CaseQuery>;

/**
 * What was asked for, inside what may be known; null where the two do not meet. A unit named in the
 * query narrows the scope of who sees all, and is the only one for who sees one unit's.
 */
function within(query: Query, { filter }: Scope, { institution, now }: Setting): ListFilter | null {
  const asked = query.status === undefined ? undefined : [query.status].flat();
  const status =
    filter.status === undefined
      ? asked
      : filter.status.filter((one) => asked?.some((other) => other === one) ?? true);
  if (status?.length === 0) return null;
  if (query.unit !== undefined && filter.unit !== undefined && query.unit !== filter.unit.id) {
    throw notFound();
  }
  if (query.unit !== undefined && filter.unit === undefined && !isUnit(institution, query.unit)) {
    throw notFound();
  }
  const unit =
    filter.unit ?? (query.unit === undefined ? undefined : { id: query.unit, territory: [] });
  return {
    process: 'case',
    ...(status === undefined ? {} : { status }),
    ...(unit === undefined ? {} : { unit }),
    ...(query.bucket === undefined ? {} : { bucket: query.bucket }),
    ...(query.category === undefined ? {} : { category: query.category }),
    ...(query.text === undefined || query.text.trim() === '' ? {} : { text: query.text.trim() }),
    ...(query.overdue === true ? { overdueAt: now } : {}),
  };
}

import { z } from 'zod';
import { PrecedentQuery, PrecedentView } from '../../contract/cases.ts';
import { settingOf } from '../cases/reading.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problems, readerIn } from '../route.ts';
import { precedentsOf } from './precedents.ts';

/** How like disputes over whose a matter is were ruled. */
export function precedentRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/precedents',
    {
      schema: {
        tags: ['rulebook'],
        summary: '派单裁定先例 · Allocation rulings as precedents',
        querystring: PrecedentQuery,
        response: { 200: z.array(PrecedentView), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { category, limit } = request.query;
      const setting = await settingOf(parts, reader);
      return [...(await precedentsOf(parts, reader, setting, category, limit))];
    },
  );
}

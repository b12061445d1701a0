import { DutyPage, DutyQuery, RulebookView } from '../../contract/rulebook.ts';
import { settingOf } from '../cases/reading.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problems, readerIn } from '../route.ts';
import { dutiesOf, dutyView, rulebookView } from './presenter.ts';

/** The law in force, to be read by anybody who works under it. */
export function rulebookRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/rulebook',
    {
      schema: {
        tags: ['rulebook'],
        summary: '现行规则 · The law in force',
        response: { 200: RulebookView, ...problems(401) },
      },
    },
    async (request) => rulebookView((await settingOf(parts, readerIn(request))).law.rulebook),
  );

  api.get(
    '/rulebook/duties',
    {
      schema: {
        tags: ['rulebook'],
        summary: '履职事项清单 · The duty list',
        querystring: DutyQuery,
        response: { 200: DutyPage, ...problems(400, 401) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { limit, after, ...filter } = request.query;
      const setting = await settingOf(parts, reader);
      const all = dutiesOf(setting, filter);
      // Keyed by the last line shown: within one version of the rulebook the list does not move.
      const last = keyOf(parts.crypto, reader.tenant, after);
      const from = last === null ? 0 : all.findIndex(({ id }) => id === last) + 1;
      const rows = all.slice(from, from + limit);
      const more = all.length > from + limit ? (rows.at(-1)?.id ?? null) : null;
      return {
        rows: rows.map((duty) => dutyView(duty, setting)),
        next: cursorFrom(parts.crypto, reader.tenant, more),
      };
    },
  );
}

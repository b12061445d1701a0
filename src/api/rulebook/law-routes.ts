import { Differences, DifferencesQuery, LawView } from '../../contract/law.ts';
import { zoneOf } from '../../core/time/zone.ts';
import { storedRulebook } from '../../engine/institution.ts';
import { readInstitution } from '../../engine/institutions.ts';
import { isChange, partChanges, tableChanges } from '../../engine/tables/changes.ts';
import { withoutEnded } from '../../engine/tables/read.ts';
import { settingOf } from '../cases/reading.ts';
import { changesView } from '../institution/tables.ts';
import type { Api, ApiParts } from '../parts.ts';
import { notFound } from '../problem.ts';
import { iso, problems, readerIn } from '../route.ts';
import { lawView } from './law-presenter.ts';

/** The versions of the law, what is proposed, and what differs between two of them. */
export function lawRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/rulebook/versions',
    {
      schema: {
        tags: ['rulebook'],
        summary: '规则的各个版本和提案 · Versions of the law and proposals',
        response: { 200: LawView, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { state, version } = await readInstitution(parts.store, reader.tenant);
      return lawView(reader, state, version, await settingOf(parts, reader));
    },
  );

  api.get(
    '/rulebook/differences',
    {
      schema: {
        tags: ['rulebook'],
        summary: '两个版本的差别 · What differs between two versions',
        querystring: DifferencesQuery,
        response: { 200: Differences, ...problems(400, 401, 403, 404) },
      },
    },
    async (request): Promise<Differences> => {
      const { tenant } = readerIn(request);
      const { law } = await settingOf(parts, readerIn(request));
      const zone = zoneOf(law.calendar.zone);
      const [from, to] = [
        await documented(parts, tenant, request.query.from),
        await documented(parts, tenant, request.query.to),
      ];
      // What had run out by the day the later version begins was not removed by it.
      const before = withoutEnded(from, to.effectiveFrom);
      return {
        from: { version: from.version, effectiveFrom: iso(from.effectiveFrom) },
        to: { version: to.version, effectiveFrom: iso(to.effectiveFrom) },
        tables: tableChanges(before, to, zone).filter(isChange).map(changesView),
        parts: [...partChanges(from, to)],
      };
    },
  );
}

/** The rulebook of a version or a proposal of this institution, by its hash. */
async function documented({ store }: ApiParts, tenant: string, hash: string) {
  const [document] = await store.documents(tenant, [hash]);
  if (document?.kind !== 'rulebook') throw notFound();
  return storedRulebook(JSON.parse(document.body));
}

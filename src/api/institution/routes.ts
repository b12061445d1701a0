import type { z } from 'zod';
import {
  type InstitutionAct,
  InstitutionDone,
  InstitutionView,
  institutionBodies,
  institutionRequest,
} from '../../contract/institution.ts';
import { institutionActWords } from '../../contract/words.ts';
import { INSTITUTION_STREAM } from '../../core/institution/index.ts';
import { settingOf } from '../cases/reading.ts';
import type { Api, ApiParts } from '../parts.ts';
import { Refused } from '../problem.ts';
import { shownParams } from '../refusal.ts';
import { problems, readerIn } from '../route.ts';
import { changeOf } from './commands.ts';
import { institutionView } from './presenter.ts';
import { tablesRoutes, UPLOAD } from './tables-routes.ts';

/** Who stands in, who is recused, what is entrusted, which calendar counts; each with its dates. */
export function institutionRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/institution',
    {
      schema: {
        tags: ['institution'],
        summary: '代班、回避、委托与日历 · Stand-ins, recusals, entrustments and calendars',
        response: { 200: InstitutionView, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return institutionView(reader, await settingOf(parts, reader));
    },
  );

  tablesRoutes(api, parts);

  for (const act of Object.keys(institutionBodies) as InstitutionAct[]) {
    api.post(
      `/institution/${act}`,
      {
        ...('files' in institutionBodies[act].shape && { bodyLimit: UPLOAD }),
        schema: {
          tags: ['institution'],
          summary: `${institutionActWords[act].zh} · ${institutionActWords[act].en}`,
          body: institutionRequest(act) as z.ZodType,
          response: {
            200: InstitutionDone,
            ...problems(400, 401, 403, 404, 409, 413, 415, 422, 429),
          },
        },
      },
      async (request): Promise<InstitutionDone> => {
        const reader = readerIn(request);
        const { expectedVersion, ...body } = request.body as { expectedVersion: number };
        const { after, ...change } = await changeOf(parts, reader, act, body);
        const answer = await parts.execute({
          tenant: reader.tenant,
          process: 'institution',
          stream: INSTITUTION_STREAM,
          actor: { kind: 'staff', account: reader.account, post: reader.post },
          expectedVersion,
          ...change,
        });
        if (answer.accepted) {
          return {
            version: answer.versions[INSTITUTION_STREAM] ?? 0,
            replayed: answer.replayed,
            ...(await after?.()),
          };
        }
        const { names } = await settingOf(parts, reader);
        const { code, params } = answer.refusal;
        throw new Refused(code, params, shownParams(answer.refusal, names));
      },
    );
  }
}

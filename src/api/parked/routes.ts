import { z } from 'zod';
import { ParkedView } from '../../contract/parked.ts';
import { callbackProcess } from '../../core/callback/index.ts';
import { settingOf } from '../cases/reading.ts';
import type { Api, ApiParts } from '../parts.ts';
import { refusalWords } from '../refusal.ts';
import { problems, readerIn } from '../route.ts';

const SHOWN = 200;

/** Steps of the system that were refused and wait for a human: nothing fails silently. */
export function parkedRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/parked',
    {
      schema: {
        tags: ['operation'],
        summary: '待人工处理的后续步骤 · Refused reactions that wait for a human',
        response: { 200: z.array(ParkedView), ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { names } = await settingOf(parts, reader);
      const parked = await parts.queries.parked(reader.tenant, SHOWN);
      // A supervisor may stand above who handled a matter; the sample is hidden from them.
      const hidden = reader.post.role === 'supervisor' ? callbackProcess.name : null;
      const shown = parked.filter(({ reaction }) => reaction.process !== hidden);
      return shown.map(({ id, reaction, refusal }) => ({
        id,
        process: reaction.process,
        case: reaction.stream,
        command: reaction.command.type,
        code: refusal.code,
        ...refusalWords(refusal, names, request.lang),
      }));
    },
  );
}

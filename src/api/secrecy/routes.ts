import type { z } from 'zod';
import { ActDone } from '../../contract/cases.ts';
import {
  LooksView,
  type SecrecyAct,
  secrecyBodies,
  secrecyRequest,
} from '../../contract/secrecy.ts';
import { secrecyActWords } from '../../contract/words.ts';
import type { ProcessCommand } from '../../core/process.ts';
import { secrecyOf } from '../../core/secrecy/index.ts';
import { parseCivilDate } from '../../core/time/civil.ts';
import { startOfDay, zoneOf } from '../../core/time/zone.ts';
import { type Reading, readCase } from '../cases/reading.ts';
import { Id, REFUSALS } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { BadInput, Refused } from '../problem.ts';
import { shownParams } from '../refusal.ts';
import { problems, readerIn } from '../route.ts';
import { looksView } from './view.ts';

/** 查看记录与暂缓告知: who looked, and the two officers who may let it be told later. */
export function secrecyRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/cases/:id/looks',
    {
      schema: {
        tags: ['cases'],
        summary: '查看记录 · Who looked at personal fields',
        params: Id,
        response: { 200: LooksView, ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return looksView(parts, reader, await readCase(parts, reader, request.params.id));
    },
  );

  for (const act of Object.keys(secrecyBodies) as SecrecyAct[]) {
    api.post(
      `/cases/:id/secrecy/${act}`,
      {
        schema: {
          tags: ['cases'],
          summary: `${secrecyActWords[act].zh} · ${secrecyActWords[act].en}`,
          params: Id,
          body: secrecyRequest(act) as z.ZodType,
          response: { 200: ActDone, ...REFUSALS },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        // Whoever may not know of the case finds nothing here either.
        const reading = await readCase(parts, reader, request.params.id);
        const { expectedVersion, ...said } = request.body as { expectedVersion: number };
        const stream = secrecyOf(reading.row.stream);
        const answer = await parts.execute({
          tenant: reader.tenant,
          process: 'secrecy',
          stream,
          actor: { kind: 'staff', account: reader.account, post: reader.post },
          expectedVersion,
          command: commandOf(act, said, reading),
        });
        if (answer.accepted) {
          const version = answer.versions[stream] ?? 0;
          return { id: stream, version, replayed: answer.replayed };
        }
        const { code, params } = answer.refusal;
        throw new Refused(code, params, shownParams(answer.refusal, reading.names));
      },
    );
  }
}

function commandOf(act: SecrecyAct, said: object, { row, law }: Reading): ProcessCommand {
  if (act !== 'ask') return { type: act, data: said };
  const { lastDay, ...data } = said as z.infer<(typeof secrecyBodies)['ask']>;
  const day = parseCivilDate(lastDay);
  if (day === null) throw new BadInput([{ code: 'invalid_format', path: ['lastDay'] }]);
  const until = startOfDay(zoneOf(law.calendar.zone), day + 1);
  return { type: 'ask', data: { ...data, case: row.stream, until } };
}

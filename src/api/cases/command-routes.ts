import { z } from 'zod';
import {
  ActDone,
  type ActEnvelope,
  actBodies,
  actRequest,
  type CaseAct,
  Registered,
  RegisterRequest,
} from '../../contract/cases.ts';
import { actWords } from '../../contract/words.ts';
import type { StreamId } from '../../core/process.ts';
import type { Answer } from '../../engine/request.ts';
import { turnAway } from '../../engine/wrongdoing.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { shownParams } from '../refusal.ts';
import { problems, readerIn } from '../route.ts';
import { actOf, registrationOf } from './commands.ts';
import { checkKnown } from './known.ts';
import { mayKnow } from './policy.ts';
import { settingOf } from './reading.ts';

/** Asked again under the same key, the first answer stands; another body under it is refused. */
const Keyed = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,80}$/)
    .optional(),
});
const Id = z.object({ id: z.string().max(64) });
const REFUSALS = problems(400, 401, 403, 404, 409, 410, 413, 415, 422, 429);

/** Registering, and one route for each act of a case, generated from the contract's table. */
export function commandRoutes(api: Api, parts: ApiParts): void {
  api.post(
    '/cases',
    {
      schema: {
        tags: ['cases'],
        summary: '登记诉求 · Register a request',
        headers: Keyed,
        body: RegisterRequest,
        response: { 201: Registered, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const reader = readerIn(request);
      if (request.body.reportsOfficial) return handOver(parts, reader);
      const key = request.headers['idempotency-key'];
      const { act, receipt } = registrationOf(parts, reader, request.body, key);
      const done = await carriedOut(parts, reader, act.stream, await parts.execute(act), true);
      return reply.code(201).send({ ...done, receipt });
    },
  );

  for (const act of Object.keys(actBodies) as CaseAct[]) {
    api.post(
      `/cases/:id/${act}`,
      {
        schema: {
          tags: ['cases'],
          summary: `${actWords[act].zh} · ${actWords[act].en}`,
          params: Id,
          headers: Keyed,
          body: actRequest(act),
          response: { 200: ActDone, ...REFUSALS },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params;
        const body = request.body as z.infer<typeof ActEnvelope> & Record<string, unknown>;
        await checkKnown(parts, reader, id, act, body);
        const command = actOf(reader, id, act, body, request.headers['idempotency-key']);
        return carriedOut(parts, reader, id, await parts.execute(command));
      },
    );
  }
}

async function carriedOut(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
  answer: Answer,
  isNew = false,
): Promise<ActDone> {
  if (answer.accepted) {
    return { id, version: answer.versions[id] ?? 0, replayed: answer.replayed };
  }
  const { institution, law, names, now } = await settingOf(parts, reader);
  const row = await parts.queries.entry(reader.tenant, id);
  // What one may not know of is not refused: it is not there.
  const known = row === null ? isNew : mayKnow(reader, row, institution, law.rulebook, now);
  if (!known) throw notFound();
  const { code, params } = answer.refusal;
  throw new Refused(code, params, shownParams(answer.refusal, names));
}

/** A report against an official: the statutory channel, and a count, and nothing else. */
async function handOver(parts: ApiParts, reader: Reader): Promise<never> {
  const { law, now } = await settingOf(parts, reader);
  const channel = await turnAway(parts.tally, reader.tenant, law.rulebook, now, law.calendar.zone);
  throw new Refused(
    'api.reports-official',
    { channel: channel?.code ?? '', telephone: channel?.telephone ?? '' },
    {
      nextPath: channel?.nextPath ?? {
        zh: '请向纪检监察机关反映。',
        en: 'Turn to the body that supervises officials.',
      },
    },
  );
}

import type { z } from 'zod';
import { ActDone, type ActEnvelope } from '../../contract/cases.ts';
import { supportActWords } from '../../contract/support-words.ts';
import {
  OfferSupport,
  type SupportAct,
  SupportMatching,
  SupportMatchingQuery,
  SupportPage,
  SupportQuery,
  SupportView,
  supportBodies,
  supportRequest,
} from '../../contract/supports.ts';
import type { StreamId } from '../../core/process.ts';
import type { Answer } from '../../engine/request.ts';
import { readCase, type Setting, settingOf } from '../cases/reading.ts';
import { Id, Keyed, REFUSALS } from '../commands.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { shownParams } from '../refusal.ts';
import { iso, problems, readerIn } from '../route.ts';
import { actOf, offerOf } from './commands.ts';
import { supportMatching } from './matching.ts';
import { listsAll } from './policy.ts';
import { readSupport, supportsAmong } from './reading.ts';
import { supportRow } from './rows.ts';
import { supportView } from './view.ts';

/** 帮扶措施: what a unit gives and offers, one support, what might be offered, and every act. */
export function supportRoutes(api: Api, parts: ApiParts): void {
  readingRoutes(api, parts);
  actRoutes(api, parts);
}

const read = (summary: string, view: z.ZodType, more: number[] = []) => ({
  tags: ['supports'],
  summary,
  response: { 200: view, ...problems(400, 401, 403, ...more) },
});

function readingRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/supports',
    {
      schema: {
        ...read('本单位的帮扶 · The supports of a unit', SupportPage),
        querystring: SupportQuery,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const setting = await settingOf(parts, reader);
      return listed(parts, reader, setting, request.query as z.infer<typeof SupportQuery>);
    },
  );

  api.get(
    '/supports/:id',
    { schema: { ...read('一项帮扶 · One support', SupportView, [404]), params: Id } },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return supportView(parts, reader, await readSupport(parts, reader, id));
    },
  );

  api.get(
    '/cases/:id/supports',
    {
      schema: {
        ...read(
          '事项的帮扶与匹配 · A case’s supports, and what might be offered',
          SupportMatching,
          [404],
        ),
        params: Id,
        querystring: SupportMatchingQuery,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      const { need } = request.query as z.infer<typeof SupportMatchingQuery>;
      const reading = await readCase(parts, reader, id);
      return supportMatching(parts, reader, reading, need === undefined ? [] : [need].flat());
    },
  );
}

async function listed(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  query: z.infer<typeof SupportQuery>,
): Promise<SupportPage> {
  const { law, now } = setting;
  const { bucket } = query;
  const own = listsAll(reader.post, law.rulebook)
    ? {}
    : { unit: { id: reader.post.unit, territory: [] } };
  const key = keyOf(parts.crypto, reader.tenant, query.after);
  const filter = { process: 'support', bucket, ...own };
  const page = await parts.queries.list(reader.tenant, filter, query.limit, key);
  const held = await supportsAmong(parts, reader, setting, page.rows);
  return {
    rows: held.map((one) => supportRow(one, setting)),
    next: cursorFrom(parts.crypto, reader.tenant, page.next),
    now: iso(now),
  };
}

function actRoutes(api: Api, parts: ApiParts): void {
  api.post(
    '/supports',
    {
      schema: {
        tags: ['supports'],
        summary: `${supportActWords.offer.zh} · ${supportActWords.offer.en}`,
        headers: Keyed,
        body: OfferSupport,
        response: { 201: ActDone, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const reader = readerIn(request);
      const { body } = request;
      // The case must be one the reader may know of: an id alone opens nothing.
      await readCase(parts, reader, body.case);
      const act = offerOf(parts, reader, body, request.headers['idempotency-key']);
      const done = await answered(parts, reader, act.stream, await parts.execute(act));
      return reply.code(201).send(done);
    },
  );

  for (const act of Object.keys(supportBodies) as SupportAct[]) {
    api.post(
      `/supports/:id/${act}`,
      {
        schema: {
          tags: ['supports'],
          summary: `${supportActWords[act].zh} · ${supportActWords[act].en}`,
          params: Id,
          headers: Keyed,
          body: supportRequest(act),
          response: { 200: ActDone, ...REFUSALS },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params as z.infer<typeof Id>;
        // What one may not know of is not refused: it is not there.
        await readSupport(parts, reader, id);
        const body = request.body as z.infer<typeof ActEnvelope> & Record<string, unknown>;
        const command = actOf(reader, id, act, body, request.headers['idempotency-key']);
        return answered(parts, reader, id, await parts.execute(command));
      },
    );
  }
}

/** What came of an act on a support that the reader was found to know of. */
async function answered(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
  answer: Answer,
): Promise<z.infer<typeof ActDone>> {
  if (answer.accepted) {
    return { id, version: answer.versions[id] ?? 0, replayed: answer.replayed };
  }
  const { names } = await settingOf(parts, reader);
  const { code, params } = answer.refusal;
  throw new Refused(code, params, shownParams(answer.refusal, names));
}

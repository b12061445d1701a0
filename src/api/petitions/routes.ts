import type { z } from 'zod';
import { ActDone, type ActEnvelope } from '../../contract/cases.ts';
import { petitionActWords } from '../../contract/petition-words.ts';
import {
  type PetitionAct,
  PetitionDates,
  PetitionDatesQuery,
  PetitionOffer,
  PetitionPage,
  PetitionQuery,
  PetitionView,
  petitionBodies,
  petitionRequest,
  RegisterPetition,
} from '../../contract/petitions.ts';
import { petitionProcess } from '../../core/petition/index.ts';
import type { PetitionState } from '../../core/petition/state.ts';
import type { ListFilter } from '../../engine/ports.ts';
import { statesOf } from '../../engine/states.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import { type Scope, scopeOf } from '../cases/policy.ts';
import { readCase, type Setting, settingOf } from '../cases/reading.ts';
import { carriedOut, Id, Keyed, REFUSALS } from '../commands.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { barredFrom } from '../recusal.ts';
import { iso, problems, readerIn } from '../route.ts';
import { actOf, petitionId, registrationOf } from './commands.ts';
import { petitionDates } from './dates.ts';
import { readPetition, withoutInterest } from './reading.ts';
import { petitionRow } from './rows.ts';
import { petitionOffer, petitionView } from './view.ts';

/** 信访事项: the desk, one petition with its letters, the dates of any, and every act. */
export function petitionRoutes(api: Api, parts: ApiParts): void {
  readingRoutes(api, parts);
  actRoutes(api, parts);
}

const read = (summary: string, view: z.ZodType, more: number[] = []) => ({
  tags: ['petitions'],
  summary,
  response: { 200: view, ...problems(400, 401, 403, ...more) },
});

function readingRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/petitions',
    { schema: { ...read('信访台 · The petition desk', PetitionPage), querystring: PetitionQuery } },
    async (request) => {
      const reader = readerIn(request);
      const setting = await settingOf(parts, reader);
      return desk(parts, reader, setting, request.query as z.infer<typeof PetitionQuery>);
    },
  );

  api.get(
    '/petitions/dates',
    {
      schema: {
        ...read('信访期限计算 · Due dates of any petition', PetitionDates, [409]),
        querystring: PetitionDatesQuery,
      },
    },
    async (request) => {
      const setting = await settingOf(parts, readerIn(request));
      return petitionDates(request.query as PetitionDatesQuery, setting);
    },
  );

  api.get(
    '/petitions/:id',
    { schema: { ...read('一个信访事项 · One petition', PetitionView, [404]), params: Id } },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return petitionView(parts, reader, await readPetition(parts, reader, id));
    },
  );

  api.get(
    '/cases/:id/petition-offer',
    {
      schema: {
        ...read('登记信访事项 · What a petition about a case could be', PetitionOffer, [404]),
        params: Id,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return petitionOffer(reader, await readCase(parts, reader, id));
    },
  );
}

async function desk(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  query: z.infer<typeof PetitionQuery>,
): Promise<PetitionPage> {
  const now = iso(setting.now);
  const scope = scopeOf(reader, setting.law.rulebook);
  const filter = scope === null ? null : within(query, scope);
  if (filter === null) return { rows: [], next: null, now };
  const key = keyOf(parts.crypto, reader.tenant, query.after);
  const page = await parts.queries.list(reader.tenant, filter, query.limit, key);
  const streams = page.rows.map(({ stream }) => stream);
  const barred = await barredFrom(parts, reader, setting, streams);
  const known = streams.filter((stream) => !barred.has(stream));
  const process = petitionProcess as unknown as AnyProcess;
  const states = await statesOf<PetitionState>(parts.store, process, reader.tenant, known);
  return {
    rows: page.rows.flatMap((row) => {
      const state = states.get(row.stream)?.state;
      if (state === undefined) return [];
      return [petitionRow(row, 'stage' in state ? state.stage : null, setting)];
    }),
    next: cursorFrom(parts.crypto, reader.tenant, page.next),
    now,
  };
}

/** What was asked for, inside what may be known; a callback agent's sample knows no petitions. */
function within(query: z.infer<typeof PetitionQuery>, { filter }: Scope): ListFilter | null {
  if (filter.status !== undefined) return null;
  const { bucket, text } = query;
  return {
    process: 'petition',
    bucket,
    ...(filter.unit === undefined ? {} : { unit: filter.unit }),
    ...(text === undefined || text.trim() === '' ? {} : { text: text.trim() }),
  };
}

function actRoutes(api: Api, parts: ApiParts): void {
  api.post(
    '/petitions',
    {
      schema: {
        tags: ['petitions'],
        summary: `${petitionActWords.register.zh} · ${petitionActWords.register.en}`,
        headers: Keyed,
        body: RegisterPetition,
        response: { 201: ActDone, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const reader = readerIn(request);
      const { body } = request;
      // The case must be one the reader may know of: an id alone opens nothing.
      await readCase(parts, reader, body.case);
      const key = request.headers['idempotency-key'];
      const act = registrationOf(reader, petitionId(parts, reader, key), body, key);
      const done = await carriedOut(parts, reader, act.stream, await parts.execute(act), true);
      return reply.code(201).send(done);
    },
  );

  for (const act of Object.keys(petitionBodies) as PetitionAct[]) {
    api.post(
      `/petitions/:id/${act}`,
      {
        schema: {
          tags: ['petitions'],
          summary: `${petitionActWords[act].zh} · ${petitionActWords[act].en}`,
          params: Id,
          headers: Keyed,
          body: petitionRequest(act),
          response: { 200: ActDone, ...REFUSALS },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params as z.infer<typeof Id>;
        const body = request.body as z.infer<typeof ActEnvelope> & Record<string, unknown>;
        await withoutInterest(parts, reader, id, act);
        const key = request.headers['idempotency-key'];
        const command = actOf(reader, id, act, body, key);
        return carriedOut(parts, reader, id, await parts.execute(command));
      },
    );
  }
}

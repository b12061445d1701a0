import type { z } from 'zod';
import { ActDone, type ActEnvelope } from '../../contract/cases.ts';
import { whistleActWords } from '../../contract/whistle-words.ts';
import {
  Propose,
  RatingAggregate,
  type WhistleAct,
  WhistlePage,
  WhistleProposal,
  WhistleProposalQuery,
  WhistleQuery,
  WhistleUse,
  WhistleUseQuery,
  WhistleView,
  whistleBodies,
  whistleRequest,
} from '../../contract/whistles.ts';
import { unitIn } from '../../core/authority/units.ts';
import { lawFor } from '../../core/whistle/scene.ts';
import type { ListFilter } from '../../engine/ports.ts';
import { type Scope, scopeOf } from '../cases/policy.ts';
import { readCase, type Setting, settingOf } from '../cases/reading.ts';
import { carriedOut, Id, Keyed, REFUSALS } from '../commands.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { barredFrom } from '../recusal.ts';
import { iso, problems, readerIn } from '../route.ts';
import { actOf, proposalId, proposalOf } from './commands.ts';
import { heldBy, loadsSeen } from './load.ts';
import { ratingsOf, whistleUse } from './measures.ts';
import { whistleProposal } from './proposal.ts';
import { caseBehind, readWhistle, whistlesOf } from './reading.ts';
import { whistleRow } from './rows.ts';
import { whistleView } from './view.ts';

/** 吹哨报到: the board, one whistle, whom to call, and every act. */
export function whistleRoutes(api: Api, parts: ApiParts): void {
  readingRoutes(api, parts);
  measureRoutes(api, parts);
  actRoutes(api, parts);
}

const read = (summary: string, view: z.ZodType, more: number[] = []) => ({
  tags: ['whistles'],
  summary,
  response: { 200: view, ...problems(400, 401, 403, ...more) },
});

function readingRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/whistles',
    { schema: { ...read('哨板 · The board of whistles', WhistlePage), querystring: WhistleQuery } },
    async (request) => {
      const reader = readerIn(request);
      const setting = await settingOf(parts, reader);
      return board(parts, reader, setting, request.query as z.infer<typeof WhistleQuery>);
    },
  );

  api.get(
    '/whistles/:id',
    { schema: { ...read('一个吹哨 · One whistle', WhistleView, [404]), params: Id } },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return whistleView(parts, reader, await readWhistle(parts, reader, id));
    },
  );

  api.get(
    '/cases/:id/whistle-proposal',
    {
      schema: {
        ...read('吹哨建议 · Whom to call, and why', WhistleProposal, [404]),
        params: Id,
        querystring: WhistleProposalQuery,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      const { power } = request.query as z.infer<typeof WhistleProposalQuery>;
      const reading = await readCase(parts, reader, id);
      return whistleProposal(parts, reader, reading, power === undefined ? [] : [power].flat());
    },
  );
}

async function board(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  query: z.infer<typeof WhistleQuery>,
): Promise<WhistlePage> {
  const { institution, law, now } = setting;
  const scope = scopeOf(reader, law.rulebook);
  const filter = scope === null ? null : within(query, scope);
  const empty = { rows: [], next: null, now: iso(now) };
  if (filter === null) return empty;
  const key = keyOf(parts.crypto, reader.tenant, query.after);
  const page = await parts.queries.list(reader.tenant, filter, query.limit, key);
  const streams = page.rows.map(({ stream }) => stream);
  const barred = await barredFrom(parts, reader, setting, streams);
  const known = page.rows.filter(({ stream }) => !barred.has(stream));
  const states = await whistlesOf(
    parts,
    reader,
    known.map(({ stream }) => stream),
  );
  const units = [...states.values()].flatMap(({ state }) => state.callOuts.map(({ unit }) => unit));
  const held = await heldBy(parts, reader, units);
  return {
    rows: known.flatMap(({ stream }) => {
      const found = states.get(stream);
      const lawful = found === undefined ? null : lawFor(institution, found.state, now);
      if (found === undefined || lawful === null) return [];
      return [whistleRow(stream, found, setting, lawful.whistle, held)];
    }),
    next: cursorFrom(parts.crypto, reader.tenant, page.next),
    now: iso(now),
  };
}

/** What was asked for, inside what may be known; a callback agent's sample knows no whistles. */
function within(query: z.infer<typeof WhistleQuery>, { filter }: Scope): ListFilter | null {
  if (filter.status !== undefined) return null;
  const { bucket, unit: asked, text } = query;
  if (asked !== undefined && filter.unit !== undefined && asked !== filter.unit.id) {
    throw notFound();
  }
  const unit = filter.unit ?? (asked === undefined ? undefined : { id: asked, territory: [] });
  return {
    process: 'whistle',
    bucket,
    ...(unit === undefined ? {} : { unit }),
    ...(text === undefined || text.trim() === '' ? {} : { text: text.trim() }),
  };
}

function measureRoutes(api: Api, parts: ApiParts): void {
  const measured = <View extends z.ZodType, Answer>(
    path: string,
    summary: string,
    view: View,
    figures: (reader: Reader, setting: Setting, unit: string) => Promise<Answer>,
  ) =>
    api.get(
      path,
      { schema: { ...read(summary, view, [404]), querystring: WhistleUseQuery } },
      async (request) => {
        const reader = readerIn(request);
        const setting = await settingOf(parts, reader);
        const { unit } = request.query as z.infer<typeof WhistleUseQuery>;
        return figures(reader, setting, ownOrSeen(reader, setting, unit));
      },
    );

  measured('/whistles/use', '吹哨率 · How a unit whistles', WhistleUse, (reader, setting, unit) =>
    whistleUse(parts, reader, setting, unit),
  );
  measured(
    '/whistles/ratings',
    '双向评价汇总 · Mutual ratings of a unit',
    RatingAggregate,
    (reader, setting, unit) => ratingsOf(parts, reader, setting, unit),
  );
}

/** One's own unit's figures, or those of a unit in sight of who sees all. */
function ownOrSeen(reader: Reader, { law }: Setting, asked: string | undefined): string {
  if (asked === undefined || asked === reader.post.unit) return reader.post.unit;
  const all = scopeOf(reader, law.rulebook)?.filter.unit === undefined;
  if (!all || unitIn(law.rulebook, asked) === null) throw notFound();
  return asked;
}

function actRoutes(api: Api, parts: ApiParts): void {
  api.post(
    '/whistles',
    {
      schema: {
        tags: ['whistles'],
        summary: `${whistleActWords.propose.zh} · ${whistleActWords.propose.en}`,
        headers: Keyed,
        body: Propose,
        response: { 201: ActDone, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const reader = readerIn(request);
      const { body } = request;
      // The case must be one the reader may know of: an id alone opens nothing.
      await readCase(parts, reader, body.case);
      const key = request.headers['idempotency-key'];
      const id = proposalId(parts, reader, key);
      const loads = await loadsSeen(parts, reader, { id, version: 0 }, body);
      const act = proposalOf(reader, { id, loads }, body, key);
      const done = await carriedOut(parts, reader, act.stream, await parts.execute(act), true);
      return reply.code(201).send(done);
    },
  );

  for (const act of Object.keys(whistleBodies) as WhistleAct[]) {
    api.post(
      `/whistles/:id/${act}`,
      {
        schema: {
          tags: ['whistles'],
          summary: `${whistleActWords[act].zh} · ${whistleActWords[act].en}`,
          params: Id,
          headers: Keyed,
          body: whistleRequest(act),
          response: { 200: ActDone, ...REFUSALS },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params as z.infer<typeof Id>;
        const body = request.body as z.infer<typeof ActEnvelope> & Record<string, unknown>;
        const about = await caseBehind(parts, reader, id, act);
        const loads =
          act === 'call' && about !== ''
            ? await loadsSeen(
                parts,
                reader,
                { id, version: body.expectedVersion },
                body as unknown as z.infer<typeof whistleBodies.call>,
              )
            : [];
        const key = request.headers['idempotency-key'];
        const command = actOf(reader, { id, about, loads }, act, body, key);
        return carriedOut(parts, reader, id, await parts.execute(command));
      },
    );
  }
}

import type { z } from 'zod';
import { ActDone, type ActEnvelope } from '../../contract/cases.ts';
import { sponsorshipActWords } from '../../contract/sponsorship-words.ts';
import {
  DisplacedQuery,
  DisplacedWork,
  Nominate,
  NominationChoices,
  SeatCandidates,
  SponsorDesk,
  type SponsorshipAct,
  SponsorshipPage,
  SponsorshipQuery,
  SponsorshipView,
  sponsorshipBodies,
  sponsorshipRequest,
} from '../../contract/sponsorships.ts';
import { unitIn } from '../../core/authority/units.ts';
import type { ListFilter } from '../../engine/ports.ts';
import { isUnit, type Scope, scopeOf } from '../cases/policy.ts';
import { readCase, type Setting, settingOf } from '../cases/reading.ts';
import { carriedOut, Id, Keyed, REFUSALS } from '../commands.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { barredFrom } from '../recusal.ts';
import { iso, problems, readerIn } from '../route.ts';
import { seatCandidates } from './candidates.ts';
import { actOf, nominationId, nominationOf } from './commands.ts';
import { sponsorDesk } from './desk.ts';
import { displacedWork } from './measures.ts';
import { nominationChoices } from './nominating.ts';
import { barredBehind, readSponsorship, sponsorshipsOf } from './reading.ts';
import { sponsorshipRow } from './rows.ts';
import { seated, seatFor } from './seats.ts';
import { counted, shownTo } from './told.ts';
import { sponsorshipView } from './view.ts';

/** 领导包案: the list, a leader's desk, one sponsorship, whom to ask, and every act. */
export function sponsorshipRoutes(api: Api, parts: ApiParts): void {
  readingRoutes(api, parts);
  deskRoutes(api, parts);
  nominationRoute(api, parts);
  actRoutes(api, parts);
}

const read = (summary: string, view: z.ZodType, more: number[] = []) => ({
  tags: ['sponsorships'],
  summary,
  response: { 200: view, ...problems(400, 401, 403, ...more) },
});

function readingRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/sponsorships',
    {
      schema: {
        ...read('包案列表 · Sponsorships', SponsorshipPage),
        querystring: SponsorshipQuery,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const setting = await settingOf(parts, reader);
      return list(parts, reader, setting, request.query as z.infer<typeof SponsorshipQuery>);
    },
  );

  api.get(
    '/sponsorships/:id',
    { schema: { ...read('一个包案 · One sponsorship', SponsorshipView, [404]), params: Id } },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return sponsorshipView(parts, reader, await readSponsorship(parts, reader, id));
    },
  );

  api.get(
    '/sponsorships/:id/candidates',
    {
      schema: { ...read('席位人选 · Who might take a seat', SeatCandidates, [404]), params: Id },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return seatCandidates(parts, reader, await readSponsorship(parts, reader, id));
    },
  );

  api.get(
    '/cases/:id/sponsorship-choices',
    {
      schema: {
        ...read('提请包案 · What a nomination rests on', NominationChoices, [404]),
        params: Id,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return nominationChoices(parts, reader, await readCase(parts, reader, id));
    },
  );
}

function deskRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/sponsorships/desk',
    { schema: read('包案领导工作台 · A leader’s desk', SponsorDesk) },
    async (request) => {
      const reader = readerIn(request);
      return sponsorDesk(parts, reader, await settingOf(parts, reader));
    },
  );

  api.get(
    '/sponsorships/displaced',
    {
      schema: {
        ...read('让位的工作 · What gave way to it', DisplacedWork, [404]),
        querystring: DisplacedQuery,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const setting = await settingOf(parts, reader);
      const { unit } = request.query as z.infer<typeof DisplacedQuery>;
      return displacedWork(parts, reader, setting, ownOrSeen(reader, setting, unit));
    },
  );
}

/** One's own unit's figures, or those of a unit in sight of who sees all. */
function ownOrSeen(reader: Reader, { law }: Setting, asked: string | undefined): string {
  if (asked === undefined || asked === reader.post.unit) return reader.post.unit;
  const scope = scopeOf(reader, law.rulebook);
  const all = scope !== null && scope.filter.unit === undefined;
  if (!all || unitIn(law.rulebook, asked) === null) throw notFound();
  return asked;
}

async function list(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  query: z.infer<typeof SponsorshipQuery>,
): Promise<SponsorshipPage> {
  const scope = scopeOf(reader, setting.law.rulebook);
  const filter = scope === null ? null : within(query, scope, setting);
  if (filter === null) return { rows: [], next: null, now: iso(setting.now) };
  const key = keyOf(parts.crypto, reader.tenant, query.after);
  const found = await parts.queries.list(reader.tenant, filter, query.limit, key);
  const streams = found.rows.map(({ stream }) => stream);
  const barred = await barredFrom(parts, reader, setting, streams);
  const states = await sponsorshipsOf(
    parts,
    reader,
    streams.filter((stream) => !barred.has(stream)),
  );
  return {
    rows: streams.flatMap((stream) => {
      const one = states.get(stream);
      return one === undefined ? [] : [sponsorshipRow(stream, one, reader, setting)];
    }),
    next: cursorFrom(parts.crypto, reader.tenant, found.next),
    now: iso(setting.now),
  };
}

/** What was asked for, inside what may be known; a callback agent's sample knows none. */
function within(
  query: z.infer<typeof SponsorshipQuery>,
  { filter }: Scope,
  { institution }: Setting,
): ListFilter | null {
  if (filter.status !== undefined) return null;
  const { bucket, unit: asked, text } = query;
  if (asked !== undefined && filter.unit !== undefined && asked !== filter.unit.id) {
    throw notFound();
  }
  if (asked !== undefined && filter.unit === undefined && !isUnit(institution, asked)) {
    throw notFound();
  }
  const unit = filter.unit ?? (asked === undefined ? undefined : { id: asked, territory: [] });
  return {
    process: 'sponsorship',
    bucket,
    ...(unit === undefined ? {} : { unit }),
    ...(text === undefined || text.trim() === '' ? {} : { text: text.trim() }),
  };
}

function nominationRoute(api: Api, parts: ApiParts): void {
  api.post(
    '/sponsorships',
    {
      schema: {
        tags: ['sponsorships'],
        summary: `${sponsorshipActWords.nominate.zh} · ${sponsorshipActWords.nominate.en}`,
        headers: Keyed,
        body: Nominate,
        response: { 201: ActDone, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const reader = readerIn(request);
      const { body } = request;
      // The case must be one the reader may know of: an id alone opens nothing.
      await readCase(parts, reader, body.case);
      const key = request.headers['idempotency-key'];
      const id = nominationId(parts, reader, key);
      const sponsor = await seatFor(parts, reader, 'sponsor', body.sponsor);
      const lead = await seatFor(parts, reader, 'lead', body.lead);
      const liaison = await seatFor(parts, reader, 'liaison', body.liaison);
      const shown = await shownTo(parts, reader, id, sponsor, body);
      const act = nominationOf(reader, id, body, { sponsor, lead, liaison, shown }, key);
      const done = await carriedOut(parts, reader, act.stream, await parts.execute(act), true);
      return reply.code(201).send(done);
    },
  );
}

function actRoutes(api: Api, parts: ApiParts): void {
  for (const act of Object.keys(sponsorshipBodies) as SponsorshipAct[]) {
    api.post(
      `/sponsorships/:id/${act}`,
      {
        schema: {
          tags: ['sponsorships'],
          summary: `${sponsorshipActWords[act].zh} · ${sponsorshipActWords[act].en}`,
          params: Id,
          headers: Keyed,
          body: sponsorshipRequest(act),
          response: { 200: ActDone, ...REFUSALS },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params as z.infer<typeof Id>;
        const body = request.body as z.infer<typeof ActEnvelope> & Record<string, unknown>;
        await barredBehind(parts, reader, id, act);
        const named = await seated(parts, reader, act, body);
        const stream = { id, version: body.expectedVersion };
        const all = { ...body, ...(await counted(parts, reader, stream, act, named)) };
        const command = actOf(reader, id, act, all, request.headers['idempotency-key']);
        return carriedOut(parts, reader, id, await parts.execute(command));
      },
    );
  }
}

import type { z } from 'zod';
import { callbackActWords } from '../../contract/callback-words.ts';
import {
  type CallbackAct,
  CallbackFigures,
  CallbackFiguresQuery,
  CallbackPage,
  CallbackQuery,
  CallbackView,
  callbackBodies,
  callbackRequest,
  Reach,
  ReachRequest,
} from '../../contract/callbacks.ts';
import { ActDone, type ActEnvelope, ContactDetails } from '../../contract/cases.ts';
import { type Known, openReports } from '../../core/callback/state.ts';
import { openTexts } from '../../engine/open.ts';
import type { ListFilter } from '../../engine/ports.ts';
import { settingOf } from '../cases/reading.ts';
import { Id, Keyed, REFUSALS } from '../commands.ts';
import { cursorFrom, keyOf } from '../cursor.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { shownParams } from '../refusal.ts';
import { iso, problems, readerIn } from '../route.ts';
import { actOf } from './commands.ts';
import { callbackFigures, categoryAsked, unitAsked } from './figures.ts';
import { isOnlyHeard, type Seen, seenBy } from './policy.ts';
import { type CallbackReading, callbacksOf, caseOf, readCallback } from './reading.ts';
import { callbackRow, callbackView, lookOf } from './view.ts';

/** 回访、效果核验: the desk of who asks, reports of pressure, figures. */
export function callbackRoutes(api: Api, parts: ApiParts): void {
  readingRoutes(api, parts);
  reachRoute(api, parts);
  actRoutes(api, parts);
}

const read = (summary: string, view: z.ZodType, more: number[] = []) => ({
  tags: ['callbacks'],
  summary,
  response: { 200: view, ...problems(400, 401, 403, ...more) },
});

function readingRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/callbacks',
    { schema: { ...read('回访台 · The callback desk', CallbackPage), querystring: CallbackQuery } },
    async (request) =>
      desk(parts, readerIn(request), request.query as z.infer<typeof CallbackQuery>),
  );

  api.get(
    '/callbacks/figures',
    {
      schema: {
        ...read('回访汇总 · Figures of callbacks', CallbackFigures, [404]),
        querystring: CallbackFiguresQuery,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const setting = await settingOf(parts, reader);
      const { unit, category } = request.query as z.infer<typeof CallbackFiguresQuery>;
      return callbackFigures(parts, reader, setting, {
        unit: unitAsked(reader, setting, unit),
        category: categoryAsked(setting, category),
      });
    },
  );

  api.get(
    '/callbacks/:id',
    { schema: { ...read('一次回访 · One callback', CallbackView, [404]), params: Id } },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      return callbackView(parts, reader, await readCallback(parts, reader, id));
    },
  );
}

/** What one's post asks about or hears of; to audit, all that was asked. */
async function desk(
  parts: ApiParts,
  reader: Reader,
  { bucket, limit, after }: z.infer<typeof CallbackQuery>,
): Promise<CallbackPage> {
  const setting = await settingOf(parts, reader);
  const { institution, now } = setting;
  const { unit, role } = reader.post;
  const own = role === 'auditor' ? {} : { unit: { id: unit, territory: [] } };
  const filter: ListFilter = { process: 'callback', bucket, ...own };
  const key = keyOf(parts.crypto, reader.tenant, after);
  const page = await parts.queries.list(reader.tenant, filter, limit, key);
  const states = await callbacksOf(
    parts,
    reader,
    page.rows.map(({ stream }) => stream),
  );
  return {
    rows: page.rows.flatMap(({ stream }) => {
      const found = states.get(stream);
      const seen = found === undefined ? null : seenBy(reader, found.state, institution, now);
      return found === undefined || seen === null || !isTold(seen, found.state, bucket)
        ? []
        : [callbackRow(stream, found.state, seen, setting)];
    }),
    next: cursorFrom(parts.crypto, reader.tenant, page.next),
    now: iso(now),
  };
}

/** To who only hears of pressure it is open as long as a report is, whatever else it is. */
const isTold = (seen: Seen, state: Known, bucket: 'open' | 'closed'): boolean =>
  !isOnlyHeard(seen) || bucket === 'closed' || openReports(state).length > 0;

/** How to reach the person, without their name: for who asks, while it is asked, for a purpose. */
function reachRoute(api: Api, parts: ApiParts): void {
  api.post(
    '/callbacks/:id/contact',
    {
      schema: {
        ...read('联系方式 · How to reach the person, for a purpose', Reach, [404, 410, 415]),
        params: Id,
        body: ReachRequest,
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      const reading = await readCallback(parts, reader, id);
      const { purpose } = request.body as z.infer<typeof ReachRequest>;
      return reach(parts, reader, reading, purpose);
    },
  );
}

async function reach(
  parts: ApiParts,
  reader: Reader,
  reading: CallbackReading,
  purpose: string,
): Promise<z.infer<typeof Reach>> {
  const { seen, state } = reading;
  if (!seen.asks || state.status !== 'asking') throw new Refused('api.no-such-purpose');
  const contact = (await caseOf(parts, reader, reading))?.contact ?? null;
  if (contact === null) return { contact: null };
  // Logged with the callback: a look in the case's own log would tell who handled it of the sample.
  const look = lookOf(reader, reading, { ref: contact.ref, field: 'contact', purpose });
  const texts = await openTexts(parts, reader.tenant, state.case, [contact], [look]);
  const text = texts.get(contact.ref);
  if (text === undefined) throw new Refused('api.erased');
  const { name: _, ...how } = ContactDetails.parse(JSON.parse(text));
  return { contact: how };
}

function actRoutes(api: Api, parts: ApiParts): void {
  for (const act of Object.keys(callbackBodies) as CallbackAct[]) {
    api.post(
      `/callbacks/:id/${act}`,
      {
        schema: {
          tags: ['callbacks'],
          summary: `${callbackActWords[act].zh} · ${callbackActWords[act].en}`,
          params: Id,
          headers: Keyed,
          body: callbackRequest(act),
          response: { 200: ActDone, ...REFUSALS },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params as z.infer<typeof Id>;
        // A refusal would tell a stranger that it was drawn: to them there is nothing to refuse.
        const { names } = await readCallback(parts, reader, id);
        const body = request.body as z.infer<typeof ActEnvelope> & Record<string, unknown>;
        const key = request.headers['idempotency-key'];
        const answer = await parts.execute(actOf(reader, id, act, body, key));
        if (answer.accepted) {
          return { id, version: answer.versions[id] ?? 0, replayed: answer.replayed };
        }
        const { code, params } = answer.refusal;
        throw new Refused(code, params, shownParams(answer.refusal, names));
      },
    );
  }
}

import type { z } from 'zod';
import { reportActWords, reportStatusWords } from '../../contract/report-words.ts';
import {
  DeskView,
  type ReportAct,
  ReportDone,
  reportBodies,
  reportRequest,
  SealedReport,
} from '../../contract/reports.ts';
import { settingOf } from '../cases/reading.ts';
import { Id, Keyed } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { problems, readerIn } from '../route.ts';
import { readReport } from './reading.ts';
import { deskOf, openReport } from './view.ts';

/** What whoever has no part in it gets to hear: that it is not there. */
const UNSEEN = new Set(['report.unknown', 'report.not-yours', 'report.recused']);

/** 专管台: reports against officials, for the officers of the desk and for nobody else. */
export function reportRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/reports',
    {
      schema: {
        tags: ['reports'],
        summary: '专管台 · The sealed desk of one’s unit',
        response: { 200: DeskView, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return deskOf(parts, reader, await settingOf(parts, reader));
    },
  );

  api.post(
    '/reports/:id/open',
    {
      schema: {
        tags: ['reports'],
        summary: '拆阅 · Fetch the envelopes of a report; the look is logged',
        params: Id,
        response: { 200: SealedReport, ...problems(401, 403, 404) },
      },
    },
    (request) => openReport(parts, readerIn(request), request.params.id),
  );

  for (const act of Object.keys(reportBodies) as ReportAct[]) actRoute(api, parts, act);
}

function actRoute(api: Api, parts: ApiParts, act: ReportAct): void {
  api.post(
    `/reports/:id/${act}`,
    {
      schema: {
        tags: ['reports'],
        summary: `${reportActWords[act].zh} · ${reportActWords[act].en}`,
        params: Id,
        headers: Keyed,
        body: reportRequest(act) as z.ZodType,
        response: { 200: ReportDone, ...problems(400, 401, 403, 404, 409, 415, 422, 429) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id } = request.params as z.infer<typeof Id>;
      const { expectedVersion, ...data } = request.body as { expectedVersion: number };
      const key = request.headers['idempotency-key'] as string | undefined;
      // A refusal is kept with what was tried: whoever may not know of it tries nothing.
      await readReport(parts, reader, id);
      const answer = await parts.execute({
        tenant: reader.tenant,
        process: 'report',
        stream: id,
        actor: { kind: 'staff', account: reader.account, post: reader.post },
        expectedVersion,
        command: { type: act, data },
        ...(key === undefined ? {} : { key }),
      });
      if (answer.accepted) {
        return { version: answer.versions[id] ?? 0, replayed: answer.replayed };
      }
      const { code, params } = answer.refusal;
      if (UNSEEN.has(code)) throw notFound();
      throw new Refused(code, params, {
        command: reportActWords[act],
        ...(params.status === undefined
          ? {}
          : { status: reportStatusWords[params.status as keyof typeof reportStatusWords] }),
      });
    },
  );
}

import { z } from 'zod';
import {
  type ConfirmationAct,
  ConfirmationDone,
  ConfirmationList,
  confirmationBodies,
  confirmationRequest,
} from '../../contract/unit.ts';
import { confirmationActWords } from '../../contract/words.ts';
import { CONFIRMATION } from '../../core/confirmation/awaited.ts';
import { settingOf } from '../cases/reading.ts';
import type { Api, ApiParts } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { barredFrom } from '../recusal.ts';
import { shownParams } from '../refusal.ts';
import { problems, readerIn } from '../route.ts';
import { awaitingOf } from './presenter.ts';

const Id = z.object({ id: z.string().max(64) });
/** What a stranger gets to hear of it: that it is not there. */
const UNSEEN = new Set(['confirmation.unknown', 'confirmation.not-yours', 'confirmation.recused']);

/** What was entered in somebody's name, and that post's word on it. */
export function confirmationRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/confirmations',
    {
      schema: {
        tags: ['confirmations'],
        summary: '代录待确认 · Entered in my name, to be confirmed',
        response: { 200: ConfirmationList, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return { rows: await awaitingOf(parts, reader, await settingOf(parts, reader)) };
    },
  );

  for (const act of Object.keys(confirmationBodies) as ConfirmationAct[]) {
    api.post(
      `/confirmations/:id/${act}`,
      {
        schema: {
          tags: ['confirmations'],
          summary: `${confirmationActWords[act].zh} · ${confirmationActWords[act].en}`,
          params: Id,
          body: confirmationRequest(act) as z.ZodType,
          response: { 200: ConfirmationDone, ...problems(400, 401, 403, 404, 409, 415, 422, 429) },
        },
      },
      async (request) => {
        const reader = readerIn(request);
        const { id } = request.params;
        const { expectedVersion, ...data } = request.body as { expectedVersion: number };
        const present = await parts.present(reader.tenant);
        if ((await barredFrom(parts, reader, present, [id])).size > 0) throw notFound();
        const answer = await parts.execute({
          tenant: reader.tenant,
          process: CONFIRMATION,
          stream: id,
          actor: { kind: 'staff', account: reader.account, post: reader.post },
          expectedVersion,
          command: { type: act, data },
        });
        if (answer.accepted) {
          return { version: answer.versions[id] ?? 0, replayed: answer.replayed };
        }
        const { code, params } = answer.refusal;
        if (UNSEEN.has(code)) throw notFound();
        const { names } = await settingOf(parts, reader);
        throw new Refused(code, params, shownParams(answer.refusal, names));
      },
    );
  }
}

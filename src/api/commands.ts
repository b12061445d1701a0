import { z } from 'zod';
import type { ActDone } from '../contract/cases.ts';
import type { StreamId } from '../core/process.ts';
import type { Answer } from '../engine/request.ts';
import { mayKnow } from './cases/policy.ts';
import { settingOf } from './cases/reading.ts';
import type { ApiParts, Reader } from './parts.ts';
import { notFound, Refused } from './problem.ts';
import { shownParams } from './refusal.ts';
import { problems } from './route.ts';

/** Asked again under the same key, the first answer stands; another body under it is refused. */
export const Keyed = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,80}$/)
    .optional(),
});
export const Id = z.object({ id: z.string().max(64) });
export const REFUSALS = problems(400, 401, 403, 404, 409, 410, 413, 415, 422, 429);

/** What came of a command, to who may know of what it was done to. */
export async function carriedOut(
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

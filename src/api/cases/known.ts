import type { CaseAct } from '../../contract/cases.ts';
import type { StreamId } from '../../core/process.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { mayKnow } from './policy.ts';
import { settingOf } from './reading.ts';

interface Asked {
  readonly onBehalfOf?: { readonly kind: string } | undefined;
  readonly into?: unknown;
}

/**
 * Most acts ask what the reader's unit is to the case, and the process answers. A few are open to
 * any unit, or reach into a second case: those are for who may know of it.
 *
 * @throws Refused as for a case that does not exist
 */
export async function checkKnown(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
  act: CaseAct,
  { onBehalfOf, into }: Asked,
): Promise<void> {
  const helps = onBehalfOf?.kind === 'person';
  const reminds = act === 'remind' && reader.post.role === 'supervisor';
  if ((helps || reminds) && (await isHidden(parts, reader, id))) throw notFound();
  if (act === 'merge' && (await isHidden(parts, reader, String(into)))) {
    throw new Refused('case.merge-target-unknown', { into: String(into) });
  }
}

/** There, but not for this reader; of what is not there the process says so itself. */
async function isHidden(parts: ApiParts, reader: Reader, id: StreamId): Promise<boolean> {
  const { institution, law, now } = await settingOf(parts, reader);
  const row = await parts.queries.entry(reader.tenant, id);
  return row !== null && !mayKnow(reader, row, institution, law.rulebook, now);
}

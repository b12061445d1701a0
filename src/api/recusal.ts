import type { StreamId } from '../core/process.ts';
import { recused } from './cases/policy.ts';
import type { Setting } from './cases/reading.ts';
import type { ApiParts, Reader } from './parts.ts';

/**
 * The streams in whose matter the reader has declared an interest (invariant 35), and those that are
 * not there. What is about a case is of the case's matter too: a whistle's own row does not say who
 * leads its case. Recusals are few: only an account that has one costs a look at each.
 */
export async function barredFrom(
  { queries }: Pick<ApiParts, 'queries'>,
  reader: Reader,
  { institution, now }: Pick<Setting, 'institution' | 'now'>,
  streams: readonly StreamId[],
): Promise<ReadonlySet<StreamId>> {
  if (!institution.recusals.some(({ account }) => account === reader.account)) return new Set();
  const isBarred = async (stream: StreamId): Promise<boolean> => {
    const row = await queries.entry(reader.tenant, stream);
    if (row === null || recused(reader, row, institution, now)) return true;
    return row.about !== null && row.about !== stream && isBarred(row.about);
  };
  const barred = new Set<StreamId>();
  for (const stream of new Set(streams)) if (await isBarred(stream)) barred.add(stream);
  return barred;
}

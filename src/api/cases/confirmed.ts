import type { ThreadEntry } from '../../contract/cases.ts';
import { confirmationOf } from '../../core/confirmation/awaited.ts';
import type { Recorded, StreamId } from '../../core/process.ts';
import type { ApiParts, Reader } from '../parts.ts';

type Word = NonNullable<ThreadEntry['confirmation']>;
export type Confirmations = ReadonlyMap<number, Word>;

/** Of the acts entered for a post, by the version of their event: what that post has said of each. */
export async function confirmationsOf(
  { queries }: ApiParts,
  { tenant }: Reader,
  {
    events,
    row,
  }: { readonly events: readonly Recorded[]; readonly row: { readonly stream: StreamId } },
): Promise<Confirmations> {
  const entered = events.filter(({ onBehalfOf }) => onBehalfOf?.kind === 'post');
  const found = await Promise.all(
    entered.map(async ({ version }) => {
      const entry = await queries.entry(tenant, confirmationOf(row.stream, version));
      return entry === null ? [] : [[version, entry.status as Word] as const];
    }),
  );
  return new Map(found.flat());
}

import type { LookView } from '../../contract/cases.ts';
import type { Instant, Sealed } from '../../core/process.ts';
import type { Look } from '../../engine/ports.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import type { Reading } from './reading.ts';
import { actorName } from './thread.ts';

/** A case page asks again and again; within this it is one look. */
const ONE_LOOK = 12 * 60 * 60_000;

/** What opening a case page is for, in the log the person can read. */
const HANDLING = '办理事项 / handling the case';

export const lookOf = (
  reader: Reader,
  { row, now }: Reading,
  what: { readonly sealed: Sealed; readonly field: string; readonly purpose: string },
): Look => ({
  stream: row.stream,
  ref: what.sealed.ref,
  field: what.field,
  actor: { kind: 'staff', account: reader.account, post: reader.post },
  purpose: what.purpose,
  at: now,
});

/** The look to log for reading the person's words, unless this account did so today already. */
export async function looksOnce(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
  words: Sealed,
): Promise<readonly Look[]> {
  const logged = await parts.vault.looks(reader.tenant, reading.row.stream);
  const fresh = (at: Instant): boolean => at > reading.now - ONE_LOOK;
  const again = logged.some(
    ({ actor, field, at }) =>
      field === 'words' && actor.kind === 'staff' && actor.account === reader.account && fresh(at),
  );
  return again
    ? []
    : [lookOf(reader, reading, { sealed: words, field: 'words', purpose: HANDLING })];
}

/** Who looked, newest first: posts and purposes, never accounts. */
export const lookViews = (looks: readonly Look[], { names }: Reading): LookView[] =>
  looks
    .toSorted((a, b) => b.at - a.at)
    .map(({ at, field, actor, purpose }) => ({
      at: iso(at),
      field,
      by: actorName(actor, names),
      purpose,
    }));

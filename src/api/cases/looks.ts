import type { LookView } from '../../contract/personal.ts';
import { HANDLING } from '../../contract/words.ts';
import type { Instant, Sealed } from '../../core/process.ts';
import type { Look } from '../../engine/ports.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import type { Reading } from './reading.ts';
import { actorName } from './thread.ts';

/** A case page asks again and again; within this it is one look. */
const ONE_LOOK = 12 * 60 * 60_000;

/** A text of the person's, and what the log of looks calls it. */
export interface PersonalText {
  readonly sealed: Sealed;
  readonly field: string;
}

/** Which stream is read, and when. */
type At = Pick<Reading, 'row' | 'now'>;

export const lookOf = (
  reader: Reader,
  { row, now }: At,
  what: PersonalText & { readonly purpose: string },
): Look => ({
  stream: row.stream,
  ref: what.sealed.ref,
  field: what.field,
  actor: { kind: 'staff', account: reader.account, post: reader.post },
  purpose: what.purpose,
  at: now,
});

/** The looks to log for reading these texts, but for those this account has logged today already. */
export async function looksOnce(
  parts: ApiParts,
  reader: Reader,
  reading: At,
  texts: readonly PersonalText[],
): Promise<readonly Look[]> {
  if (texts.length === 0) return [];
  const logged = await parts.vault.looks(reader.tenant, reading.row.stream);
  const fresh = (at: Instant): boolean => at > reading.now - ONE_LOOK;
  const isNew = ({ sealed }: PersonalText): boolean =>
    !logged.some(
      ({ actor, ref, at }) =>
        ref === sealed.ref &&
        actor.kind === 'staff' &&
        actor.account === reader.account &&
        fresh(at),
    );
  return texts.filter(isNew).map((text) => lookOf(reader, reading, { ...text, purpose: HANDLING }));
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

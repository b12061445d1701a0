import { HANDLING } from '../../contract/words.ts';
import type { Instant, Sealed } from '../../core/process.ts';
import type { SponsorshipEvent } from '../../core/sponsorship/events.ts';
import { seatOf } from '../../core/sponsorship/state.ts';
import { SEATS } from '../../core/sponsorship/words.ts';
import { openTexts } from '../../engine/open.ts';
import type { Look } from '../../engine/ports.ts';
import type { ApiParts, Reader } from '../parts.ts';
import type { SponsorshipReading } from './reading.ts';

/** A page asks again and again; within this it is one look. */
const ONE_LOOK = 12 * 60 * 60_000;

/** Texts of an event, each with the name under which a look at it is logged. */
function textsOf({ type, data }: SponsorshipEvent): readonly (readonly [string, Sealed | null])[] {
  switch (type) {
    case 'NeedsAgreed':
      return data.needs.map(({ text }) => ['needs', text] as const);
    case 'SponsorActed':
    case 'Dissented':
    case 'FollowUpRecorded':
      return [['words', data.words]];
    case 'HearingHeld':
      return [['record', data.record]];
    case 'ClaimAnswered':
      return [['reply', data.reply]];
    case 'ResultTold':
      return [['result', data.result]];
    default:
      return [];
  }
}

/** Ours to the person, no look at theirs. */
const OURS: ReadonlySet<string> = new Set(['reply', 'result']);

/**
 * What was said, to the three who have a seat and to nobody else: each look at the person's own is
 * logged. Departments work from the plan, which names no person.
 */
export async function openSaid(
  parts: ApiParts,
  reader: Reader,
  { row, events, state, now }: SponsorshipReading,
): Promise<(sealed: Sealed | null) => string | null> {
  const sits = SEATS.some((seat) => seatOf(state, seat)?.account === reader.account);
  const said = sits ? events.flatMap(textsOf) : [];
  const texts = said.flatMap(([field, sealed]) => (sealed === null ? [] : [{ field, sealed }]));
  const looks = await freshLooks(parts, reader, row.stream, texts, now);
  const open = await openTexts(
    parts,
    reader.tenant,
    row.stream,
    texts.map(({ sealed }) => sealed),
    looks,
  );
  return (sealed) => (sealed === null ? null : (open.get(sealed.ref) ?? null));
}

async function freshLooks(
  { vault }: ApiParts,
  { tenant, account, post }: Reader,
  stream: string,
  texts: readonly { readonly field: string; readonly sealed: Sealed }[],
  now: Instant,
): Promise<readonly Look[]> {
  const theirs = texts.filter(({ field }) => !OURS.has(field));
  if (theirs.length === 0) return [];
  const logged = await vault.looks(tenant, stream);
  const seen = new Set(
    logged
      .filter(
        ({ actor, at }) =>
          actor.kind === 'staff' && actor.account === account && at > now - ONE_LOOK,
      )
      .map(({ ref }) => ref),
  );
  return theirs
    .filter(({ sealed }) => !seen.has(sealed.ref))
    .map(({ field, sealed }) => ({
      stream,
      ref: sealed.ref,
      field,
      actor: { kind: 'staff', account, post },
      purpose: HANDLING,
      at: now,
    }));
}

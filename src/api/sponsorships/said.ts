import { HANDLING } from '../../contract/words.ts';
import { caseProcess } from '../../core/case/index.ts';
import { type CaseState, isOpen } from '../../core/case/state.ts';
import type { Instant, Post, Sealed } from '../../core/process.ts';
import type { SponsorshipEvent } from '../../core/sponsorship/events.ts';
import { type Known, seatOf } from '../../core/sponsorship/state.ts';
import { SEATS } from '../../core/sponsorship/words.ts';
import { openTexts } from '../../engine/open.ts';
import type { Look } from '../../engine/ports.ts';
import { statesOf } from '../../engine/states.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import { mayBeConcerned } from '../cases/policy.ts';
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
 * logged. Departments work from the plan, which names no person; so does a seat that may be in the
 * unit complained of, where the person asked for confidence.
 */
export async function openSaid(
  parts: ApiParts,
  reader: Reader,
  { row, events, state, now }: SponsorshipReading,
): Promise<(sealed: Sealed | null) => string | null> {
  const seat = SEATS.map((name) => seatOf(state, name)).find(
    (one) => one?.account === reader.account,
  );
  const theirs = seat != null && (await mayReadTheirs(parts, reader, state, seat.post));
  const said =
    seat == null ? [] : events.flatMap(textsOf).filter(([field]) => theirs || OURS.has(field));
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

/** As with the words of the case itself; whose request it was is asked of where it began. */
async function mayReadTheirs(
  { store }: ApiParts,
  { tenant }: Reader,
  state: Known,
  post: Post,
): Promise<boolean> {
  const process = caseProcess as unknown as AnyProcess;
  const states = await statesOf<CaseState>(store, process, tenant, [state.home, state.case]);
  const home = states.get(state.home)?.state;
  if (home === undefined || home.status === 'none') return false;
  // With the case it closes to the seats, but for the contact that the person goes on agreeing to.
  const served = states.get(state.case)?.state;
  const over = served === undefined || !isOpen(served);
  if (over && state.status !== 'following') return false;
  return (
    !home.confidential ||
    [...states.values()].every(
      (one) => one.state.status !== 'none' && !mayBeConcerned(post, one.state),
    )
  );
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

import { isOpen, isSponsoring } from '../case/state.ts';
import type { StreamId } from '../process.ts';
import { lawFor } from '../sponsorship/scene.ts';
import { capOf } from '../sponsorship/seats.ts';
import { isLive, isRunning } from '../sponsorship/state.ts';
import type { Read, Replayed, Sponsorship } from './invariant.ts';

/** What only sponsorships and cases together show. */
export type Backing =
  | {
      readonly process: 'case';
      readonly open: boolean;
      /** Sponsorships it holds to be live, and how far they are. */
      readonly live: ReadonlyMap<StreamId, string>;
    }
  | {
      readonly process: 'sponsorship';
      readonly case: StreamId;
      readonly live: string | null;
      /** Whose place it takes, and under what cap it was taken; null before a leader has it. */
      readonly place: { readonly account: string; readonly cap: number } | null;
    };

export function backingOf(one: Replayed): Backing | null {
  if (one.process === 'case') {
    const noted = one.known.sponsorships.filter(isSponsoring);
    const live = new Map(noted.map(({ sponsorship, stage }) => [sponsorship, stage]));
    return { process: 'case', open: isOpen(one.known), live };
  }
  if (one.process !== 'sponsorship') return null;
  const { known } = one;
  const live = isLive(known) ? known.status : null;
  return { process: 'sponsorship', case: known.case, live, place: placeOf(one) };
}

function placeOf({ known, institution, steps }: Sponsorship) {
  if (!isRunning(known)) return null;
  const { account, post } = known.sponsor;
  const taken = steps.findLast(
    ({ event }) =>
      event.type === 'SponsorshipAccepted' ||
      (event.type === 'SeatReplaced' && event.data.seat === 'sponsor'),
  )?.event;
  const law = lawFor(institution, known, taken?.occurredAt ?? known.acceptedAt);
  return law === null ? null : { account, cap: capOf(law.sponsorship, post.unit) };
}

/**
 * Once nothing waits: a live sponsorship is about an open case that knows how far it is (29), nothing
 * is held to be live that is not (33), and no leader has more than the cap (30).
 */
export function checkBackings(
  backings: ReadonlyMap<StreamId, Backing>,
  read: (number: 29 | 30 | 33, stream: StreamId) => Read,
): void {
  const caps = new Map<string, number[]>();
  for (const [stream, backing] of backings) {
    if (backing.process === 'case') {
      for (const [sponsorship, stage] of backing.live) {
        const its = backings.get(sponsorship);
        const same = its?.process !== 'sponsorship' || (its.case === stream && its.live === stage);
        read(33, stream)(same, () => `holds ${sponsorship} to be ${stage}`);
      }
      continue;
    }
    if (backing.place !== null) {
      const { account, cap } = backing.place;
      caps.set(account, [...(caps.get(account) ?? []), cap]);
    }
    if (backing.live === null) continue;
    const about = backings.get(backing.case);
    if (about?.process !== 'case') continue;
    read(29, stream)(
      about.live.get(stream) === backing.live,
      () => `${backing.case} does not know that it is ${backing.live}`,
    );
    read(33, stream)(about.open, () => `still sponsors ${backing.case}, which is over`);
  }
  for (const [account, limits] of caps) {
    const most = Math.max(...limits);
    read(30, account)(limits.length <= most, () => `${account} has ${limits.length} cases`);
  }
}

import type { StreamId } from '../core/process.ts';
import { sponsorshipProcess } from '../core/sponsorship/index.ts';
import { type Held, isHeld, type SponsorshipState } from '../core/sponsorship/state.ts';
import { statesOf } from '../engine/states.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import type { Matter } from './matter.ts';
import type { PortalParts } from './parts.ts';

export interface OwnSponsorship {
  readonly id: StreamId;
  readonly version: number;
  readonly state: Held;
}

/** More than any one request has. */
const MOST = 20;

/**
 * The sponsorships that are the person's own, the latest first. A merge moves a sponsorship to the
 * request it joins, whose person is another: needs, consents and dissent stay with the one they are of.
 */
export async function sponsorshipsOf(
  { queries, store, tenant }: Pick<PortalParts, 'queries' | 'store' | 'tenant'>,
  { stream, state }: Pick<Matter, 'stream' | 'state'>,
): Promise<readonly OwnSponsorship[]> {
  const { name } = sponsorshipProcess;
  const places = state.status === 'merged' ? [stream, state.into] : [stream];
  const lists = await Promise.all(
    places.map((about) => queries.list(tenant, { process: name, about }, MOST, null)),
  );
  const ids = lists.flatMap(({ rows }) => rows.map((row) => row.stream));
  const process = sponsorshipProcess as unknown as AnyProcess;
  const states = await statesOf<SponsorshipState>(store, process, tenant, ids);
  return [...states]
    .flatMap(([id, { state: found, version }]) =>
      isHeld(found) && found.home === stream ? [{ id, version, state: found }] : [],
    )
    .toSorted((a, b) => b.state.acceptedAt - a.state.acceptedAt);
}

import type { StreamId } from '../core/process.ts';
import { sponsorshipProcess } from '../core/sponsorship/index.ts';
import { type Held, isHeld, type SponsorshipState } from '../core/sponsorship/state.ts';
import { statesOf } from '../engine/states.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import { partsOf } from './companions.ts';
import type { Matter } from './matter.ts';
import type { PortalParts } from './parts.ts';

export interface OwnSponsorship {
  readonly id: StreamId;
  readonly version: number;
  readonly state: Held;
}

/**
 * The sponsorships that are the person's own, the latest first. A merge moves a sponsorship to the
 * request it joins, whose person is another: needs, consents and dissent stay with the one they are of.
 */
export async function sponsorshipsOf(
  parts: Pick<PortalParts, 'store' | 'vault' | 'tenant'>,
  matter: Pick<Matter, 'stream'>,
): Promise<readonly OwnSponsorship[]> {
  const { name } = sponsorshipProcess;
  const own = (await partsOf(parts, matter)).filter(({ process }) => process === name);
  const ids = own.map(({ stream }) => stream);
  const process = sponsorshipProcess as unknown as AnyProcess;
  const states = await statesOf<SponsorshipState>(parts.store, process, parts.tenant, ids);
  return [...states]
    .flatMap(([id, { state: found, version }]) =>
      isHeld(found) ? [{ id, version, state: found }] : [],
    )
    .toSorted((a, b) => b.state.acceptedAt - a.state.acceptedAt);
}

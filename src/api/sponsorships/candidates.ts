import type { SeatCandidates } from '../../contract/sponsorships.ts';
import { capOf, mayBeLead, mayBeSponsor } from '../../core/sponsorship/seats.ts';
import { seatOf } from '../../core/sponsorship/state.ts';
import type { SeatName } from '../../core/sponsorship/words.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { actsOnWhole } from './choices.ts';
import { holders, leaders } from './nominating.ts';
import type { SponsorshipReading } from './reading.ts';

const NOBODY: SeatCandidates = { sponsor: [], lead: [], liaison: [] };

/**
 * Who might take each seat anew: of the unit that has it now, or, for the leader's, any above who put
 * it up. In the order of their logins, for whoever may name them.
 */
export async function seatCandidates(
  parts: ApiParts,
  reader: Reader,
  reading: SponsorshipReading,
): Promise<SeatCandidates> {
  const { state, law, sponsorshipLaw } = reading;
  const names = actsOnWhole(reader, reading).some(
    ({ act, allowed }) => allowed && (act === 'replace-seat' || act === 'designate'),
  );
  if (!names) return NOBODY;
  const near = (seat: SeatName, unit: string) => seatOf(state, seat)?.post.unit === unit;
  return {
    sponsor: await leaders(
      parts,
      reader,
      reading,
      (post) =>
        post.role === 'sponsor' &&
        (near('sponsor', post.unit) ||
          mayBeSponsor(law.rulebook, { account: null, post }, state.nominator)),
      (post) => capOf(sponsorshipLaw, post.unit),
    ),
    lead: await holders(
      parts,
      reader,
      reading,
      (post) => near('lead', post.unit) && mayBeLead(sponsorshipLaw, { account: null, post }),
    ),
    liaison: await holders(
      parts,
      reader,
      reading,
      ({ unit, role }) => near('liaison', unit) && role === 'liaison',
    ),
  };
}

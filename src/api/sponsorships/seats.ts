import type { z } from 'zod';
import type { SponsorshipAct, sponsorshipBodies } from '../../contract/sponsorships.ts';
import type { Post } from '../../core/process.ts';
import { lawFor } from '../../core/sponsorship/scene.ts';
import { mayBeLead } from '../../core/sponsorship/seats.ts';
import type { Seat } from '../../core/sponsorship/state.ts';
import type { SeatName } from '../../core/sponsorship/words.ts';
import { settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';

/**
 * Whom a login stands for in a seat: the log knows accounts and posts, never logins. One that has no
 * such post, or is not there, is told apart from neither.
 */
export async function seatFor(
  parts: ApiParts,
  reader: Reader,
  seat: SeatName,
  login: string,
): Promise<Seat> {
  const { institution, now } = await settingOf(parts, reader);
  const account = await parts.accounts.byLogin(reader.tenant, login);
  const law = lawFor(institution, { status: 'none' }, now);
  const fits = (post: Post) =>
    seat === 'lead'
      ? law !== null && mayBeLead(law.sponsorship, { account: null, post })
      : post.role === seat;
  const post = account?.disabled === false ? account.posts.find(fits) : undefined;
  if (account === null || post === undefined) throw new Refused('api.no-such-seat', { seat });
  return { account: account.id, post };
}

type Body<Act extends SponsorshipAct> = z.infer<(typeof sponsorshipBodies)[Act]>;

/** The body with its logins as seats; other acts name none. */
export async function seated(
  parts: ApiParts,
  reader: Reader,
  act: SponsorshipAct,
  body: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  if (act === 'designate') {
    const { sponsor } = body as Body<'designate'>;
    return { ...body, sponsor: await seatFor(parts, reader, 'sponsor', sponsor) };
  }
  if (act !== 'replace-seat') return body;
  const { seat, to } = body as Body<'replace-seat'>;
  return { ...body, to: await seatFor(parts, reader, seat, to) };
}

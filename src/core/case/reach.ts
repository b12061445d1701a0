import { handles } from '../authority/posts.ts';
import type { Post, UnitId } from '../process.ts';
import type { Known, SponsorshipNote } from './state.ts';

/** The sponsorship in which this account has the seat, or which waits for whoever holds the post. */
export const seatedIn = (
  { unit, role }: Post,
  { sponsorships }: Known,
  account: string | undefined,
): SponsorshipNote | undefined =>
  sponsorships.find(({ stage, sponsor, liaison }) => {
    if (stage === 'ended') return false;
    if (role === 'liaison') return liaison.account === account;
    if (role !== 'sponsor' || sponsor === null || stage === 'following') return false;
    const { account: asked, post } = sponsor;
    return asked === null ? post.unit === unit && post.role === role : asked === account;
  });

/** Where the system that gave the order asks the person, nobody here has anything to ask. */
export const asksPerson = (unit: UnitId, state: Known): boolean =>
  state.status === 'replied' &&
  state.verification.callback === 'us' &&
  state.verification.verifier === unit;

/** How far a post may see who the person is: all of it, how to reach them, or nothing. */
export type Identity = 'all' | 'relay' | null;

/**
 * "At intake" is the first receiver before the matter is dispatched. "Relay" is a way to reach the
 * person without their name: the lead unit while it handles, the verifier while it asks. A person
 * who asked for confidence is reached through the first receiver alone.
 */
export function seesIdentity(post: Post, state: Known, account?: string): Identity {
  const { unit, role } = post;
  if (role === 'sponsor' || role === 'liaison') {
    // With the person's own consent, and while it stands.
    const seat = seatedIn(post, state, account);
    return seat?.identity === true && seat.stage !== 'nominated' ? 'all' : null;
  }
  if (role === 'intake_agent') {
    const atIntake = state.status === 'received' || state.status === 'triaged';
    return unit === state.receivedBy && (atIntake || state.confidential) ? 'all' : null;
  }
  if (role === 'callback_agent') {
    return asksPerson(unit, state) ? 'relay' : null;
  }
  if (!handles({ role })) return null;
  if (unit === state.receivedBy && state.confidential) return 'all';
  if (state.confidential) return null;
  const isLead = state.status === 'handling' && state.order.lead === unit;
  return isLead || (state.status === 'objected' && state.holder === unit) ? 'relay' : null;
}

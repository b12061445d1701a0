import type { Institution } from '../../core/authority/institution.ts';
import { isRecused, postsOf } from '../../core/authority/posts.ts';
import { isDrawn, type Known } from '../../core/callback/state.ts';
import type { Instant } from '../../core/process.ts';
import type { Reader } from '../parts.ts';

/**
 * How a reader knows of a callback: they ask the person, they hear of pressure, they audit. To
 * everybody else, whatever they see of the case, it is not there: the sample is hidden from who handled
 * it, from who stands above them, and from who dispatches (invariant 45).
 */
export interface Seen {
  readonly asks: boolean;
  readonly hears: boolean;
  readonly audits: boolean;
}

export function seenBy(
  { account, post: own }: Reader,
  state: Known,
  institution: Institution,
  now: Instant,
): Seen | null {
  const matter = { case: state.case, units: state.parties };
  if (isRecused(institution, account, matter, now)) return null;
  const posts = postsOf(institution, own, now);
  const asker = isDrawn(state) && state.begunAt !== null ? state.asker : null;
  const seen = {
    asks: posts.some(({ unit, role }) => role === 'callback_agent' && unit === asker),
    hears: posts.some(
      ({ unit, role }) => role === 'supervisor' && state.reports.some(({ to }) => to.unit === unit),
    ),
    audits: posts.some(({ role }) => role === 'auditor'),
  };
  return seen.asks || seen.hears || seen.audits ? seen : null;
}

/** Who hears of pressure does not learn by it whether the closing was drawn. */
export const isOnlyHeard = ({ asks, audits }: Seen): boolean => !asks && !audits;

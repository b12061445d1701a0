import { over } from './concluding.ts';
import { dropped } from './nominating.ts';
import { rule } from './scene.ts';
import { sponsored } from './seats.ts';
import { isLive, KNOWN } from './state.ts';

/** More than there ever are: two matters that become one may each have a sponsor. */
const UNBOUNDED = 1_000_000;

/** The matter was joined to another, or parted from it again; whoever sponsors it goes along. */
export const followCase = rule('follow-case', {
  from: KNOWN,
  anyOrder: true,
  decide({ case: to }, tell) {
    const { case: from } = tell.state;
    if (isLive(tell.state)) {
      tell.claim({ op: 'release', name: sponsored(from) });
      tell.claim({ op: 'take', name: sponsored(to), limit: UNBOUNDED });
    }
    return tell.say('CaseFollowed', { case: to, from });
  },
});

/**
 * Withdrawn, redirected, closed: there is nothing left to sponsor. One that was over before the case
 * had heard of it has nothing to end.
 */
export const caseEnded = rule('case-ended', {
  from: KNOWN,
  anyOrder: true,
  decide({ status }, tell) {
    if (!isLive(tell.state)) return tell;
    const reason = `case-ended:${status}`;
    return tell.state.status === 'nominated'
      ? dropped(tell, reason)
      : over(tell, tell.state.status === 'told' ? 'told' : 'case-ended', reason);
  },
});

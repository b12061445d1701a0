import { ended } from './concluding.ts';
import { comingTo, UNBOUNDED, withdrawn } from './issuing.ts';
import { rule, type Telling } from './scene.ts';
import { isLive, KNOWN, placed } from './state.ts';

/** The matter was joined to another, or parted from it again; who is called for it stays called. */
export const followCase = rule('follow-case', {
  from: KNOWN,
  anyOrder: true,
  decide({ case: to }, tell) {
    const { case: from } = tell.state;
    for (const unit of placed(tell.state)) {
      tell.claim({ op: 'release', name: comingTo(from, unit) });
      // Two matters that are one may each have called it; neither is called off for that.
      tell.claim({ op: 'take', name: comingTo(to, unit), limit: UNBOUNDED });
    }
    return tell.say('CaseFollowed', { case: to, from });
  },
});

/**
 * Withdrawn, redirected, closed: there is nothing left to come for. One that was over before the case
 * had heard of it has nothing to end.
 */
export const caseEnded = rule('case-ended', {
  from: KNOWN,
  anyOrder: true,
  decide({ status }, tell) {
    if (!isLive(tell.state)) return tell;
    const reason = `case-ended:${status}`;
    return tell.state.status === 'proposed'
      ? withdrawn(tell, reason)
      : ended(settledAll(tell, reason), 'NOT_NEEDED', reason);
  },
});

/** Told once the keys of the matter are gone: what lists say of it goes with them. */
export const noteErased = rule('note-erased', {
  from: KNOWN,
  anyOrder: true,
  decide: (erasure, tell) => tell.say('TextsErased', erasure),
});

/** Whoever came and had not said what came of it has nothing more to say (invariant 25). */
function settledAll(tell: Telling, text: string): Telling {
  for (const { n, unit, presence, settlement } of tell.known.callOuts) {
    if (presence === null || settlement !== null) continue;
    tell.say('CallOutSettled', { callOut: n, unit, result: 'NOT_NEEDED', text });
  }
  return tell;
}

import { ended } from './concluding.ts';
import { withdrawn } from './issuing.ts';
import { rule, type Telling } from './scene.ts';
import { KNOWN } from './state.ts';

/** The matter was joined to another, or parted from it again; who is called for it stays called. */
export const followCase = rule('follow-case', {
  from: KNOWN,
  anyOrder: true,
  decide: ({ case: to }, tell) => tell.say('CaseFollowed', { case: to, from: tell.state.case }),
});

/** Withdrawn, redirected, closed: there is nothing left to come for. */
export const caseEnded = rule('case-ended', {
  from: ['proposed', 'issued'],
  anyOrder: true,
  decide: ({ status }, tell) =>
    tell.state.status === 'proposed'
      ? withdrawn(tell, `case-ended:${status}`)
      : ended(settledAll(tell, `case-ended:${status}`), 'NOT_NEEDED', `case-ended:${status}`),
});

/** Whoever came and had not said what came of it has nothing more to say (invariant 25). */
function settledAll(tell: Telling, text: string): Telling {
  for (const { n, unit, presence, settlement } of tell.known.callOuts) {
    if (presence === null || settlement !== null) continue;
    tell.say('CallOutSettled', { callOut: n, unit, result: 'NOT_NEEDED', text });
  }
  return tell;
}

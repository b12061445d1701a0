import { beginFollowUp } from './consenting.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { sponsored, sponsoring } from './seats.ts';
import { isHeld, openCommitments, openSteps, RUNNING } from './state.ts';
import type { Closing } from './words.ts';

/** 听证: noticed, held, with whom, in whose words it lies sealed, and what came of it. */
export const recordHearing = rule('record-hearing', {
  from: RUNNING,
  anyOrder: true,
  decide({ noticeAt, heldAt, parties, record, outcome }, tell) {
    const { state, facts } = tell;
    if (noticeAt > heldAt || heldAt > facts.now) {
      return refuse('sponsorship.hearing-order', { at: heldAt });
    }
    if (parties.length === 0) return refuse('sponsorship.no-parties');
    const hearing = state.hearings + 1;
    return tell.say('HearingHeld', { hearing, noticeAt, heldAt, parties, record, outcome });
  },
});

/** The stated claim on its merits, whatever help is given besides: yes, or why not and by what rule. */
export const answerClaim = rule('answer-claim', {
  from: ['accepted', 'agreed'],
  anyOrder: true,
  decide({ answer, reply, citation }, tell) {
    const rule = citation?.trim() || null;
    if (answer !== 'SUPPORT' && rule === null) {
      return refuse('sponsorship.citation-needed', { answer });
    }
    const n = (tell.state.claim?.n ?? 0) + 1;
    return tell.say('ClaimAnswered', { n, answer, reply, citation: rule });
  },
});

export const tellResult = rule('tell-result', {
  from: ['agreed'],
  decide({ means, result }, tell) {
    if (tell.state.claim === null) return refuse('sponsorship.claim-unanswered');
    tell.say('ResultTold', { means, result });
    // Nobody asks for more time once it is told.
    return tell.dropKind('extension-decision', 'told');
  },
});

/** The person disagrees: their words stay as they are, beside what they were told (invariant 33). */
export const dissent = rule('dissent', {
  from: ['told', 'closed', 'following', 'ended'],
  anyOrder: true,
  decide: ({ words }, tell) => tell.say('Dissented', { words }),
});

/** Closed only once the claim was answered, the result told, and nothing is left promised. */
export const close = rule('close', {
  from: RUNNING,
  atOnce: true,
  decide({ reason }, tell) {
    const { state } = tell;
    if (state.claim === null) return refuse('sponsorship.claim-unanswered');
    if (state.status !== 'told') return refuse('sponsorship.result-untold');
    const promises = openSteps(state).length + openCommitments(state).length;
    if (promises > 0) return refuse('sponsorship.promises-open', { promises });
    return textNeeded({ reason }) ?? over(tell.meet('term-1'), 'told', reason.trim());
  },
});

/** The leader's place is free and so is the case's; whatever still ran is no longer owed. */
export function over(tell: Telling, how: Closing, reason: string): Telling {
  const { known } = tell;
  if (!isHeld(known)) throw new Error('sponsorship: nobody had taken it on');
  tell.dropAll('closed').say('SponsorshipClosed', { how, reason });
  tell.claim({ op: 'release', name: sponsoring(known.sponsor.account) });
  tell.claim({ op: 'release', name: sponsored(known.case) });
  return how === 'told' ? beginFollowUp(tell) : tell;
}

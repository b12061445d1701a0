import { RULED_REASONS } from '../rulebook/petition.ts';
import { notAccepted, reasonIn } from './bodies.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { holderOf, letterOf, wasAnswered } from './state.ts';

/** 受理: the sixty days begin; the written notice has the time of article 23 to be delivered. */
export const accept = rule('accept', {
  from: ['routed'],
  decide(_data, tell) {
    const { body, letters } = tell.state;
    tell.dropKind('objection', 'accepted');
    tell.say('PetitionAccepted', { unit: body, letter: letters.length + 1 });
    return tell.run('handling', body);
  },
});

/** 不予受理: with the reason, the rule and the next path, in writing (invariants 3 and 42). */
export const notAccept = rule('not-accept', {
  from: ['registered', 'routed'],
  decide({ reason: code, text }, tell) {
    const { state } = tell;
    const reason = reasonIn(tell.law.petition, code);
    if (reason === undefined) return refuse('petition.unknown-reason', { why: code });
    if (code === 'late' || code === 'no-superior') {
      return refuse('petition.ruled-reason', { why: code });
    }
    if ((reason.afterReply || isRuled(code)) && !wasAnswered(state)) {
      return refuse('petition.not-answered-yet', { why: code });
    }
    const empty = textNeeded({ text });
    if (empty !== null) return empty;
    const unit = holderOf(state);
    const letter = state.letters.length + 1;
    tell.meetKind('routing').dropKind('objection', 'not-accepted');
    tell.say('PetitionNotAccepted', { ...notAccepted(reason), unit, text: text.trim(), letter });
    return delivering(tell, letter);
  },
});

const isRuled = (code: string): boolean => RULED_REASONS.some((ruled) => ruled === code);

/** Somebody owes the delivery of a paper that no other clock holds to. */
export function delivering(tell: Telling, n: number): Telling {
  const letter = letterOf(tell.known, n);
  return letter?.clock?.startsWith('delivery-') ? tell.run('delivery', letter.unit) : tell;
}

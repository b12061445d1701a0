import type { Sealed } from '../process.ts';
import type { RuledReason } from '../rulebook/petition.ts';
import { delivering } from './accepting.ts';
import { notAccepted, reasonIn, reviewerOf } from './bodies.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { type Concluded, letterOf, type Told, wasAnswered } from './state.ts';
import { NEXT_STAGE } from './words.ts';

/**
 * 申请复查、复核: within thirty days of delivery, of the unit above whoever gave the opinion. Too late,
 * of nobody, or once too often, it is answered with the reason and the next path, in writing.
 */
export const askReview = rule('ask-review', {
  from: ['opined', 'told', 'concluded'],
  // A letter that arrived in time and is entered after it is in time.
  anyOrder: true,
  decide({ words }, tell) {
    const { state } = tell;
    if (state.status === 'opined') return refuse('petition.not-delivered-yet');
    if (state.status === 'concluded' && state.ending === 'withdrawn') {
      return refuse('petition.withdrawn-before');
    }
    if (state.asked) return refuse('petition.asked-before');
    return asked(tell as unknown as Telling<Told | Concluded>, words);
  },
});

function asked(tell: Telling<Told | Concluded>, words: Sealed | null) {
  const { state, facts, law } = tell;
  const { occurredAt } = facts;
  const { stage, unit } = state;
  const opinion = state.opinions.at(-1);
  if (stage === null || unit === null || opinion === undefined) {
    throw new Error('petition: told without an opinion');
  }
  const since = letterOf(state, opinion.letter)?.delivered?.at ?? state.since;
  if (occurredAt < since) return refuse('petition.before-last-step', { occurredAt, since });
  const next = NEXT_STAGE[stage];
  if (next === null) return notReviewed(tell, 'concluded', words);
  const until = state.clocks.findLast(({ kind }) => kind === next.window)?.dueAt ?? 0;
  if (occurredAt >= until) return notReviewed(tell, 'late', words);
  const reviewer = reviewerOf(law.law, law.petition, unit);
  if (reviewer === null) return notReviewed(tell, 'no-superior', words);
  tell.dropKind(next.window, 'asked').dropKind('new-facts', 'review-asked');
  return tell
    .say('ReviewAsked', { stage: next.stage, unit: reviewer, words })
    .run(next.stage, reviewer);
}

function notReviewed(tell: Telling, code: RuledReason, words: Sealed | null): Telling {
  const letter = tell.known.letters.length + 1;
  tell.say('ReviewRefused', { ...notAccepted(ruled(tell, code)), words, letter });
  return delivering(tell, letter);
}

function ruled({ law }: Telling, code: RuledReason) {
  const reason = reasonIn(law.petition, code);
  if (reason === undefined) throw new Error(`rulebook ${law.law.id} has no words for ${code}`);
  return reason;
}

/** 新的事实和理由: a claim of them is never waved through or away; another person looks. */
export const claimNewFacts = rule('claim-new-facts', {
  from: ['not-accepted', 'concluded'],
  decide({ words }, tell) {
    const { state } = tell;
    if (state.status === 'concluded' && state.ending === 'withdrawn') {
      return refuse('petition.withdrawn-before');
    }
    if (state.look !== null) return refuse('petition.look-pending');
    return tell.say('NewFactsClaimed', { words }).run('new-facts', state.office);
  },
});

export const look = rule('look', {
  from: ['not-accepted', 'concluded'],
  atOnce: true,
  decide({ found, reason }, tell) {
    const { state, facts } = tell;
    if (state.look === null) return refuse('petition.no-new-facts-claimed');
    if (facts.actor.kind === 'staff' && state.deciders.includes(facts.actor.account)) {
      return refuse('petition.same-eyes');
    }
    // Nothing can be old news to whoever was never answered (invariant 42).
    if (!found && !wasAnswered(state)) {
      return refuse('petition.not-answered-yet', { why: 'no-new-facts' });
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    tell.meetKind('new-facts');
    if (found)
      return tell.say('NewFactsFound', { reason: reason.trim() }).run('routing', state.office);
    const letter = state.letters.length + 1;
    const answer = notAccepted(ruled(tell, 'no-new-facts'));
    tell.say('NoNewFacts', { ...answer, text: reason.trim(), letter });
    return delivering(tell, letter);
  },
});

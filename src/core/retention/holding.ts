import { dueAt } from '../time/due.ts';
import { refuse, textNeeded } from './refusals.ts';
import { type Answer, rule, type Telling } from './scene.ts';
import { type Hold, KEEPING, type Known } from './state.ts';

const HOLDABLE = [...KEEPING, 'stopped'] as const;

/**
 * It holds from now on, and falls unless a second officer agrees in time. Whose last one nobody agreed to
 * does not place the next: another officer does.
 */
export const placeHold = rule('place-hold', {
  from: HOLDABLE,
  decide({ reason, until }, tell) {
    const { now } = tell.facts;
    const { max, agree, citation } = tell.law.retention.hold;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const last = tell.known.holds.at(-1);
    // Placed again each time it falls, one account's word would hold for ever.
    if (last !== undefined && last.agreedBy === null && last.by === tell.account) {
      return refuse('retention.hold-by-one', { hold: last.n });
    }
    if (until <= now) return refuse('retention.hold-in-the-past', { until });
    const { calendar } = tell.law;
    const latest = dueAt({ start: now, duration: max, calendar, suspensions: [] }).due;
    if (until > latest) return refuse('retention.hold-too-long', { until, latest });
    const hold = tell.known.holds.length + 1;
    tell.say('HoldPlaced', { hold, reason: reason.trim(), until, account: tell.account });
    const answer = dueAt({ start: now, duration: agree, calendar, suspensions: [] }).due;
    // Past its own date there is nothing left to agree to.
    const span = until < answer ? { target: until } : {};
    return tell.run('hold-agree', { duration: agree, citation }, span);
  },
});

/** Four eyes: whoever placed it cannot agree to it. */
export const agreeHold = rule('agree-hold', {
  from: HOLDABLE,
  decide({ hold: n }, tell) {
    const hold = asked(tell, n);
    if ('refusal' in hold) return hold;
    tell.meet(hold.clock).say('HoldAgreed', { hold: n, account: tell.account });
    const { max, citation } = tell.law.retention.hold;
    return tell.run('hold-review', { duration: max, citation }, { target: hold.until });
  },
});

export const declineHold = rule('decline-hold', {
  from: HOLDABLE,
  decide({ hold: n, reason }, tell) {
    const hold = asked(tell, n);
    if ('refusal' in hold) return hold;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    tell.meet(hold.clock);
    return tell.say('HoldEnded', { hold: n, end: 'DECLINED', reason: reason.trim() });
  },
});

/** Looked at, and no longer needed. To go on holding, another is placed before: two accounts again. */
export const liftHold = rule('lift-hold', {
  from: HOLDABLE,
  decide({ hold: n, reason }, tell): Answer {
    const hold = live(tell, n);
    if ('refusal' in hold) return hold;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    if (hold.agreedBy === null) tell.drop(hold.clock, 'lifted');
    else tell.meet(hold.clock);
    return tell.say('HoldEnded', { hold: n, end: 'LIFTED', reason: reason.trim() });
  },
});

function live(tell: Telling<Known>, n: number) {
  const hold = tell.state.holds.find((one) => one.n === n);
  if (hold === undefined) return refuse('retention.no-such-hold', { hold: n });
  return hold.end === null ? hold : refuse('retention.hold-over', { hold: n });
}

/** One that a second officer has still to say something about. */
function asked(tell: Telling<Known>, n: number): Hold | ReturnType<typeof refuse> {
  const hold = live(tell, n);
  if ('refusal' in hold) return hold;
  if (hold.agreedBy !== null) return refuse('retention.hold-agreed-already', { hold: n });
  return hold.by === tell.account ? refuse('retention.own-hold', { hold: n }) : hold;
}

import { ranksAtLeast } from '../authority/power.ts';
import { clockOf } from '../clock/clock.ts';
import { deadlineFor } from '../clock/due.ts';
import type { Refusal } from '../process.ts';
import { holds } from './holding.ts';
import { standDown as callOff, release } from './issuing.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling, termsOf } from './scene.ts';
import { type CallOut, callOutOf, isOpen, mayCome, openSteps } from './state.ts';

/** The call-out an act names, or why there is none. */
function named({ known }: Telling, n: number): CallOut | { readonly refusal: Refusal } {
  return callOutOf(known, n) ?? refuse('whistle.no-such-call-out', { callOut: n });
}

/** What was asked of the unit is over: it came, was let go, or objected with right. */
const over = ({ n, unit }: CallOut) => refuse('whistle.call-out-settled', { callOut: n, unit });

/** 签收: the unit has seen it. Late, it is a breach and no more. */
export const sign = rule('sign', {
  from: ['issued'],
  decide({ callOut: n }, tell) {
    const callOut = named(tell, n);
    if ('refusal' in callOut) return callOut;
    if (callOut.status === 'signed') return refuse('whistle.already-signed', { callOut: n });
    if (callOut.status !== 'notified') return over(callOut);
    return tell.say('CallOutSigned', { callOut: n, unit: callOut.unit }).meet(callOut.sign);
  },
});

/** On a legal basis the rulebook lists; the arbiter of the main job decides. */
export const object = rule('object', {
  from: ['issued'],
  decide({ callOut: n, basis, reason }, tell) {
    const callOut = named(tell, n);
    if ('refusal' in callOut) return callOut;
    if (callOut.bound) return refuse('whistle.call-out-binds', { callOut: n });
    if (callOut.status !== 'notified' && callOut.status !== 'signed') return over(callOut);
    const { law } = tell.law;
    if (!law.objectionBases.some(({ code }) => code === basis)) {
      return refuse('whistle.unknown-basis', { basis });
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const { ruler } = law.objection;
    const deadline = deadlineFor(law, 'objection', tell.known.urgency);
    if (deadline === null) throw new Error(`rulebook ${law.id} has no deadline for an objection`);
    tell.say('CallOutObjected', {
      callOut: n,
      unit: callOut.unit,
      basis,
      reason: reason.trim(),
      ruler,
    });
    tell.meet(callOut.sign).drop(callOut.reportIn, 'objected');
    return tell.start('objection', ruler, deadline);
  },
});

/** 派单裁定: theirs or not. Refused, they come, and cannot object again. */
export const decideObjection = rule('decide-objection', {
  from: ['issued'],
  atOnce: true,
  decide({ callOut: n, upheld, reason }, tell) {
    const callOut = named(tell, n);
    if ('refusal' in callOut) return callOut;
    if (callOut.status !== 'objected' || callOut.objection === null) {
      return refuse('whistle.not-objected', { callOut: n });
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const { clock } = callOut.objection;
    if (!upheld) return bind(tell, callOut, reason.trim()).meet(clock);
    tell.say('CallOutRuled', { callOut: n, unit: callOut.unit, upheld, reason: reason.trim() });
    return release(tell.meet(clock), callOut);
  },
});

/** The unit has to come after all, with its whole time again. */
export function bind(
  tell: Telling,
  { n, unit }: CallOut,
  reason: string | null,
  at = tell.facts.occurredAt,
): Telling {
  const { reportIn, citation } = termsOf(tell);
  tell.say('CallOutRuled', { callOut: n, unit, upheld: false, reason }, at);
  return tell.start('report-in', unit, { duration: reportIn, citation });
}

/**
 * 到场报到: counts when whoever is there may exercise what the unit was called for, by the unit's
 * own power or a valid entrustment (invariant 24). Rank and head-count are recorded against what
 * was asked; nobody is photographed and no place is tracked.
 */
export const reportIn = rule('report-in', {
  from: ['issued'],
  decide({ callOut: n, mode, rank, headCount }, tell) {
    const callOut = named(tell, n);
    if ('refusal' in callOut) return callOut;
    if (!mayCome(callOut)) return over(callOut);
    const { law } = tell.law;
    const level = termsOf(tell);
    if (mode === 'remote' && !level.remote) {
      return refuse('whistle.remote-not-allowed', { kind: level.kind, level: level.level });
    }
    if (!law.ranks.some(({ code }) => code === rank))
      return refuse('whistle.unknown-rank', { rank });
    if (headCount < 1) return refuse('whistle.nobody-present');
    const no = powerless(tell, callOut, rank);
    if (no !== null) return no;
    const due = clockOf(tell.known.clocks, callOut.reportIn)?.dueAt ?? Number.POSITIVE_INFINITY;
    tell.say('ReportedIn', {
      callOut: n,
      unit: callOut.unit,
      mode,
      rank,
      headCount,
      asked: { rank: level.rank, headCount: level.headCount },
      short: {
        rank: !ranksAtLeast(law, rank, level.rank),
        headCount: headCount < level.headCount,
      },
      // A miss that was told is not unsaid by dating the arrival back.
      late: callOut.end === 'MISSED' || tell.facts.occurredAt >= due,
    });
    return tell.meet(callOut.sign).meet(callOut.reportIn);
  },
});

function powerless({ facts, known }: Telling, callOut: CallOut, rank: string) {
  const use = { rank, place: known.place };
  const lacking = callOut.powers.find(({ power }) => !holds(facts, callOut.unit, power, use));
  return lacking === undefined
    ? null
    : refuse('whistle.no-power-present', { power: lacking.power, rank, needed: lacking.rank });
}

/** Whoever came says what came of it: an action, a reasoned "not mine", or "not needed". */
export const settle = rule('settle', {
  from: ['issued'],
  decide({ callOut: n, result, text }, tell) {
    const callOut = named(tell, n);
    if ('refusal' in callOut) return callOut;
    if (callOut.presence === null) return refuse('whistle.not-reported-in', { callOut: n });
    if (callOut.settlement !== null) return over(callOut);
    const empty = textNeeded({ text });
    if (empty !== null) return empty;
    tell.say('CallOutSettled', { callOut: n, unit: callOut.unit, result, text: text.trim() });
    return releaseWhenDone(tell, callOut.unit);
  },
});

/** A unit goes when it has said what came of it and owes no step of the plan. */
export function releaseWhenDone(tell: Telling, unit: string): Telling {
  for (const callOut of tell.known.callOuts) {
    const done = callOut.unit === unit && callOut.settlement !== null;
    if (done && callOut.status !== 'released' && openSteps(tell.known, unit).length === 0) {
      release(tell, callOut);
    }
  }
  return tell;
}

/** The issuer no longer needs it, and says why. */
export const standDown = rule('stand-down', {
  from: ['issued'],
  atOnce: true,
  decide({ callOut: n, reason }, tell) {
    const callOut = named(tell, n);
    if ('refusal' in callOut) return callOut;
    if (!isOpen(callOut) && callOut.status !== 'missed') return over(callOut);
    return textNeeded({ reason }) ?? callOff(tell, callOut, reason.trim());
  },
});

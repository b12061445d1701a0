import type { UnitId } from '../process.ts';
import { withoutPower } from './force.ts';
import { wrongDate } from './meeting.ts';
import { type No, refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { isHeld, openSteps, partners, RUNNING } from './state.ts';

/**
 * What is needed, as agreed with the person. It stands beside the claim they stated, which is never
 * changed and is answered for itself; that nothing is needed is an answer too.
 */
export const agreeNeeds = rule('agree-needs', {
  from: ['accepted', 'agreed'],
  anyOrder: true,
  decide({ needs }, tell) {
    const nameless = needs.find(({ kind }) => kind.trim() === '');
    if (nameless !== undefined) return refuse('sponsorship.text-needed', { field: 'need' });
    return tell.say('NeedsAgreed', { needs: needs.map((need, n) => ({ ...need, n: n + 1 })) });
  },
});

/** 一事一策: who does what by when, with which power. Each step is a promise of its owner. */
export const plan = rule('plan', {
  from: ['accepted', 'agreed'],
  atOnce: true,
  decide({ steps }, tell) {
    const { state, law } = tell;
    if (state.needs === null) return refuse('sponsorship.needs-first');
    if (steps.length === 0) return refuse('sponsorship.no-steps');
    for (const { what, owner, power, dueAt } of steps) {
      const no = textNeeded({ what }) ?? unableOwner(tell, owner, power) ?? wrongDate(tell, dueAt);
      if (no !== null) return no;
    }
    const first = state.steps.length;
    const numbered = steps.map((step, at) => ({
      ...step,
      n: first + at + 1,
      what: step.what.trim(),
    }));
    tell.say('CasePlanned', { steps: numbered });
    const { duration, citation } = law.sponsorship.term;
    for (const { owner, dueAt } of numbered) {
      tell.start('step', owner, { duration, citation }, dueAt);
    }
    return tell;
  },
});

function unableOwner(tell: Telling, owner: UnitId, power: string | null): No {
  const { known } = tell;
  if (!isHeld(known) || !partners(known).includes(owner)) {
    return refuse('sponsorship.not-member', { unit: owner });
  }
  return power === null ? null : withoutPower(tell, owner, power);
}

const openStep = ({ known }: Telling, n: number) =>
  (isHeld(known) ? openSteps(known) : []).find((step) => step.n === n) ??
  refuse('sponsorship.no-such-step', { step: n });

export const finishStep = rule('finish-step', {
  from: RUNNING,
  anyOrder: true,
  decide({ step: n, note }, tell) {
    const step = openStep(tell, n);
    if ('refusal' in step) return step;
    const empty = textNeeded({ note });
    if (empty !== null) return empty;
    const { owner, clock } = step;
    return tell.say('StepFinished', { step: n, unit: owner, note: note.trim() }).meet(clock);
  },
});

export const dropStep = rule('drop-step', {
  from: RUNNING,
  atOnce: true,
  decide({ step: n, reason }, tell) {
    const step = openStep(tell, n);
    if ('refusal' in step) return step;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    return tell
      .say('StepDropped', { step: n, reason: reason.trim() })
      .drop(step.clock, 'step-dropped');
  },
});

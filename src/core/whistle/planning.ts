import type { UnitId } from '../process.ts';
import { DAY } from '../time/civil.ts';
import { releaseWhenDone } from './answering.ts';
import { holds } from './holding.ts';
import { withoutCoordination } from './issuing.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling, termsOf } from './scene.ts';

/** A promise that falls due when nobody remembers it holds nobody. */
const FARTHEST = 366 * DAY;

/** 联合处置方案: who does what by when, with which power. Each step is a promise of its owner. */
export const plan = rule('plan', {
  from: ['issued'],
  decide({ steps }, tell) {
    if (steps.length === 0) return refuse('whistle.no-steps');
    const no = withoutCoordination(tell, tell.state.issuer);
    if (no !== null) return no;
    const latest = tell.facts.now + FARTHEST;
    for (const { what, owner, power, dueAt } of steps) {
      const wrong =
        textNeeded({ what }) ??
        unableOwner(tell, owner, power) ??
        (dueAt <= tell.facts.now ? refuse('whistle.step-in-the-past', { dueAt }) : null) ??
        (dueAt > latest ? refuse('whistle.step-too-far', { dueAt, latest }) : null);
      if (wrong !== null) return wrong;
    }
    const first = tell.state.steps.length;
    const numbered = steps.map((step, at) => ({
      ...step,
      n: first + at + 1,
      what: step.what.trim(),
    }));
    tell.say('Planned', { steps: numbered });
    const { conclude, citation } = termsOf(tell);
    for (const { owner, dueAt } of numbered) {
      tell.start('step', owner, { duration: conclude, citation }, dueAt);
    }
    return tell;
  },
});

/**
 * The issuer itself, or a unit that came, has not gone and finds it its own; and whoever is to use a
 * power must hold it.
 */
function unableOwner({ facts, known }: Telling, owner: UnitId, power: string | null) {
  const here = known.callOuts.some(
    ({ unit, status, settlement }) =>
      unit === owner && status === 'reported' && settlement !== 'NOT_MINE',
  );
  if (owner !== known.issuer && !here) return refuse('whistle.owner-not-present', { unit: owner });
  if (power === null) return null;
  return holds(facts, owner, power, { place: known.place })
    ? null
    : refuse('whistle.owner-without-power', { unit: owner, power });
}

const openStep = ({ known }: Telling, n: number) =>
  known.steps.find((step) => step.n === n && step.status === 'open') ??
  refuse('whistle.no-such-step', { step: n });

export const finishStep = rule('finish-step', {
  from: ['issued'],
  decide({ step: n, note }, tell) {
    const step = openStep(tell, n);
    if ('refusal' in step) return step;
    const empty = textNeeded({ note });
    if (empty !== null) return empty;
    tell.say('StepFinished', { step: n, unit: step.owner, note: note.trim() }).meet(step.clock);
    return releaseWhenDone(tell, step.owner);
  },
});

export const dropStep = rule('drop-step', {
  from: ['issued'],
  decide({ step: n, reason }, tell) {
    const step = openStep(tell, n);
    if ('refusal' in step) return step;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    tell.say('StepDropped', { step: n, reason: reason.trim() }).drop(step.clock, 'step-dropped');
    return releaseWhenDone(tell, step.owner);
  },
});

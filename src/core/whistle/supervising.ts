import { mayInstruct } from '../authority/posts.ts';
import { waiting } from '../clock/ladder.ts';
import { holds } from './holding.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';

/**
 * 督办 of a unit that was called, or of the issuer: from above, or by the issuer under the power to
 * supervise that its superior delegated. Where the unit's ladder waits for this post, the act meets
 * it; a rung of instruction needs the leader's written word 批示.
 */
export const supervise = rule('supervise', {
  from: ['issued'],
  atOnce: true,
  decide({ unit, text, instruction }, tell) {
    const { known, post, law } = tell;
    const called = known.callOuts.some((one) => one.unit === unit);
    if (!called && unit !== known.issuer) return refuse('whistle.unit-not-called', { unit });
    const rungs = waiting(known.ladders).filter((one) => one.unit === unit && one.by === post.unit);
    const no = rungs.length > 0 || bySuperior(tell) ? null : withoutSupervision(tell);
    if (no !== null) return no;
    const empty =
      textNeeded({ text }) ??
      (instruction === null ? null : textNeeded({ instruction: instruction.text }));
    if (empty !== null) return empty;
    if (instruction === null && rungs.some(({ act }) => act === 'instruct')) {
      return refuse('whistle.instruction-needed', { unit });
    }
    if (instruction !== null && !mayInstruct(law.law, instruction.by, post.unit)) {
      return refuse('whistle.instruction-not-a-leader', { unit: instruction.by.unit });
    }
    const written =
      instruction === null ? null : { by: instruction.by, text: instruction.text.trim() };
    tell.say('Supervised', { unit, by: post, text: text.trim(), instruction: written });
    for (const rung of rungs) tell.answer(rung);
    return tell;
  },
});

const bySuperior = ({ known, post }: Telling): boolean => post.unit !== known.issuer;

function withoutSupervision({ facts, law, post }: Telling) {
  const { supervision } = law.whistle.delegated;
  return holds(facts, post.unit, supervision)
    ? null
    : refuse('whistle.no-supervision', { unit: post.unit });
}

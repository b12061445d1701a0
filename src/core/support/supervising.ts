import { mayInstruct } from '../authority/posts.ts';
import { waiting } from '../clock/ladder.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule } from './scene.ts';

/**
 * 督办 of the provider, from above. Where its ladder waits for this post, the act meets it; a rung of
 * instruction needs the leader's written word 批示.
 */
export const supervise = rule('supervise', {
  from: ['consented'],
  atOnce: true,
  decide({ unit, text, instruction }, tell) {
    const { known, post, law } = tell;
    if (unit !== known.provider) return refuse('support.unit-not-provider', { unit });
    const empty =
      textNeeded({ text }) ??
      (instruction === null ? null : textNeeded({ instruction: instruction.text }));
    if (empty !== null) return empty;
    const rungs = waiting(known.ladders).filter(({ by }) => by === post.unit);
    if (instruction === null && rungs.some(({ act }) => act === 'instruct')) {
      return refuse('support.instruction-needed', { unit });
    }
    if (instruction !== null && !mayInstruct(law.law, instruction.by, post.unit)) {
      return refuse('support.instruction-not-a-leader', { unit: instruction.by.unit });
    }
    const written =
      instruction === null ? null : { by: instruction.by, text: instruction.text.trim() };
    tell.say('Supervised', { unit, by: post, text: text.trim(), instruction: written });
    for (const rung of rungs) tell.answer(rung);
    return tell;
  },
});

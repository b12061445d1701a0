import { mayInstruct } from '../authority/posts.ts';
import { waiting } from '../clock/ladder.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule } from './scene.ts';
import { holderOf, KNOWN } from './state.ts';

/**
 * 督办 from above: of whoever missed the limit whose ladder waits for this post, else of whoever has it
 * now. It moves no limit of the law; a rung of instruction needs the leader's written word 批示.
 */
export const supervise = rule('supervise', {
  from: KNOWN,
  anyOrder: true,
  atOnce: true,
  decide({ text, instruction }, tell) {
    const { known, post, law } = tell;
    const rungs = waiting(known.ladders).filter(({ by }) => by === post.unit);
    const unit = rungs[0]?.unit ?? holderOf(known);
    const empty =
      textNeeded({ text }) ??
      (instruction === null ? null : textNeeded({ instruction: instruction.text }));
    if (empty !== null) return empty;
    if (instruction === null && rungs.some(({ act }) => act === 'instruct')) {
      return refuse('petition.instruction-needed', { unit });
    }
    if (instruction !== null && !mayInstruct(law.law, instruction.by, post.unit)) {
      return refuse('petition.instruction-not-a-leader', { unit: instruction.by.unit });
    }
    const written =
      instruction === null ? null : { by: instruction.by, text: instruction.text.trim() };
    tell.say('Supervised', { unit, by: post, text: text.trim(), instruction: written });
    for (const rung of rungs) tell.answer(rung);
    return tell;
  },
});

import { liveOf } from '../clock/clock.ts';
import { refuse } from './refusals.ts';
import { rule } from './scene.ts';
import { KEEPING, openWishes } from './state.ts';

/**
 * 个人信息保护法 第四十七条: a person may ask to be erased. Where the time the law gives is not over it is
 * answered with the reason and the date, and nothing is erased the sooner for it.
 */
export const askErasure = rule('ask-erasure', {
  from: KEEPING,
  decide({ words }, tell) {
    if (openWishes(tell.state).length > 0) return refuse('retention.wish-open');
    const { answer: duration, citation } = tell.law.retention.wish;
    tell.say('ErasureAsked', { wish: tell.state.wishes.length + 1, words });
    return tell.run('wish', { duration, citation });
  },
});

export const answerErasure = rule('answer-erasure', {
  from: [...KEEPING, 'stopped'],
  decide({ wish: n, answer }, tell) {
    const wish = openWishes(tell.state).find((one) => one.n === n);
    if (wish === undefined) return refuse('retention.no-such-wish', { wish: n });
    const until = liveOf(tell.state.clocks, 'keep')?.dueAt ?? null;
    return tell.meet(wish.clock).say('ErasureAnswered', { wish: n, answer, until });
  },
});

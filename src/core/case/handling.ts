import { meet, postOf, rule, say } from './scene.ts';
import { OPEN, orderOf } from './state.ts';
import { textNeeded } from './text-needed.ts';

/** Heard, by whom and how. Only the lead unit reaching the person meets the clock. */
export const contact = rule('contact', {
  from: OPEN,
  anyOrder: true,
  decide(data, scene) {
    const { unit } = postOf(scene);
    const heard = data.reached && unit === orderOf(scene.state)?.lead;
    return {
      events: [say('Contacted', { unit, ...data }), ...(heard ? meet(scene, 'contact') : [])],
    };
  },
});

/** 催办: moves nobody's clock. */
export const remind = rule('remind', {
  from: OPEN,
  anyOrder: true,
  decide({ text }, { state }) {
    const unit = orderOf(state)?.lead ?? state.holder;
    return textNeeded({ text }) ?? { events: [say('Reminded', { unit, text: text.trim() })] };
  },
});

/** 督办: the same from above, and still only words. */
export const supervise = rule('supervise', {
  from: OPEN,
  anyOrder: true,
  decide({ text }, { state }) {
    const unit = orderOf(state)?.lead ?? state.holder;
    return textNeeded({ text }) ?? { events: [say('Supervised', { unit, text: text.trim() })] };
  },
});

import { mayInstruct } from '../authority/posts.ts';
import { answer, waiting } from '../clock/ladder.ts';
import type { Decided } from '../process.ts';
import type { CaseEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { later, meet, postOf, rule, say } from './scene.ts';
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

/**
 * Written by who took the request in, and again when there is more to say. It is what the handling
 * units work from, so nobody writes one where the words are open to them.
 */
export const summarise = rule('summarise', {
  from: OPEN,
  anyOrder: true,
  bars: ({ state }) => (state.confidential ? null : refuse('case.not-confidential')),
  decide: ({ summary }) => ({ events: [say('Summarised', { summary })] }),
});

/** Read on the person's own page. It is no contact: nobody knows whether they have seen it. */
export const message = rule('message', {
  from: OPEN,
  anyOrder: true,
  decide: ({ text }, scene) => ({
    events: [say('MessageSent', { unit: postOf(scene).unit, text })],
  }),
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

/**
 * 督办: the same from above. Where the ladder of a missed promise waits for this post's unit, the act
 * answers it; a rung of instruction needs the leader's written word 批示.
 */
export const supervise = rule('supervise', {
  from: OPEN,
  anyOrder: true,
  decide({ text, instruction = null }, scene) {
    const { state, law, calendar, facts } = scene;
    const by = postOf(scene).unit;
    const rungs = waiting(state.ladders).filter((one) => one.by === by);
    const empty =
      textNeeded({ text }) ??
      (instruction === null ? null : textNeeded({ instruction: instruction.text }));
    if (empty !== null) return empty;
    const unit = rungs[0]?.unit ?? orderOf(state)?.lead ?? state.holder;
    if (instruction === null && rungs.some(({ act }) => act === 'instruct')) {
      return refuse('case.instruction-needed', { unit });
    }
    if (instruction !== null && !mayInstruct(law, instruction.by, by)) {
      return refuse('case.instruction-not-a-leader', { unit: instruction.by.unit });
    }
    const written =
      instruction === null ? null : { by: instruction.by, text: instruction.text.trim() };
    let events: readonly Decided<CaseEvent>[] = [
      say('Supervised', { unit, text: text.trim(), instruction: written }),
    ];
    for (const rung of rungs) {
      const then = later<typeof state>(scene, events).state;
      events = [...events, ...answer(then, rung, facts.occurredAt, { law, calendar })];
    }
    return { events };
  },
});

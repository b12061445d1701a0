import { refuse } from './refusals.ts';
import { dropAll, rule, say } from './scene.ts';
import { isOpen, KNOWN, OPEN } from './state.ts';

/** Only the person's own act (invariant 41); the table of access lets nobody else. */
export const withdraw = rule('withdraw', {
  from: OPEN,
  decide: ({ words }, scene) => ({
    events: [say('Withdrawn', { words }), ...dropAll(scene, 'withdrawn')],
  }),
});

/** Stored unedited beside whatever stands; it changes no other right. */
export const disagree = rule('disagree', {
  from: KNOWN,
  anyOrder: true,
  decide: ({ words }, { state }) =>
    isOpen(state) && state.replies.length === 0
      ? refuse('case.nothing-to-disagree-with', { status: state.status })
      : { events: [say('Disagreed', { words })] },
});

export const addWords = rule('add-words', {
  from: KNOWN,
  anyOrder: true,
  decide: ({ words }) => ({ events: [say('WordsAdded', { words })] }),
});

import { dropAll, rule, say } from './scene.ts';
import { KNOWN, OPEN } from './state.ts';

/** Only the person's own act (invariant 41); the table of access lets nobody else. */
export const withdraw = rule('withdraw', {
  from: OPEN,
  decide: ({ words }, scene) => ({
    events: [say('Withdrawn', { words }), ...dropAll(scene, 'withdrawn')],
  }),
});

/** Stored unedited beside whatever stands; it changes no other right. */
export const disagree = rule('disagree', {
  from: ['replied', 'closed', 'answered', 'redirected', 'merged'],
  anyOrder: true,
  decide: ({ words }) => ({ events: [say('Disagreed', { words })] }),
});

export const addWords = rule('add-words', {
  from: KNOWN,
  anyOrder: true,
  decide: ({ words }) => ({ events: [say('WordsAdded', { words })] }),
});

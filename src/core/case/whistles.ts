import { refuse } from './refusals.ts';
import { rule, say } from './scene.ts';
import { KNOWN } from './state.ts';

/** A whistle's own reaction tells its case; the case decides nothing about it. */
export const noteWhistle = rule('note-whistle', {
  from: KNOWN,
  anyOrder: true,
  decide: ({ letGo = null, notTheirs = [], ...note }) => ({
    events: [{ type: 'WhistleNoted', v: 3, data: { ...note, letGo, notTheirs } }],
  }),
});

export const forgetWhistle = rule('forget-whistle', {
  from: KNOWN,
  anyOrder: true,
  decide: ({ whistle }, { state }) =>
    state.whistles.some((note) => note.whistle === whistle)
      ? { events: [say('WhistleLeft', { whistle })] }
      : refuse('case.no-such-whistle', { whistle }),
});

import { rule, say } from './scene.ts';
import { KNOWN } from './state.ts';

/** A petition's own reaction tells its case; the case decides nothing about it. */
export const notePetition = rule('note-petition', {
  from: KNOWN,
  anyOrder: true,
  decide: (note) => ({ events: [say('PetitionNoted', note)] }),
});

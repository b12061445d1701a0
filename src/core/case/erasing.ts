import { rule, say } from './scene.ts';
import { KNOWN } from './state.ts';

/** Told once the keys are gone; the case decides nothing about it. */
export const noteErased = rule('note-erased', {
  from: KNOWN,
  anyOrder: true,
  decide: (erasure) => ({ events: [say('TextsErased', erasure)] }),
});

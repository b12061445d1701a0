import type { Values } from '../forms.ts';

/**
 * What was typed and not yet sent, for as long as the window lives. Never written to the device:
 * it may hold what a person said.
 */
const kept = new Map<string, Values>();

export const draftOf = (id: string, act: string): Values => kept.get(`${id} ${act}`) ?? {};
export const keepDraft = (id: string, act: string, values: Values): void => {
  kept.set(`${id} ${act}`, values);
};
export const dropDraft = (id: string, act: string): void => {
  kept.delete(`${id} ${act}`);
};

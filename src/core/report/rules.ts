import type { CommandType } from './commands.ts';
import { conclude, declareInterest, handOver, takeIn } from './handling.ts';
import { clockDue, recomputeClocks } from './machine.ts';
import type { Rule } from './scene.ts';
import { addWords, receive } from './telling.ts';

/** One rule a command. */
export const RULES: { readonly [Type in CommandType]: Rule<Type> } = {
  receive,
  'add-words': addWords,
  'take-in': takeIn,
  'declare-interest': declareInterest,
  'hand-over': handOver,
  conclude,
  'clock-due': clockDue,
  'recompute-clocks': recomputeClocks,
};

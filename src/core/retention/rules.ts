import { recordTransfer, takePackage } from './archiving.ts';
import type { CommandType } from './commands.ts';
import { agreeHold, declineHold, liftHold, placeHold } from './holding.ts';
import { begin, stop } from './keeping.ts';
import { clockDue, confirmErased, erase, recomputeClocks } from './machine.ts';
import type { Rule } from './scene.ts';
import { answerErasure, askErasure } from './wishing.ts';

/** One rule a command, phase by phase. */
export const RULES: { readonly [Type in CommandType]: Rule<Type> } = {
  begin,
  stop,
  'place-hold': placeHold,
  'agree-hold': agreeHold,
  'decline-hold': declineHold,
  'lift-hold': liftHold,
  'take-package': takePackage,
  'record-transfer': recordTransfer,
  'ask-erasure': askErasure,
  'answer-erasure': answerErasure,
  erase,
  'confirm-erased': confirmErased,
  'clock-due': clockDue,
  'recompute-clocks': recomputeClocks,
};

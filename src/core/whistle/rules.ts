import { decideObjection, object, reportIn, settle, sign, standDown } from './answering.ts';
import type { CommandType } from './commands.ts';
import { conclude } from './concluding.ts';
import { caseEnded, followCase, noteErased } from './following.ts';
import { call, file, propose, screen, takeBack } from './issuing.ts';
import { clockDue, recomputeClocks } from './machine.ts';
import { dropStep, finishStep, plan } from './planning.ts';
import { rate } from './rating.ts';
import type { Rule } from './scene.ts';
import { supervise } from './supervising.ts';

/** One rule a command, phase by phase. */
export const RULES: { readonly [Type in CommandType]: Rule<Type> } = {
  propose,
  screen,
  'take-back': takeBack,
  file,
  call,
  sign,
  object,
  'decide-objection': decideObjection,
  'report-in': reportIn,
  settle,
  'stand-down': standDown,
  plan,
  'finish-step': finishStep,
  'drop-step': dropStep,
  supervise,
  conclude,
  rate,
  'follow-case': followCase,
  'case-ended': caseEnded,
  'note-erased': noteErased,
  'clock-due': clockDue,
  'recompute-clocks': recomputeClocks,
};

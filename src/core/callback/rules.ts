import { answer, callInVain, find } from './asking.ts';
import type { CommandType } from './commands.ts';
import { draw, plan } from './drawing.ts';
import { caseReopened } from './following.ts';
import { clockDue, noteErased, recomputeClocks } from './machine.ts';
import { answerPressure, reportPressure } from './pressure.ts';
import type { Rule } from './scene.ts';

/** One rule a command, phase by phase. */
export const RULES: { readonly [Type in CommandType]: Rule<Type> } = {
  draw,
  plan,
  'call-in-vain': callInVain,
  answer,
  find,
  'report-pressure': reportPressure,
  'answer-pressure': answerPressure,
  'case-reopened': caseReopened,
  'note-erased': noteErased,
  'clock-due': clockDue,
  'recompute-clocks': recomputeClocks,
};

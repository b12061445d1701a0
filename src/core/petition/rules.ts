import { accept, notAccept } from './accepting.ts';
import type { CommandType } from './commands.ts';
import { deliver } from './delivering.ts';
import {
  askExtension,
  closeHearing,
  decideExtension,
  giveOpinion,
  openHearing,
  recordMediation,
} from './handling.ts';
import { clockDue, noteErased, recomputeClocks } from './machine.ts';
import { handOverKind, register, withdraw } from './registering.ts';
import { askReview, claimNewFacts, look } from './reviewing.ts';
import { agreeBody, decideReturn, designate, object, route } from './routing.ts';
import type { Rule } from './scene.ts';
import { supervise } from './supervising.ts';

/** One rule a command, step by step. */
export const RULES: { readonly [Type in CommandType]: Rule<Type> } = {
  register,
  'hand-over': handOverKind,
  route,
  'agree-body': agreeBody,
  designate,
  object,
  'decide-return': decideReturn,
  accept,
  'not-accept': notAccept,
  'ask-extension': askExtension,
  'decide-extension': decideExtension,
  'record-mediation': recordMediation,
  'open-hearing': openHearing,
  'close-hearing': closeHearing,
  'give-opinion': giveOpinion,
  deliver,
  'ask-review': askReview,
  'claim-new-facts': claimNewFacts,
  look,
  withdraw,
  supervise,
  'note-erased': noteErased,
  'clock-due': clockDue,
  'recompute-clocks': recomputeClocks,
};

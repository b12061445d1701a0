import type { CommandType } from './commands.ts';
import { confirmReceipt, consent, denyReceipt, refuseOffer, revoke } from './consenting.ts';
import { cannotDeliver, deliver, show } from './delivering.ts';
import { clockDue, recomputeClocks } from './machine.ts';
import { offer, takeBack } from './offering.ts';
import type { Rule } from './scene.ts';
import { supervise } from './supervising.ts';

/** One rule a command, phase by phase. */
export const RULES: { readonly [Type in CommandType]: Rule<Type> } = {
  offer,
  'take-back': takeBack,
  consent,
  refuse: refuseOffer,
  revoke,
  show,
  deliver,
  'cannot-deliver': cannotDeliver,
  'confirm-receipt': confirmReceipt,
  'deny-receipt': denyReceipt,
  supervise,
  'clock-due': clockDue,
  'recompute-clocks': recomputeClocks,
};

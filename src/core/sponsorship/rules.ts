import { recordAct, replaceSeat, supervise } from './acting.ts';
import type { CommandType } from './commands.ts';
import { answerClaim, close, dissent, recordHearing, tellResult } from './concluding.ts';
import {
  consentFollowUp,
  consentIdentity,
  recordFollowUp,
  revokeFollowUp,
  revokeIdentity,
} from './consenting.ts';
import { askExtension, decideExtension, tellExtension } from './extension.ts';
import { caseEnded, followCase } from './following.ts';
import { addMember, convene, delegate, releaseMember } from './force.ts';
import { clockDue, noteErased, recomputeClocks } from './machine.ts';
import { dropCommitment, holdMeeting, keepCommitment } from './meeting.ts';
import { accept, designate, nominate, pass, takeBack } from './nominating.ts';
import { agreeNeeds, dropStep, finishStep, plan } from './planning.ts';
import type { Rule } from './scene.ts';

/** One rule a command, phase by phase. */
export const RULES: { readonly [Type in CommandType]: Rule<Type> } = {
  nominate,
  'take-back': takeBack,
  accept,
  pass,
  designate,
  'replace-seat': replaceSeat,
  'record-act': recordAct,
  supervise,
  'ask-extension': askExtension,
  'decide-extension': decideExtension,
  'tell-extension': tellExtension,
  convene,
  'add-member': addMember,
  'release-member': releaseMember,
  'hold-meeting': holdMeeting,
  'keep-commitment': keepCommitment,
  'drop-commitment': dropCommitment,
  delegate,
  'consent-identity': consentIdentity,
  'revoke-identity': revokeIdentity,
  'agree-needs': agreeNeeds,
  plan,
  'finish-step': finishStep,
  'drop-step': dropStep,
  'record-hearing': recordHearing,
  'answer-claim': answerClaim,
  'tell-result': tellResult,
  dissent,
  close,
  'consent-follow-up': consentFollowUp,
  'revoke-follow-up': revokeFollowUp,
  'record-follow-up': recordFollowUp,
  'follow-case': followCase,
  'case-ended': caseEnded,
  'note-erased': noteErased,
  'clock-due': clockDue,
  'recompute-clocks': recomputeClocks,
};

import { assign, handOn } from './assigning.ts';
import { close } from './closing.ts';
import type { CommandType } from './commands.ts';
import { dispatch, signFor } from './dispatch.ts';
import { confirmHandover, showEmergency } from './emergency.ts';
import { noteErased } from './erasing.ts';
import { askExtension, decideExtension, tellExtension } from './extension.ts';
import { contact, message, remind, summarise, supervise } from './handling.ts';
import { recordHistory } from './history.ts';
import { register, updateExternal } from './intake.ts';
import { clockDue, recomputeClocks } from './machine.ts';
import { joinRequest, leaveRequest, merge, tellMerged, unmerge } from './merging.ts';
import { decideObjection, object, ruleAllocation } from './objection.ts';
import { addWords, disagree, withdraw } from './person.ts';
import { notePetition } from './petitions.ts';
import { denyClosing, reopen } from './reopening.ts';
import { agreeReply, reply, sendBackReply } from './replying.ts';
import type { Rule } from './scene.ts';
import { forgetSponsorship, noteSponsorship } from './sponsorships.ts';
import { resume, suspend } from './suspension.ts';
import { answerAtOnce, redirect, triage } from './triage.ts';
import { askUpstreamExtension, askUpstreamReturn, hearUpstream, tellUpstream } from './upstream.ts';
import { verify } from './verification.ts';
import { forgetWhistle, noteWhistle } from './whistles.ts';

/** One rule a command, phase by phase. */
export const RULES: { readonly [Type in CommandType]: Rule<Type> } = {
  register,
  'update-external': updateExternal,
  'ask-upstream-return': askUpstreamReturn,
  'ask-upstream-extension': askUpstreamExtension,
  'tell-upstream': tellUpstream,
  'hear-upstream': hearUpstream,
  triage,
  'show-emergency': showEmergency,
  'confirm-handover': confirmHandover,
  'answer-at-once': answerAtOnce,
  redirect,
  merge,
  'join-request': joinRequest,
  unmerge,
  'leave-request': leaveRequest,
  'tell-merged': tellMerged,
  dispatch,
  'sign-for': signFor,
  object,
  'decide-objection': decideObjection,
  'rule-allocation': ruleAllocation,
  assign,
  'hand-on': handOn,
  contact,
  remind,
  supervise,
  suspend,
  resume,
  'ask-extension': askExtension,
  'decide-extension': decideExtension,
  'tell-extension': tellExtension,
  reply,
  'agree-reply': agreeReply,
  'send-back-reply': sendBackReply,
  verify,
  close,
  reopen,
  'deny-closing': denyClosing,
  withdraw,
  disagree,
  'note-erased': noteErased,
  'add-words': addWords,
  summarise,
  message,
  'note-whistle': noteWhistle,
  'forget-whistle': forgetWhistle,
  'note-petition': notePetition,
  'note-sponsorship': noteSponsorship,
  'forget-sponsorship': forgetSponsorship,
  'clock-due': clockDue,
  'recompute-clocks': recomputeClocks,
  'record-history': recordHistory,
};

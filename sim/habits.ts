import { closable } from '../src/core/case/closing.ts';
import type { CommandType } from '../src/core/case/commands.ts';
import type { CaseState } from '../src/core/case/index.ts';
import { isOpen, waitsFor } from '../src/core/case/state.ts';
import * as handling from './handling.ts';
import * as intake from './intake.ts';
import type { Said, Scene } from './scene.ts';

/** Every command that people give; a machine's come from the engine itself. */
export type HumanCommand = Exclude<
  CommandType,
  | 'register'
  | 'join-request'
  | 'leave-request'
  | 'tell-merged'
  | 'note-whistle'
  | 'forget-whistle'
  | 'note-erased'
  | 'deny-closing'
  | 'note-petition'
  | 'note-sponsorship'
  | 'forget-sponsorship'
  | 'clock-due'
  | 'recompute-clocks'
  | 'record-history'
>;

type Teller = (scene: Scene, others: readonly string[]) => Said;

export const TELLERS: Readonly<Record<HumanCommand, Teller>> = {
  triage: intake.triage,
  'show-emergency': intake.showEmergency,
  'confirm-handover': intake.confirmHandover,
  'answer-at-once': intake.answerAtOnce,
  redirect: intake.redirect,
  merge: intake.merge,
  unmerge: intake.unmerge,
  dispatch: intake.dispatch,
  'update-external': intake.updateExternal,
  'ask-upstream-return': intake.askUpstreamReturn,
  'ask-upstream-extension': intake.askUpstreamExtension,
  'tell-upstream': intake.tellUpstream,
  'hear-upstream': intake.hearUpstream,
  'sign-for': handling.signFor,
  object: handling.object,
  'decide-objection': handling.decideObjection,
  'rule-allocation': handling.ruleAllocation,
  assign: handling.assign,
  'hand-on': handling.handOn,
  contact: handling.contact,
  suspend: handling.suspend,
  resume: handling.resume,
  'ask-extension': handling.askExtension,
  'decide-extension': handling.decideExtension,
  'tell-extension': handling.tellExtension,
  remind: handling.remind,
  supervise: handling.supervise,
  reply: handling.reply,
  'agree-reply': handling.agreeReply,
  'send-back-reply': handling.sendBackReply,
  verify: handling.verify,
  close: handling.close,
  reopen: handling.reopen,
  withdraw: handling.withdraw,
  disagree: handling.disagree,
  'add-words': handling.addWords,
  summarise: handling.summarise,
  message: handling.message,
};

type Weights = Readonly<Partial<Record<HumanCommand, number>>>;

/** What may happen to any open case, whatever is owed. */
const ALWAYS: Weights = {
  remind: 0.3,
  supervise: 0.3,
  'add-words': 0.4,
  contact: 0.3,
  message: 0.2,
  summarise: 0.1,
  withdraw: 0.15,
  disagree: 0.1,
  'update-external': 0.2,
  'ask-upstream-return': 0.05,
  'ask-upstream-extension': 0.1,
  'tell-upstream': 0.1,
  'show-emergency': 0.3,
};

/** How often each act comes next. */
export function habits(state: CaseState): Weights {
  const handed = state.status !== 'none' && state.intake === 'upstream';
  return handed && isOpen(state) ? { 'hear-upstream': 1, ...usual(state) } : usual(state);
}

function usual(state: CaseState): Weights {
  const handover =
    state.status !== 'none' && state.emergency !== null && !state.emergency.confirmed;
  const emergency: Weights = handover ? { 'confirm-handover': 4 } : {};
  switch (state.status) {
    case 'none':
      return {};
    case 'received':
      return {
        ...ALWAYS,
        ...emergency,
        triage: 8,
        'answer-at-once': state.kind === 'consult' ? 3 : 0.15,
        redirect: 0.5,
        merge: 1.1,
      };
    case 'triaged':
      return {
        ...ALWAYS,
        ...emergency,
        ...(state.ruler === null ? { dispatch: 8 } : { 'rule-allocation': 6, dispatch: 3 }),
        triage: 0.5,
        'answer-at-once': state.kind === 'consult' ? 1 : 0.1,
        redirect: 0.3,
        merge: 1,
      };
    case 'assigned':
      return { ...ALWAYS, ...emergency, 'sign-for': 5, object: 4, merge: 0.5, assign: 0.5 };
    case 'objected':
      return { ...ALWAYS, ...emergency, 'decide-objection': 5, 'rule-allocation': 1 };
    case 'handling':
      return handlingHabits(state, emergency);
    case 'replied':
      if (state.verification.callback === 'upstream')
        return { ...ALWAYS, 'hear-upstream': 5, close: 3, verify: 2 };
      return closable(state).length > 0
        ? { ...ALWAYS, verify: 1, close: 6 }
        : { ...ALWAYS, verify: 6, close: 0.5 };
    case 'merged':
      return { unmerge: 1, 'add-words': 0.5, disagree: 0.3 };
    default:
      return { reopen: 0.8, disagree: 0.3, 'add-words': 0.3 };
  }
}

function handlingHabits(
  state: Extract<CaseState, { status: 'handling' }>,
  emergency: Weights,
): Weights {
  const suspended = state.clocks.some(({ status }) => status === 'suspended');
  const asked = state.extension;
  return {
    ...ALWAYS,
    ...emergency,
    ...(state.draft !== null && waitsFor(state.draft) !== null
      ? { reply: 0.4, 'agree-reply': 6, 'send-back-reply': 1 }
      : { reply: 4, 'agree-reply': 0.1, 'send-back-reply': 0.1 }),
    assign: 1.5,
    'hand-on': 0.6,
    contact: 2,
    suspend: suspended ? 0.2 : 1.5,
    resume: suspended ? 4 : 0.4,
    // Given and told once, it is asked for once too often.
    'ask-extension': asked === null ? (state.extensionsTold > 0 ? 12 : 4.5) : 0.8,
    'decide-extension': asked === null ? 0.6 : asked.granted === null ? 6 : 3,
    'tell-extension': asked !== null && asked.granted !== null ? 6 : 0.1,
    merge: 0.4,
  };
}

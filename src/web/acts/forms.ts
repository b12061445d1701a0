import type { z } from 'zod';
import type { actBodies, CaseAct, CaseView } from '../../contract/cases.ts';
import type { Label } from './labels.ts';

/** How a field is asked for. The names of choices are in the catalogue under `choice`. */
export type Ask =
  | { readonly kind: 'line' }
  | { readonly kind: 'long' }
  | { readonly kind: 'yesno' }
  | { readonly kind: 'means' }
  | { readonly kind: 'solved' }
  | { readonly kind: 'reopening' }
  | { readonly kind: 'outcome' }
  | { readonly kind: 'office' }
  | { readonly kind: 'seat' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'units' }
  | { readonly kind: 'category' }
  | { readonly kind: 'urgency' }
  | {
      readonly kind: 'channel';
      readonly of: readonly ('emergency' | 'statutory' | 'out_of_scope')[];
    }
  | { readonly kind: 'clock'; readonly status: 'running' | 'suspended' }
  | { readonly kind: 'suspension' }
  | { readonly kind: 'basis' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'case' }
  | { readonly kind: 'panel' }
  | { readonly kind: 'positions' }
  | { readonly kind: 'number' }
  | { readonly kind: 'rank' }
  | { readonly kind: 'mode' }
  | { readonly kind: 'settlement' }
  | { readonly kind: 'conclusion' }
  | { readonly kind: 'party' }
  | { readonly kind: 'texts' }
  | { readonly kind: 'calls' }
  | { readonly kind: 'steps' }
  | { readonly kind: 'verdicts' }
  | { readonly kind: 'instruction' }
  | { readonly kind: 'condition' }
  | { readonly kind: 'bodies' }
  | { readonly kind: 'body' }
  | { readonly kind: 'letter' }
  | { readonly kind: 'delivery' }
  | { readonly kind: 'petition-reason' }
  | { readonly kind: 'petition-verdict' }
  | { readonly kind: 'sponsor-act' }
  | { readonly kind: 'duty' }
  | { readonly kind: 'partner' }
  | { readonly kind: 'member' }
  | { readonly kind: 'members' }
  | { readonly kind: 'power' }
  | { readonly kind: 'powers' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'told' }
  | { readonly kind: 'needs' }
  | { readonly kind: 'sitting' }
  | { readonly kind: 'commitments' }
  | { readonly kind: 'parties' }
  | { readonly kind: 'hearing-outcome' }
  | { readonly kind: 'claim-answer' }
  | { readonly kind: 'seat-name' }
  | { readonly kind: 'candidate' };

export type Values = Readonly<Record<string, unknown>>;

export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly label: Label;
  readonly ask: Ask;
  readonly optional?: true;
  /** Asked only where an earlier answer calls for it. */
  readonly when?: (values: Values) => boolean;
}

export interface Asking<Name extends string = string> {
  /** The key that opens it, shown beside its name. */
  readonly letter: string;
  /** A legal act says before it is done what it will do. */
  readonly legal: boolean;
  /** The one question that decides: each of its answers is a button of its own, at the end. */
  readonly decidedBy?: Name;
  readonly fields: readonly Field<Name>[];
}

export interface Form<Name extends string = string, Of = CaseView> extends Asking<Name> {
  /** Whether the matter has anything the act could be about; always, unless said. */
  readonly applies?: (of: Of) => boolean;
}

type Names<Act extends CaseAct> = keyof z.input<(typeof actBodies)[Act]> & string;

const runs = (of: CaseView): boolean => of.clocks.some(({ status }) => status === 'running');
const drafted = (of: CaseView): boolean => of.draft !== null && of.draft.sentBack === null;
const reached = (values: Values): boolean => values.reached === true;

/** From act to fields: the whole knowledge a form needs; there is no other form code per act. In the
 * order they are offered in. */
export const forms: { readonly [Act in CaseAct]: Form<Names<Act>> } = {
  'sign-for': { letter: 's', legal: true, fields: [] },
  'confirm-handover': {
    letter: 'h',
    legal: true,
    applies: (of) => of.emergency !== null && !of.emergency.confirmed,
    fields: [{ name: 'remains', label: 'remains', ask: { kind: 'yesno' } }],
  },
  contact: {
    letter: 'c',
    legal: false,
    fields: [
      { name: 'means', label: 'means', ask: { kind: 'means' } },
      { name: 'reached', label: 'reached', ask: { kind: 'yesno' } },
      { name: 'note', label: 'note', ask: { kind: 'long' }, optional: true },
    ],
  },
  reply: {
    letter: 'r',
    legal: true,
    fields: [
      { name: 'reply', label: 'reply', ask: { kind: 'long' } },
      { name: 'outcome', label: 'outcome', ask: { kind: 'outcome' } },
      { name: 'citation', label: 'citation', ask: { kind: 'line' }, optional: true },
    ],
  },
  'agree-reply': { letter: 'y', legal: true, applies: drafted, fields: [] },
  'send-back-reply': {
    letter: 'n',
    legal: true,
    applies: drafted,
    fields: [{ name: 'reason', label: 'sendBackReason', ask: { kind: 'long' } }],
  },
  verify: {
    letter: 'y',
    legal: true,
    fields: [
      { name: 'reached', label: 'reached', ask: { kind: 'yesno' } },
      { name: 'solved', label: 'solved', ask: { kind: 'solved' }, when: reached },
      { name: 'heard', label: 'heard', ask: { kind: 'yesno' }, optional: true, when: reached },
      { name: 'words', label: 'theirWords', ask: { kind: 'long' }, optional: true, when: reached },
    ],
  },
  close: {
    letter: 'z',
    legal: true,
    fields: [{ name: 'outcome', label: 'outcome', ask: { kind: 'outcome' } }],
  },
  triage: {
    letter: 't',
    legal: false,
    fields: [
      { name: 'category', label: 'category', ask: { kind: 'category' } },
      { name: 'title', label: 'title', ask: { kind: 'line' } },
      { name: 'urgency', label: 'urgency', ask: { kind: 'urgency' }, optional: true },
    ],
  },
  dispatch: {
    letter: 'd',
    legal: true,
    fields: [
      { name: 'lead', label: 'lead', ask: { kind: 'unit' } },
      { name: 'assisting', label: 'assisting', ask: { kind: 'units' }, optional: true },
      { name: 'overrideReason', label: 'overrideReason', ask: { kind: 'long' }, optional: true },
    ],
  },
  'decide-objection': {
    letter: 'j',
    legal: true,
    fields: [
      { name: 'upheld', label: 'upheld', ask: { kind: 'yesno' } },
      { name: 'reason', label: 'decisionReason', ask: { kind: 'long' } },
    ],
  },
  'rule-allocation': {
    letter: 'l',
    legal: true,
    fields: [
      { name: 'panel', label: 'panel', ask: { kind: 'panel' } },
      { name: 'positions', label: 'positions', ask: { kind: 'positions' } },
      { name: 'lead', label: 'lead', ask: { kind: 'unit' } },
      { name: 'assisting', label: 'assisting', ask: { kind: 'units' }, optional: true },
      { name: 'reason', label: 'rulingReason', ask: { kind: 'long' } },
    ],
  },
  'decide-extension': {
    letter: 'x',
    legal: true,
    applies: (of) => of.extension?.pending === true && of.extension.granted === null,
    fields: [
      { name: 'granted', label: 'granted', ask: { kind: 'yesno' } },
      { name: 'reason', label: 'decisionReason', ask: { kind: 'long' } },
    ],
  },
  'tell-extension': {
    letter: 'x',
    legal: true,
    applies: (of) => of.extension?.pending === true && of.extension.granted === true,
    fields: [{ name: 'means', label: 'means', ask: { kind: 'means' } }],
  },
  resume: {
    letter: 'p',
    legal: true,
    applies: (of) => of.clocks.some(({ status }) => status === 'suspended'),
    fields: [
      {
        name: 'clock',
        label: 'clockOrAll',
        ask: { kind: 'clock', status: 'suspended' },
        optional: true,
      },
    ],
  },
  object: {
    letter: 'o',
    legal: true,
    fields: [
      { name: 'basis', label: 'basis', ask: { kind: 'basis' } },
      { name: 'reason', label: 'objectionReason', ask: { kind: 'long' } },
    ],
  },
  suspend: {
    letter: 'p',
    legal: true,
    applies: runs,
    fields: [
      {
        name: 'clock',
        label: 'clockOrAll',
        ask: { kind: 'clock', status: 'running' },
        optional: true,
      },
      { name: 'reason', label: 'suspension', ask: { kind: 'suspension' } },
    ],
  },
  'ask-extension': {
    letter: 'x',
    legal: true,
    applies: runs,
    fields: [
      { name: 'clock', label: 'clock', ask: { kind: 'clock', status: 'running' } },
      { name: 'by', label: 'by', ask: { kind: 'duration' } },
      { name: 'reason', label: 'extensionReason', ask: { kind: 'long' } },
    ],
  },
  'ask-upstream-extension': {
    letter: '8',
    legal: true,
    applies: (of) => of.external.some(({ dueAt }) => dueAt !== null),
    fields: [
      { name: 'by', label: 'by', ask: { kind: 'duration' } },
      { name: 'reason', label: 'upstreamReason', ask: { kind: 'long' } },
    ],
  },
  'ask-upstream-return': {
    letter: '9',
    legal: true,
    applies: (of) => of.external.length > 0,
    fields: [{ name: 'reason', label: 'upstreamReason', ask: { kind: 'long' } }],
  },
  assign: {
    letter: 'f',
    legal: false,
    fields: [
      { name: 'office', label: 'office', ask: { kind: 'office' }, optional: true },
      { name: 'login', label: 'login', ask: { kind: 'seat' }, optional: true },
    ],
  },
  'hand-on': {
    letter: 'k',
    legal: false,
    fields: [
      { name: 'office', label: 'office', ask: { kind: 'office' } },
      { name: 'reason', label: 'handOnReason', ask: { kind: 'long' } },
    ],
  },
  remind: {
    letter: 'b',
    legal: false,
    fields: [{ name: 'text', label: 'reminder', ask: { kind: 'long' } }],
  },
  supervise: {
    letter: 'v',
    legal: false,
    fields: [{ name: 'text', label: 'reminder', ask: { kind: 'long' } }],
  },
  'answer-at-once': {
    letter: 'a',
    legal: true,
    applies: (of) => of.kind === 'consult',
    fields: [{ name: 'answer', label: 'answer', ask: { kind: 'long' } }],
  },
  redirect: {
    letter: 'n',
    legal: true,
    fields: [
      {
        name: 'channel',
        label: 'channel',
        ask: { kind: 'channel', of: ['statutory', 'out_of_scope'] },
      },
    ],
  },
  'show-emergency': {
    letter: 'e',
    legal: false,
    fields: [
      { name: 'channel', label: 'emergencyChannel', ask: { kind: 'channel', of: ['emergency'] } },
    ],
  },
  message: {
    letter: '6',
    legal: false,
    fields: [{ name: 'text', label: 'message', ask: { kind: 'long' } }],
  },
  summarise: {
    letter: '7',
    legal: false,
    applies: (of) => of.confidential,
    fields: [{ name: 'summary', label: 'summary', ask: { kind: 'long' } }],
  },
  'add-words': {
    letter: 'i',
    legal: false,
    fields: [{ name: 'words', label: 'addition', ask: { kind: 'long' } }],
  },
  disagree: {
    letter: 'q',
    legal: true,
    fields: [{ name: 'words', label: 'disagreement', ask: { kind: 'long' } }],
  },
  reopen: {
    letter: 'g',
    legal: true,
    fields: [
      { name: 'reason', label: 'reopening', ask: { kind: 'reopening' } },
      { name: 'words', label: 'theirWords', ask: { kind: 'long' }, optional: true },
    ],
  },
  merge: {
    letter: 'm',
    legal: true,
    fields: [
      { name: 'into', label: 'into', ask: { kind: 'case' } },
      { name: 'basis', label: 'mergeBasis', ask: { kind: 'long' }, optional: true },
    ],
  },
  unmerge: {
    letter: 'u',
    legal: true,
    applies: (of) => of.mergedInto !== null,
    fields: [
      { name: 'from', label: 'mergedInto', ask: { kind: 'case' } },
      { name: 'reason', label: 'unmergeReason', ask: { kind: 'long' } },
    ],
  },
  withdraw: {
    letter: 'w',
    legal: true,
    fields: [{ name: 'words', label: 'theirWords', ask: { kind: 'long' }, optional: true }],
  },
};

export const isCaseAct = (act: string): act is CaseAct => Object.hasOwn(forms, act);

/** `case.sign-for` as lists name it, `sign-for` as the door does. */
export const bareAct = (act: string): string => act.slice(act.indexOf('.') + 1);

export const asked = (form: Asking, values: Values): readonly Field[] =>
  form.fields.filter((field) => field.when?.(values) ?? true);

const blank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** What is still missing, by field; the server checks everything again. */
export const missing = (form: Asking, values: Values): readonly Field[] =>
  asked(form, values).filter(
    (field) => !field.optional && field.ask.kind !== 'positions' && blank(values[field.name]),
  );

/** The body of the act: what was asked and answered, blanks left to the contract's defaults. */
export const bodyOf = (form: Asking, values: Values): Values =>
  Object.fromEntries(
    asked(form, values)
      .map((field) => [field.name, values[field.name]] as const)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => !blank(value) || Array.isArray(value)),
  );

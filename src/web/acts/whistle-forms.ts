import type { z } from 'zod';
import type { WhistleAct, WhistleView, whistleBodies } from '../../contract/whistles.ts';
import type { Form, Values } from './forms.ts';

type Body<Act extends WhistleAct> = keyof z.input<(typeof whistleBodies)[Act]> & string;

/** What an act is done to is named by where it is opened from, never asked. */
export type Named = 'callOut' | 'step';
type Names<Act extends WhistleAct> = Exclude<Body<Act>, Named>;
type WhistleForm<Act extends WhistleAct> = Form<Names<Act>, WhistleView>;

const at =
  (...statuses: readonly WhistleView['status'][]) =>
  ({ status }: WhistleView): boolean =>
    statuses.includes(status);
const issued = at('issued');

/** The second table: a whistle's acts, in the order they are offered in. */
export const whistleForms: { readonly [Act in WhistleAct]: WhistleForm<Act> } = {
  sign: { letter: 's', legal: true, fields: [] },
  'report-in': {
    letter: 'r',
    legal: true,
    decidedBy: 'rank',
    fields: [
      { name: 'rank', label: 'rank', ask: { kind: 'rank' } },
      { name: 'headCount', label: 'headCount', ask: { kind: 'number' } },
      { name: 'mode', label: 'mode', ask: { kind: 'mode' } },
    ],
  },
  object: {
    letter: 'o',
    legal: true,
    // Two taps, as few as signing takes: to open it is the first, and says that it is raised once.
    decidedBy: 'basis',
    fields: [
      { name: 'reason', label: 'callOutReason', ask: { kind: 'long' } },
      { name: 'basis', label: 'basis', ask: { kind: 'basis' } },
    ],
  },
  settle: {
    letter: 'y',
    legal: true,
    decidedBy: 'result',
    fields: [
      { name: 'text', label: 'settled', ask: { kind: 'long' } },
      { name: 'result', label: 'settlement', ask: { kind: 'settlement' } },
    ],
  },
  'decide-objection': {
    letter: 'j',
    legal: true,
    decidedBy: 'upheld',
    fields: [
      { name: 'reason', label: 'decisionReason', ask: { kind: 'long' } },
      { name: 'upheld', label: 'upheld', ask: { kind: 'yesno' } },
    ],
  },
  screen: {
    letter: 'e',
    legal: true,
    applies: at('proposed'),
    decidedBy: 'issue',
    fields: [
      { name: 'reason', label: 'screenReason', ask: { kind: 'long' }, when: declined },
      { name: 'issue', label: 'issue', ask: { kind: 'yesno' } },
    ],
  },
  file: {
    letter: 'f',
    legal: true,
    applies: (of) => issued(of) && of.tried.length === 0,
    fields: [{ name: 'tried', label: 'tried', ask: { kind: 'texts' } }],
  },
  'finish-step': {
    letter: 'd',
    legal: false,
    fields: [{ name: 'note', label: 'stepNote', ask: { kind: 'long' } }],
  },
  plan: {
    letter: 'p',
    legal: true,
    applies: issued,
    fields: [{ name: 'steps', label: 'steps', ask: { kind: 'steps' } }],
  },
  supervise: {
    letter: 'v',
    legal: true,
    applies: issued,
    fields: [
      { name: 'unit', label: 'supervised', ask: { kind: 'party' } },
      { name: 'text', label: 'supervision', ask: { kind: 'long' } },
      { name: 'instruction', label: 'instruction', ask: { kind: 'instruction' }, optional: true },
    ],
  },
  conclude: {
    letter: 'z',
    legal: true,
    applies: issued,
    decidedBy: 'result',
    fields: [
      { name: 'reason', label: 'concludeReason', ask: { kind: 'long' } },
      { name: 'result', label: 'conclusion', ask: { kind: 'conclusion' } },
    ],
  },
  rate: {
    letter: 'a',
    legal: true,
    applies: at('concluded'),
    fields: [
      { name: 'items', label: 'verdicts', ask: { kind: 'verdicts' } },
      { name: 'text', label: 'ratingText', ask: { kind: 'long' }, optional: true },
    ],
  },
  call: {
    letter: 'k',
    legal: true,
    applies: issued,
    fields: [
      { name: 'units', label: 'calls', ask: { kind: 'calls' } },
      { name: 'override', label: 'overCapacity', ask: { kind: 'long' }, optional: true },
      { name: 'again', label: 'calledAgain', ask: { kind: 'long' }, optional: true },
    ],
  },
  'stand-down': {
    letter: 'x',
    legal: true,
    fields: [{ name: 'reason', label: 'standDownReason', ask: { kind: 'long' } }],
  },
  'drop-step': {
    letter: 'n',
    legal: false,
    fields: [{ name: 'reason', label: 'dropReason', ask: { kind: 'long' } }],
  },
  'take-back': {
    letter: 't',
    legal: true,
    applies: at('proposed'),
    fields: [{ name: 'reason', label: 'takeBackReason', ask: { kind: 'long' } }],
  },
};

/** Only what is not sent out needs a reason. */
function declined({ issue }: Values): boolean {
  return issue !== true;
}

export const isWhistleAct = (act: string): act is WhistleAct => Object.hasOwn(whistleForms, act);

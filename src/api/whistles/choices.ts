import type { ActChoice } from '../../contract/cases.ts';
import { whistleActWords } from '../../contract/whistle-words.ts';
import type { WhistleAct } from '../../contract/whistles.ts';
import type { Named } from '../../core/whistle/access.ts';
import { whyNot } from '../../core/whistle/decide.ts';
import { whistleProcess } from '../../core/whistle/index.ts';
import type { CallOut, Step } from '../../core/whistle/state.ts';
import { choiceOf, factsFor, owedTo } from '../choice.ts';
import type { Reader } from '../parts.ts';
import type { WhistleReading } from './reading.ts';

/** Acts on the whole, on one call-out, on one step. */
const WHOLE: readonly WhistleAct[] = [
  'screen',
  'take-back',
  'file',
  'call',
  'plan',
  'supervise',
  'conclude',
  'rate',
];

/** Acts that still make sense for a call-out in each status; others are not offered at all. */
const ON_CALL_OUT: Readonly<Record<CallOut['status'], readonly WhistleAct[]>> = {
  notified: ['sign', 'report-in', 'object', 'stand-down'],
  signed: ['report-in', 'object', 'stand-down'],
  objected: ['decide-objection', 'stand-down'],
  missed: ['report-in', 'stand-down'],
  reported: ['settle'],
  released: [],
};

export const actsOnWhole = (reader: Reader, reading: WhistleReading): ActChoice[] =>
  choices(reader, reading, WHOLE, {});

export const actsOnCallOut = (
  reader: Reader,
  reading: WhistleReading,
  { n, status, settlement, bound }: CallOut,
): ActChoice[] => {
  const acts = ON_CALL_OUT[status].filter(
    (act) => !(act === 'object' && bound) && !(act === 'settle' && settlement !== null),
  );
  return choices(reader, reading, acts, { callOut: n });
};

export const actsOnStep = (
  reader: Reader,
  reading: WhistleReading,
  { n, status }: Step,
): ActChoice[] =>
  status === 'open' ? choices(reader, reading, ['finish-step', 'drop-step'], { step: n }) : [];

function choices(
  reader: Reader,
  reading: WhistleReading,
  acts: readonly WhistleAct[],
  data: Named['data'],
): ActChoice[] {
  const { state, row } = reading;
  const facts = factsFor(reader, reading, row.stream);
  const owed = owedTo(reader, reading, whistleProcess.project(state, row.stream).acts);
  return acts.map((act) => {
    const choice = { act, name: whistleActWords[act], owed: owed.includes(`whistle.${act}`) };
    return choiceOf(choice, whyNot({ type: act, data }, state, facts), reading);
  });
}

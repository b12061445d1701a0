import { type ActChoice, actBodies, type CaseAct } from '../../contract/cases.ts';
import { actWords } from '../../contract/words.ts';
import { whyNot } from '../../core/case/choices.ts';
import { caseProcess } from '../../core/case/index.ts';
import type { Facts } from '../../core/process.ts';
import { choiceOf, factsFor, owedTo } from '../choice.ts';
import type { Reader } from '../parts.ts';
import type { Reading } from './reading.ts';

const ACTS = Object.keys(actBodies) as readonly CaseAct[];

/**
 * Every act of a case, whether the reader could try it now, and why not. Likely ones are those
 * somebody in a post of the reader's still owes.
 */
export function choicesOf(reader: Reader, reading: Reading): ActChoice[] {
  const { state, row } = reading;
  const facts = factsFor(reader, reading, row.stream);
  const owed = owedTo(reader, reading, caseProcess.project(state, row.stream).acts);
  // Intake staff may say some things for the person; whoever else says so is refused all the same.
  const helping: Facts = { ...facts, onBehalfOf: { kind: 'person', relation: 'caller' } };
  return ACTS.map((act) => {
    const own = whyNot(act, state, facts);
    const refusal = own !== null && whyNot(act, state, helping) === null ? null : own;
    const choice = { act, name: actWords[act], owed: owed.includes(`case.${act}`) };
    return choiceOf(choice, refusal, reading);
  });
}

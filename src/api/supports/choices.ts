import type { ActChoice } from '../../contract/cases.ts';
import { supportActWords } from '../../contract/support-words.ts';
import { type SupportAct, supportBodies } from '../../contract/supports.ts';
import type { Facts } from '../../core/process.ts';
import { whyNot } from '../../core/support/decide.ts';
import { supportProcess } from '../../core/support/index.ts';
import { RULES } from '../../core/support/rules.ts';
import { choiceOf, factsFor, owedTo } from '../choice.ts';
import type { Reader } from '../parts.ts';
import type { SupportReading } from './reading.ts';

/** The acts that still make sense, whether the reader could try each now, and why not. */
export function choicesOf(reader: Reader, reading: SupportReading): ActChoice[] {
  const { state, row } = reading;
  const facts = factsFor(reader, reading, row.stream);
  const owed = owedTo(reader, reading, supportProcess.project(state, row.stream).acts);
  // Intake staff may say some things for the person.
  const helping: Facts = { ...facts, onBehalfOf: { kind: 'person', relation: 'caller' } };
  const acts = (Object.keys(supportBodies) as SupportAct[]).filter((act) =>
    (RULES[act].from as readonly string[]).includes(state.status),
  );
  return acts.map((type) => {
    const own = whyNot({ type, data: {} }, state, facts);
    const refusal =
      own !== null && whyNot({ type, data: {} }, state, helping) === null ? null : own;
    const choice = {
      act: type,
      name: supportActWords[type],
      owed: owed.includes(`support.${type}`),
    };
    return choiceOf(choice, refusal, reading);
  });
}

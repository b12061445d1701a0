import { type ActChoice, actBodies, type CaseAct } from '../../contract/cases.ts';
import { actWords } from '../../contract/words.ts';
import { samePost } from '../../core/authority/posts.ts';
import { whyNot } from '../../core/case/choices.ts';
import { caseProcess } from '../../core/case/index.ts';
import type { Facts, Refusal } from '../../core/process.ts';
import type { Text } from '../../core/text.ts';
import { owedBy } from '../acts/routes.ts';
import type { Reader } from '../parts.ts';
import { refusalWords } from '../refusal.ts';
import type { Reading } from './reading.ts';

const ACTS = Object.keys(actBodies) as readonly CaseAct[];

/**
 * Every act of a case, whether the reader could try it now, and why not. Likely ones are those
 * somebody in a post of the reader's still owes.
 */
export function choicesOf(reader: Reader, reading: Reading): ActChoice[] {
  const { state, row, institution, now } = reading;
  const posts = owedBy(reader, reading);
  const facts: Facts = {
    now,
    occurredAt: now,
    stream: row.stream,
    actor: { kind: 'staff', account: reader.account, post: reader.post },
    institution,
    others: new Map(),
  };
  const owed = caseProcess
    .project(state, row.stream)
    .acts.filter((act) => posts.some((post) => samePost(post, act)))
    .map(({ act }) => act);
  // Intake staff may say some things for the person; whoever else says so is refused all the same.
  const helping: Facts = { ...facts, onBehalfOf: { kind: 'person', relation: 'caller' } };
  return ACTS.map((act) => {
    const own = whyNot(act, state, facts);
    const refusal = own !== null && whyNot(act, state, helping) === null ? null : own;
    return {
      act,
      name: actWords[act],
      allowed: refusal === null,
      why: refusal === null ? null : sentence(refusal, reading),
      likely: refusal === null && owed.includes(`case.${act}`),
    };
  });
}

/** What stands in the way, in both languages: the page may be switched without asking again. */
const sentence = (refusal: Refusal, { names }: Reading): Text => ({
  zh: refusalWords(refusal, names, 'zh').what,
  en: refusalWords(refusal, names, 'en').what,
});

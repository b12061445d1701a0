import type { DeskKeyState } from '../desk-key/state.ts';
import type { Refusal, StreamId } from '../process.ts';
import { refuse } from './refusals.ts';
import { LOOK, rule, type Telling } from './scene.ts';

/** The first telling. It is the desk's from this instant on, and somebody is held to look at it. */
export const receive = rule('receive', {
  from: ['none'],
  decide({ words, keys }, tell) {
    const no = encryptedTo(keys, tell, tell.law.desk.unit);
    if (no !== null) return no;
    const { law, desk } = tell.law;
    const rulebook = { id: law.id, version: law.version };
    const { day } = tell;
    return tell
      .say('ReportReceived', { unit: desk.unit, words, keys, rulebook }, day)
      .start(LOOK, day);
  },
});

/** What the reporter adds while the desk still has it; afterwards it would reach nobody. */
export const addWords = rule('add-words', {
  from: ['received', 'looked-at'],
  decide({ words, keys }, tell) {
    const no = encryptedTo(keys, tell, tell.state.unit);
    return no ?? tell.say('ReportAddedTo', { words, keys }, tell.day);
  },
});

/** Every key is one in force of that desk, agreed to by two people, as the write will find it. */
function encryptedTo(
  keys: readonly StreamId[],
  { facts }: Telling,
  unit: string,
): { readonly refusal: Refusal } | null {
  if (keys.length === 0) return refuse('report.no-key');
  const bad = keys.find((key) => {
    const state = facts.others.get(key) as DeskKeyState | undefined;
    return state?.status !== 'in-force' || state.unit !== unit;
  });
  return bad === undefined ? null : refuse('report.key-not-in-force');
}

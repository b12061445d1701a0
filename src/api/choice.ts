import type { ActChoice } from '../contract/cases.ts';
import { liesBefore } from '../core/authority/posts.ts';
import type { ActRow, Facts, Refusal, StreamId } from '../core/process.ts';
import type { Text } from '../core/text.ts';
import { owedBy } from './acts/routes.ts';
import type { Setting } from './cases/reading.ts';
import type { Reader } from './parts.ts';
import { refusalWords } from './refusal.ts';

/** What a process would be asked with, were the reader to act on the stream now. */
export const factsFor = (
  reader: Reader,
  { institution, now }: Setting,
  stream: StreamId,
): Facts => ({
  now,
  occurredAt: now,
  stream,
  actor: { kind: 'staff', account: reader.account, post: reader.post },
  institution,
  others: new Map(),
  lot: 0,
});

/** The acts among those owed that are the reader's to do. */
export function owedTo(
  reader: Reader,
  setting: Setting,
  acts: readonly ActRow[],
): readonly string[] {
  const posts = owedBy(reader, setting);
  return acts.filter((act) => posts.some((post) => liesBefore(act, post))).map(({ act }) => act);
}

/** Whether the act could be tried now, and why not; a likely one is owed by the reader. */
export const choiceOf = (
  { act, name, owed }: { readonly act: string; readonly name: Text; readonly owed: boolean },
  refusal: Refusal | null,
  setting: Setting,
): ActChoice => ({
  act,
  name,
  allowed: refusal === null,
  why: refusal === null ? null : sentence(refusal, setting),
  likely: refusal === null && owed,
});

/** What stands in the way, in both languages: the page may be switched without asking again. */
const sentence = (refusal: Refusal, { names }: Setting): Text => ({
  zh: refusalWords(refusal, names, 'zh').what,
  en: refusalWords(refusal, names, 'en').what,
});

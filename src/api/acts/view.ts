import { callbackActWords } from '../../contract/callback-words.ts';
import type { ActView } from '../../contract/cases.ts';
import { petitionActWords } from '../../contract/petition-words.ts';
import { retentionActWords } from '../../contract/retention-words.ts';
import { sponsorshipActWords } from '../../contract/sponsorship-words.ts';
import { supportActWords } from '../../contract/support-words.ts';
import { whistleActWords } from '../../contract/whistle-words.ts';
import { actWords, confirmationActWords, secrecyActWords } from '../../contract/words.ts';
import { postsOf } from '../../core/authority/posts.ts';
import { leftWords } from '../../core/clock/tone.ts';
import type { Post } from '../../core/process.ts';
import type { Text } from '../../core/text.ts';
import { clockTone } from '../../core/time/index.ts';
import type { Act } from '../../engine/ports.ts';
import type { Setting } from '../cases/reading.ts';
import type { Reader } from '../parts.ts';
import { iso, isoOrNull } from '../route.ts';

/** The words of each process's acts. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  callback: callbackActWords,
  case: actWords,
  confirmation: confirmationActWords,
  retention: retentionActWords,
  secrecy: secrecyActWords,
  whistle: whistleActWords,
  petition: petitionActWords,
  support: supportActWords,
  sponsorship: sponsorshipActWords,
};

const bare = ({ process, act }: Pick<Act, 'process' | 'act'>): string =>
  act.replace(`${process}.`, '');

/** What a rung of instruction waits for is no common supervision: a leader has to write. */
const INSTRUCT: Text = { zh: '督办（批示）', en: 'Supervise in writing' };

export function actNamed(act: Pick<Act, 'process' | 'act'> & Partial<Pick<Act, 'clock'>>): Text {
  const name = bare(act);
  if (name === 'supervise' && act.clock?.startsWith('instruct-')) return INSTRUCT;
  return WORDS[act.process]?.[name] ?? { zh: name, en: name };
}

export function actView(act: Act, reader: Reader, setting: Setting): ActView {
  const { names, law, now } = setting;
  const { dueAt, startedAt, office, account } = act;
  return {
    case: act.about ?? act.stream,
    stream: act.stream,
    process: act.process,
    version: act.version,
    act: bare(act),
    actName: actNamed(act),
    unit: act.unit,
    unitName: names.unit(act.unit),
    title: act.title,
    categoryName: act.category === null ? null : names.category(act.category),
    placeName: names.unit(act.place),
    startedAt: iso(startedAt),
    dueAt: isoOrNull(dueAt),
    left: dueAt === null ? null : leftWords(now, dueAt, law.calendar),
    tone: dueAt === null ? null : clockTone(now, startedAt, dueAt),
    upstream: act.clock?.startsWith('upstream-') ?? false,
    first: act.first,
    officeName: office === null ? null : names.office(office),
    hand: account === null ? null : account === reader.account ? 'mine' : 'taken',
    standsInFor: standsInFor(act, reader, setting),
  };
}

/** For which absent post the act would be done; null where it is the reader's own to do. */
function standsInFor(
  { unit, role }: Act,
  { post }: Reader,
  { institution, names, now }: Setting,
): Text | null {
  const [own, ...lent] = postsOf(institution, post, now);
  if (own === undefined || covers(own, unit, role)) return null;
  const absent = lent.find((one) => covers(one, unit, role));
  return absent === undefined ? null : names.post(absent);
}

const covers = (post: Post, unit: string, role: string): boolean =>
  rolesOf(post).some((one) => one.unit === unit && one.role === role);

/** A head answers for the whole unit, an office's head for the office. */
export function rolesOf(own: Post): readonly Post[] {
  const as = (role: Post['role']): Post => ({ ...own, role });
  if (own.role === 'unit_head') return [own, as('unit_handler'), as('office_head')];
  return own.role === 'office_head' ? [own, as('unit_handler')] : [own];
}

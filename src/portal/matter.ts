import type { Lang } from '../contract/common.ts';
import { outcomeWords, statusWords } from '../contract/words.ts';
import { calendarOf } from '../core/authority/institution.ts';
import { unitIn } from '../core/authority/units.ts';
import { whyNot } from '../core/case/choices.ts';
import type { CommandType } from '../core/case/commands.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { caseProcess } from '../core/case/index.ts';
import type { CaseState, Known } from '../core/case/state.ts';
import { whyDue } from '../core/clock/why.ts';
import type { Facts, Instant, Recorded, Sealed, StreamId } from '../core/process.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { clockTone, timeLeft } from '../core/time/left.ts';
import { momentWords } from '../core/time/words.ts';
import { zoneOf } from '../core/time/zone.ts';
import { openTexts } from '../engine/open.ts';
import { type AnyProcess, readEvent } from '../engine/upcast.ts';
import type { MatterView } from './follow.ts';
import type { PortalParts } from './parts.ts';
import { lawNow } from './place.ts';
import { promised, tellEvent } from './tell.ts';
import { sayer } from './words.ts';

/** One case, read for the person who holds its receipt. */
export interface Matter {
  readonly stream: StreamId;
  readonly now: Instant;
  readonly version: number;
  readonly rulebook: Rulebook;
  readonly events: readonly Recorded<CaseEvent>[];
  readonly state: Known;
  readonly may: (command: CommandType) => boolean;
  /** An instant in words, in the district's zone. */
  readonly moment: (at: Instant, lang: Lang) => string;
  readonly view: (lang: Lang) => Promise<MatterView>;
}

const process = caseProcess as unknown as AnyProcess;

export const readMatter = async (parts: PortalParts, stream: StreamId): Promise<Matter | null> => {
  const [{ institution, now }, rows] = await Promise.all([
    parts.present(parts.tenant),
    parts.store.events(parts.tenant, stream),
  ]);
  const events = rows.map((row) => readEvent(process, row) as Recorded<CaseEvent>);
  const state = events.reduce<CaseState>(caseProcess.evolve, caseProcess.initial);
  if (state.status === 'none') return null;
  const actor = { kind: 'person', case: stream } as const;
  const facts: Facts = { now, occurredAt: now, stream, actor, institution, others: new Map() };
  const rulebook = lawNow(institution, now);
  const may = (command: CommandType): boolean => whyNot(command, state, facts) === null;
  const calendar = calendarOf(institution, rulebook);
  const moment = (at: Instant, lang: Lang): string => momentWords(at, zoneOf(calendar.zone), lang);
  const matter = { stream, now, version: rows.length, rulebook, events, state, may, moment };
  const next = (lang: Lang): MatterView['next'] => {
    const promise = promised(state, rulebook);
    if (promise === null) return null;
    const { clock, sentence } = promise;
    const suspended = clock.status === 'suspended';
    return {
      sentence: suspended
        ? sentence[lang]
        : byWhen(moment(clock.dueAt, lang), sentence[lang], lang),
      left: suspended ? sayer(lang)('standsStill') : timeLeft(now, clock.dueAt, calendar, lang),
      tone: suspended ? 'suspended' : clockTone(now, clock.startedAt, clock.dueAt),
      why: `${whyDue(clock, calendar)[lang]}${lang === 'zh' ? '。依据：' : '. Rule: '}${clock.citation.text[lang]}`,
    };
  };
  return { ...matter, view: (lang) => present(parts, matter, lang, next(lang)) };
};

const byWhen = (when: string, sentence: string, lang: Lang): string =>
  lang === 'zh' ? `${when}前，${sentence}` : `By ${when}: ${sentence}`;

const present = async (
  parts: PortalParts,
  { stream, version, rulebook, events, state, may, moment }: Omit<Matter, 'view'>,
  lang: Lang,
  next: MatterView['next'],
): Promise<MatterView> => {
  const added = events.filter((e) => e.type === 'WordsAdded');
  const told = events.filter((e) => e.type === 'MergedPersonTold');
  const replies = events.filter((e) => e.type === 'Replied');
  const sealed: Sealed[] = [
    state.words,
    ...added.map((e) => e.data.words),
    ...told.map((e) => e.data.reply),
    ...replies.flatMap((e) => (e.data.reply ? [e.data.reply] : [])),
  ];
  // Their own words, opened for themselves: no look is recorded.
  const texts = await openTexts(parts, parts.tenant, stream, sealed, []);
  const text = (s: Sealed | null): string | null => (s ? (texts.get(s.ref) ?? null) : null);
  const holder = unitIn(rulebook, state.holder);
  const because = 'order' in state && state.order ? state.order.because : state.triage?.because;
  return {
    version,
    next,
    standing:
      'outcome' in state
        ? `${statusWords[state.status][lang]} · ${outcomeWords[state.outcome][lang]}`
        : statusWords[state.status][lang],
    holder: {
      name: holder?.name[lang] ?? state.holder,
      telephone: holder?.telephone ?? null,
      why: because ? because.sentence[lang] : null,
    },
    words: text(state.words),
    added: added.map((e) => ({ at: moment(e.occurredAt, lang), words: text(e.data.words) ?? '' })),
    replies: [
      ...replies.map((e) => ({
        at: moment(e.occurredAt, lang),
        from: unitIn(rulebook, e.data.unit)?.name[lang] ?? e.data.unit,
        text: text(e.data.reply),
        outcome: outcomeWords[e.data.outcome][lang],
      })),
      ...told.map((e) => ({
        at: moment(e.occurredAt, lang),
        from: sayer(lang)('sameMatter'),
        text: text(e.data.reply),
        outcome: '',
      })),
    ],
    line: events.flatMap((e) => lineOf(e, rulebook, lang, moment)).toReversed(),
    may: {
      verify: may('verify'),
      add: may('add-words'),
      disagree: may('disagree'),
      withdraw: may('withdraw'),
      reopen: may('reopen'),
    },
  };
};

const lineOf = (
  event: Recorded<CaseEvent>,
  rulebook: Rulebook,
  lang: Lang,
  moment: Matter['moment'],
): MatterView['line'] => {
  const sentence = tellEvent(event, rulebook);
  if (sentence === null) return [];
  // A breach is always found after its instant; that is no late entry.
  const late = event.type !== 'ClockBreached' && event.recordedAt > event.occurredAt;
  const mark = late ? `${moment(event.recordedAt, lang)} ${sayer(lang)('lateEntry')}` : null;
  return [{ at: moment(event.occurredAt, lang), sentence: sentence[lang], late: mark }];
};

import type { Lang, Text } from '../contract/common.ts';
import { outcomeWords, relationWords, roleWords, statusWords } from '../contract/words.ts';
import { calendarOf } from '../core/authority/institution.ts';
import { unitIn } from '../core/authority/units.ts';
import { whyNot } from '../core/case/choices.ts';
import type { CommandType } from '../core/case/commands.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { caseProcess } from '../core/case/index.ts';
import { isOffice, spokenIn } from '../core/case/spoken.ts';
import type { CaseState, Known } from '../core/case/state.ts';
import type { Outcome } from '../core/case/words.ts';
import { toneOf } from '../core/clock/tone.ts';
import { whyDue } from '../core/clock/why.ts';
import type { Facts, Instant, OnBehalfOf, Recorded, Sealed, StreamId } from '../core/process.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { timeLeft } from '../core/time/left.ts';
import { momentWords } from '../core/time/words.ts';
import { zoneOf } from '../core/time/zone.ts';
import { openTexts } from '../engine/open.ts';
import { type AnyProcess, readEvent } from '../engine/upcast.ts';
import { type Asked, askedOf } from './callbacks.ts';
import { calledTo } from './called.ts';
import type { MatterView } from './follow.ts';
import type { PortalParts } from './parts.ts';
import { lawNow } from './place.ts';
import { supportsOf } from './supported.ts';
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
  /** The person, here and now: what an act of theirs would be judged by. */
  readonly facts: Facts;
  readonly may: (command: CommandType) => boolean;
  /** An instant in words, in the district's zone. */
  readonly moment: (at: Instant, lang: Lang) => string;
  /** The same where something ends at it: midnight is 24:00 of the day before. */
  readonly ending: (at: Instant, lang: Lang) => string;
  /** What they are asked since it was closed. */
  readonly asked: () => Promise<Asked>;
  readonly view: (lang: Lang) => Promise<MatterView>;
}

const process = caseProcess as unknown as AnyProcess;

export const readMatter = async (parts: PortalParts, stream: StreamId): Promise<Matter | null> => {
  const [{ institution, now }, rows] = await Promise.all([
    parts.present(parts.tenant),
    parts.store.events(parts.tenant, stream),
  ]);
  if (rows[0]?.process !== process.name) return null;
  const events = rows.map((row) => readEvent(process, row) as Recorded<CaseEvent>);
  const state = events.reduce<CaseState>(caseProcess.evolve, caseProcess.initial);
  if (state.status === 'none') return null;
  const actor = { kind: 'person', case: stream } as const;
  const facts: Facts = {
    now,
    occurredAt: now,
    stream,
    actor,
    institution,
    others: new Map(),
    lot: 0,
  };
  const rulebook = lawNow(institution, now);
  const may = (command: CommandType): boolean => whyNot(command, state, facts) === null;
  const calendar = calendarOf(institution, rulebook);
  const zone = zoneOf(calendar.zone);
  const moment = (at: Instant, lang: Lang): string => momentWords(at, zone, lang);
  const ending = (at: Instant, lang: Lang): string => momentWords(at, zone, lang, { ending: true });
  const matter = {
    stream,
    now,
    version: rows.length,
    rulebook,
    events,
    state,
    facts,
    may,
    moment,
    ending,
    asked: () => askedOf(parts, stream, state.closings, facts),
  };
  const next = (lang: Lang): MatterView['next'] => {
    const promise = promised(state, rulebook);
    if (promise === null) return null;
    const { clock, sentence } = promise;
    const suspended = clock.status === 'suspended';
    return {
      sentence: suspended
        ? sentence[lang]
        : byWhen(ending(clock.dueAt, lang), sentence[lang], lang),
      left: suspended ? sayer(lang)('standsStill') : timeLeft(now, clock.dueAt, calendar, lang),
      provisional: clock.provisional ? sayer(lang)('provisional') : null,
      tone: toneOf(clock, now),
      why: `${whyDue(clock, calendar)[lang]}${lang === 'zh' ? '。依据：' : '. Rule: '}${clock.citation.text[lang]}`,
    };
  };
  return { ...matter, view: (lang) => present(parts, matter, lang, next(lang)) };
};

const byWhen = (when: string, sentence: string, lang: Lang): string =>
  lang === 'zh' ? `${when}前，${sentence}` : `By ${when}: ${sentence}`;

const present = async (
  parts: PortalParts,
  { stream, version, rulebook, events, state, may, moment, ending, asked }: Omit<Matter, 'view'>,
  lang: Lang,
  next: MatterView['next'],
): Promise<MatterView> => {
  const own = events.flatMap((e) => (isOffice(e) ? [] : (spokenIn(e) ?? [])));
  const answers = events.flatMap((e) => answerIn(e, rulebook, lang));
  const sealed = [state.words, ...own, ...answers.flatMap(({ said }) => said ?? [])];
  // Their own words, opened for themselves: no look is recorded.
  const texts = await openTexts(parts, parts.tenant, stream, sealed, []);
  const text = (s: Sealed | null): string | null => (s ? (texts.get(s.ref) ?? null) : null);
  const both = (say: (one: Lang) => string): Text => ({ zh: say('zh'), en: say('en') });
  const called = await calledTo(parts, state, {
    moment: (at) => both((one) => moment(at, one)),
    ending: (at) => both((one) => ending(at, one)),
    unit: (id) => unitIn(rulebook, id)?.name ?? { zh: id, en: id },
  });
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
    called: called.map((sentence) => sentence[lang]),
    words: text(state.words),
    added: events.flatMap((e) => {
      const words = isOffice(e) ? null : text(spokenIn(e));
      return words === null ? [] : [{ at: moment(e.occurredAt, lang), words }];
    }),
    replies: answers.map(({ heading, at, from, said, outcome }) => ({
      heading: sayer(lang)(heading),
      at: moment(at, lang),
      from,
      text: text(said),
      outcome: outcome === null ? '' : outcomeWords[outcome][lang],
    })),
    line: events.flatMap((e) => lineOf(e, rulebook, lang, moment)).toReversed(),
    supports: (await supportsOf(parts, stream)).length > 0,
    asked: await asked(),
    moment: (at) => moment(at, lang),
    mayVerify: may('verify'),
  };
};

interface Said {
  readonly heading: 'reply' | 'message' | 'summary';
  readonly at: Instant;
  readonly from: string;
  readonly said: Sealed | null;
  readonly outcome: Outcome | null;
}

/** What the office told the person of the matter itself, by whom and with what outcome. */
function answerIn(event: Recorded<CaseEvent>, rulebook: Rulebook, lang: Lang): readonly Said[] {
  const at = event.occurredAt;
  const name = (unit: string) => unitIn(rulebook, unit)?.name[lang] ?? unit;
  switch (event.type) {
    case 'Replied':
      return [
        {
          heading: 'reply',
          at,
          from: name(event.data.unit),
          said: event.data.reply,
          outcome: event.data.outcome,
        },
      ];
    case 'AnsweredAtOnce': {
      const { actedBy } = event;
      const from = actedBy.kind === 'staff' ? name(actedBy.post.unit) : '';
      return [{ heading: 'reply', at, from, said: event.data.answer, outcome: 'INFO_GIVEN' }];
    }
    case 'MessageSent':
      return [
        {
          heading: 'message',
          at,
          from: name(event.data.unit),
          said: event.data.text,
          outcome: null,
        },
      ];
    case 'Summarised':
      return [{ heading: 'summary', at, from: '', said: event.data.summary, outcome: null }];
    case 'MergedPersonTold':
      return [
        {
          heading: 'reply',
          at,
          from: sayer(lang)('sameMatter'),
          said: event.data.reply,
          outcome: null,
        },
      ];
    default:
      return [];
  }
}

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
  const { onBehalfOf } = event;
  const marks = [
    ...(late ? [`${moment(event.recordedAt, lang)} ${sayer(lang)('lateEntry')}`] : []),
    ...(onBehalfOf === undefined ? [] : [behalf(onBehalfOf, rulebook, lang)]),
  ];
  return [{ at: moment(event.occurredAt, lang), sentence: sentence[lang], marks }];
};

/** For whom it was entered; screens name posts, and of a person only how they stand to the matter. */
function behalf(whom: OnBehalfOf, rulebook: Rulebook, lang: Lang): string {
  if (whom.kind === 'person') return relationWords[whom.relation][lang];
  const { unit, role } = whom.post;
  const name = unitIn(rulebook, unit)?.name[lang] ?? unit;
  return lang === 'zh'
    ? `代${name}${roleWords[role].zh}录入`
    : `entered for the ${roleWords[role].en.toLowerCase()}, ${name}`;
}

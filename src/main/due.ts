import type { Command } from 'commander';
import type { Lang, Text } from '../core/text.ts';
import {
  type Calendar,
  type CountFrom,
  DURATION_FORMS,
  type Duration,
  dueAt,
  type Ends,
  explainDue,
  formatIso,
  parseDuration,
  parseIso,
  zoneOf,
} from '../core/time/index.ts';
import { shippedCalendar, shippedCalendarIds } from '../engine/calendar/shipped.ts';

/** What the command line says, as it says it. */
export interface DueOptions {
  readonly from?: string;
  readonly for?: string;
  readonly calendar?: string;
  readonly countFrom?: string;
  readonly ends?: string;
  readonly roll?: boolean;
}

/** Why there is no answer, and what to type instead. */
export interface DueRefusal {
  readonly code: string;
  readonly what: Text;
  readonly next: Text;
}

export type DueAnswer =
  | {
      /** ISO 8601 with the offset the calendar's zone has then. */
      readonly due: string;
      readonly because: Text;
    }
  | { readonly refusal: DueRefusal };

const COUNT_FROM: readonly CountFrom[] = ['instant', 'nextDay'];
const ENDS: readonly Ends[] = ['same-time', 'office-close', 'day-end'];
const LANGS: readonly Lang[] = ['zh', 'en'];

/**
 * When a limit ends by one of the shipped calendars. A year without data is refused here and only
 * here: intake must go on in such a year, a question can wait for the calendar.
 */
export function answerDue(options: DueOptions): DueAnswer {
  const calendar = options.calendar === undefined ? null : shippedCalendar(options.calendar);
  if (calendar === null) return { refusal: unknownCalendar(options.calendar) };
  const zone = zoneOf(calendar.zone);
  const start = parseIso(options.from ?? '', zone);
  if (start === null) return { refusal: badInstant(options.from, calendar) };
  const duration = readDuration(options);
  if ('code' in duration) return { refusal: duration };
  const result = dueAt({ start, duration, calendar, suspensions: [] });
  if (result.provisional) {
    return { refusal: yearWithoutData(calendar, result.basis.yearsWithoutData) };
  }
  return {
    due: formatIso(result.due, zone),
    because: { zh: explainDue(result, 'zh'), en: explainDue(result, 'en') },
  };
}

function readDuration(options: DueOptions): Duration | DueRefusal {
  const limit = parseDuration(options.for ?? '');
  if (limit === null) return badDuration(options.for);
  const countFrom = COUNT_FROM.find((known) => known === (options.countFrom ?? 'instant'));
  if (countFrom === undefined) return badChoice('--count-from', options.countFrom, COUNT_FROM);
  const ends = ENDS.find((known) => known === (options.ends ?? 'same-time'));
  if (ends === undefined) return badChoice('--ends', options.ends, ENDS);
  return { ...limit, countFrom, ends, rollIfHoliday: options.roll === true };
}

/** Registers `shaoying due`. */
export function dueCommand(program: Command): void {
  program
    .command('due')
    .description('一个时限何时到期，为什么 · when a limit ends, and why')
    .option('--from <instant>', '起算时刻 · the start, e.g. 2026-02-13T16:20+08:00')
    .option('--for <limit>', '时限 · the limit: 30min 2h 4wh 15d 3wd 2mo')
    .option('--calendar <id>', '日历 · a calendar of calendars/, e.g. cn')
    .option('--count-from <when>', COUNT_FROM.join(' | '))
    .option('--ends <when>', ENDS.join(' | '))
    .option('--roll', '末日休息则顺延 · move off a day off')
    .option('--lang <lang>', LANGS.join(' | '))
    .option('--json', '{"due", "because"}')
    .action((options: DueOptions & { readonly lang?: string; readonly json?: boolean }) => {
      const known = LANGS.find((lang) => lang === options.lang);
      const answer =
        options.lang !== undefined && known === undefined
          ? { refusal: badChoice('--lang', options.lang, LANGS) }
          : answerDue(options);
      tell(answer, known, options.json === true);
    });
}

/** Without a language a person gets both; a program gets English, the one with ASCII punctuation. */
function tell(answer: DueAnswer, lang: Lang | undefined, json: boolean): void {
  const both = (text: Text) => (lang === undefined ? `${text.zh}\n${text.en}` : text[lang]);
  if ('refusal' in answer) {
    const { code, what, next } = answer.refusal;
    const one = lang ?? 'en';
    const words = { zh: `${what.zh}${next.zh}`, en: `${what.en} ${next.en}` };
    console.error(
      json ? JSON.stringify({ code, what: what[one], next: next[one] }) : `${code}\n${both(words)}`,
    );
    process.exitCode = 2;
  } else if (json) {
    console.log(JSON.stringify({ due: answer.due, because: answer.because[lang ?? 'en'] }));
  } else {
    console.log(`${answer.due}\n${both(answer.because)}`);
  }
}

function unknownCalendar(id: string | undefined): DueRefusal {
  const known = shippedCalendarIds();
  return {
    code: 'due.unknown-calendar',
    what:
      id === undefined
        ? { zh: '没有指定日历（--calendar）。', en: 'No calendar is named (--calendar).' }
        : { zh: `没有名为“${id}”的日历。`, en: `There is no calendar '${id}' (--calendar).` },
    next: { zh: `可用：${known.join('、')}。`, en: `There are: ${known.join(', ')}.` },
  };
}

function badInstant(text: string | undefined, calendar: Calendar): DueRefusal {
  return {
    code: 'due.bad-instant',
    what:
      text === undefined
        ? { zh: '没有写起算时刻（--from）。', en: 'No start is given (--from).' }
        : { zh: `--from “${text}”不是时刻。`, en: `--from '${text}' is not an instant.` },
    next: {
      zh: `请写作 2026-02-13T16:20+08:00；不写时差则按 ${calendar.zone} 当地时间。`,
      en: `Write it like 2026-02-13T16:20+08:00; without an offset it is local time in ${calendar.zone}.`,
    },
  };
}

function badDuration(text: string | undefined): DueRefusal {
  return {
    code: 'due.bad-duration',
    what:
      text === undefined
        ? { zh: '没有写时限（--for）。', en: 'No limit is given (--for).' }
        : { zh: `--for “${text}”不是时限。`, en: `--for '${text}' is not a limit.` },
    next: { zh: `请写${DURATION_FORMS.zh}。`, en: `Write ${DURATION_FORMS.en}.` },
  };
}

function badChoice(
  option: string,
  given: string | undefined,
  known: readonly string[],
): DueRefusal {
  return {
    code: 'due.bad-option',
    what: { zh: `${option} 没有“${given}”这一选项。`, en: `${option} cannot be '${given}'.` },
    next: { zh: `可选：${known.join('、')}。`, en: `Choose one of: ${known.join(', ')}.` },
  };
}

function yearWithoutData(calendar: Calendar, years: readonly number[]): DueRefusal {
  const file = `calendars/${calendar.id}.yaml`;
  const first = years[0];
  return {
    code: 'due.year-without-data',
    what: {
      zh: `日历 ${calendar.id} 没有 ${years.join('、')} 年的放假安排，无法确定哪些日子上班。`,
      en: `Calendar ${calendar.id} has no data for ${years.join(', ')}: which days are worked is not known.`,
    },
    next: {
      zh: `请据当年的放假通知，在 ${file} 的 years 下补上 ${first} 年。`,
      en: `Add ${first} under years in ${file}, from that year's notice.`,
    },
  };
}

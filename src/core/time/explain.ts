import { type Lang, say, type Text } from '../text.ts';
import { type CivilDate, civilParts, dateOfWall, parseCivilDate } from './civil.ts';
import { type Duration, durationWords } from './duration.ts';
import { countsDays, countsWholeDays } from './limit.ts';
import type { DueNote, DueResult } from './question.ts';
import { datesWords, dateWords, momentWords, spanWords } from './words.ts';
import { type Zone, zoneOf } from './zone.ts';

/** More special days than this are counted, not listed: one sentence is read, ten clauses are not. */
const LISTED = 6;

interface Teller {
  readonly zone: Zone;
  readonly lang: Lang;
  /** The year of the start: said once. */
  readonly year: number;
}

/**
 * Why a clock falls due when it does, in one sentence without its full stop: what is counted from
 * when, whatever was out of the ordinary on the way, and the due time.
 */
export function explainDue(result: DueResult, lang: Lang): string {
  const { basis } = result;
  const zone = zoneOf(basis.calendar.zone);
  const year = civilParts(dateOfWall(zone.toWall(basis.start))).year;
  const teller: Teller = { zone, lang, year };
  const notes = tellNotes(result, teller);
  const due = tellDue(result, teller);
  if (lang === 'zh') {
    const head = `自${momentWords(basis.start, zone, lang)}起${tellLimits(result, lang)}`;
    return notes.length === 0 ? `${head}，${due}` : `${head}：${notes.join('，')}；${due}`;
  }
  const head = `${tellLimits(result, lang)} from ${momentWords(basis.start, zone, lang)}`;
  return notes.length === 0 ? `${head}: ${due}` : `${head}: ${notes.join(', ')}; ${due}`;
}

function tellLimits({ basis }: DueResult, lang: Lang): string {
  const words = [basis.duration, ...basis.extensions].map((limit) => durationWords(limit, lang));
  const limits = words.join(lang === 'zh' ? '、延长' : ' and an extension of ');
  if (!excludesFirstDay(basis.duration)) return limits;
  return lang === 'zh' ? `${limits}（当日不计入）` : `${limits}, the first day not counted,`;
}

const excludesFirstDay = (duration: Duration) =>
  duration.countFrom === 'nextDay' && (countsWholeDays(duration) || !countsDays(duration.unit));

function tellDue(result: DueResult, { zone, lang, year }: Teller): string {
  const moment = momentWords(result.due, zone, lang, { year, ending: true });
  const last = result.basis.extensions.at(-1) ?? result.basis.duration;
  const close = last.ends === 'office-close';
  const earliest = result.suspendedSince !== null;
  if (lang === 'zh') {
    const years = result.basis.yearsWithoutData.map((missing) => `${missing}年`).join('、');
    const doubt = result.provisional ? `（暂定：${years}放假安排尚无数据，暂按平常周末推算）` : '';
    return `${earliest ? '最早' : ''}${moment}${close ? '（下班时）' : ''}到期${doubt}`;
  }
  const years = result.basis.yearsWithoutData.join(' and ');
  const doubt = result.provisional
    ? `, provisionally: there is no calendar for ${years} yet, plain weekends stand in`
    : '';
  const when = `${earliest ? 'at the earliest ' : ''}${moment}`;
  return `due ${when}${close ? ', close of office' : ''}${doubt}`;
}

function tellNotes({ basis, suspendedSince }: DueResult, teller: Teller): string[] {
  const { zone, lang, year } = teller;
  const special = basis.notes.filter(({ kind }) => kind === 'make-up' || kind === 'holiday');
  const listed = special.length <= LISTED;
  const clauses = basis.notes
    .filter((note) => listed || !special.includes(note))
    .map((note) => say(tellNote(note, teller), lang));
  if (!listed) clauses.push(say(countSpecial(special), lang));
  if (suspendedSince !== null) {
    const since = momentWords(suspendedSince, zone, lang, { year });
    clauses.push(lang === 'zh' ? `自${since}起中止计时，尚未恢复` : `suspended since ${since}`);
  }
  return clauses;
}

function countSpecial(notes: readonly DueNote[]): Text {
  const makeUps = notes.filter(({ kind }) => kind === 'make-up').length;
  const holidays = notes.length - makeUps;
  return {
    zh: `其间有${holidays}个节假日、${makeUps}个调休上班日`,
    en: `${holidays} public holidays and ${makeUps} make-up workdays lie between`,
  };
}

function tellNote(note: DueNote, teller: Teller): Text {
  const { zone, year } = teller;
  const both = (words: (lang: Lang) => string): Text => ({ zh: words('zh'), en: words('en') });
  const date = (text: CivilDate) => both((lang) => dateWords(dayOf(text), lang, year));
  switch (note.kind) {
    case 'begins': {
      const at = both((lang) => momentWords(note.at, zone, lang, { year }));
      return { zh: `${at.zh}开始计时`, en: `counting begins ${at.en}` };
    }
    case 'make-up': {
      const day = date(note.date);
      return { zh: `${day.zh}调休上班`, en: `${day.en} is a make-up workday` };
    }
    case 'holiday': {
      const days = both((lang) => datesWords(dayOf(note.from), dayOf(note.to), lang, year));
      return { zh: `${days.zh}为${note.name.zh}假期`, en: `${days.en} is ${note.name.en}` };
    }
    case 'clamped': {
      const day = date(note.date);
      return {
        zh: `当月没有对应日，以月末日${day.zh}为最后一日`,
        en: `the month has no corresponding day, so its last day ${day.en} stands for it`,
      };
    }
    case 'rolled': {
      const day = date(note.from);
      return {
        zh: `最后一日${day.zh}${note.name === null ? '为休息日' : `适逢${note.name.zh}假期`}，顺延至下一个工作日`,
        en: `the last day, ${day.en}, is ${note.name === null ? 'not a working day' : note.name.en} and moves to the next working day`,
      };
    }
    case 'suspended': {
      const span = both((lang) => spanWords(note.from, note.to, zone, lang, year));
      return { zh: `${span.zh}中止计时`, en: `suspended from ${span.en}` };
    }
    case 'skipped':
      return {
        zh: `当日时钟拨快，没有${note.time}这一时刻，以拨快之时为准`,
        en: `the clocks skip ${note.time} that day, so it ends as they jump`,
      };
    case 'repeated':
      return {
        zh: `当日时钟拨回，${note.time}出现两次，以第一次为准`,
        en: `the clocks show ${note.time} twice that day and the first counts`,
      };
  }
}

function dayOf(date: CivilDate): number {
  const day = parseCivilDate(date);
  if (day === null) throw new Error(`no such day as '${date}'`);
  return day;
}

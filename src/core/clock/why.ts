import type { Lang, Text } from '../text.ts';
import type { Calendar } from '../time/calendar.ts';
import { dueAt } from '../time/due.ts';
import { explainDue } from '../time/explain.ts';
import type { DueResult } from '../time/question.ts';
import { momentWords } from '../time/words.ts';
import { zoneOf } from '../time/zone.ts';
import type { Clock } from './clock.ts';

const both = (say: (lang: Lang) => string): Text => ({ zh: say('zh'), en: say('en') });

/**
 * Why a clock falls due when it does, in one sentence without its full stop. The stored instant
 * binds: where counting it again gives another (a calendar mended since), the sentence says by
 * which version it was counted and derives nothing.
 */
export function whyDue(clock: Clock, calendar: Calendar): Text {
  const zone = zoneOf(calendar.zone);
  const due = both((lang) => momentWords(clock.dueAt, zone, lang, { ending: true }));
  if (clock.target !== null) {
    return clock.kind === 'step'
      ? { zh: `方案定明的日期，${due.zh}到期`, en: `The plan names the date: due ${due.en}` }
      : {
          zh: `来文载明的时限，${due.zh}到期`,
          en: `The order itself names the time: due ${due.en}`,
        };
  }
  const counted = [own(clock, calendar), lawful(clock, calendar)].find(
    (result) => result?.due === clock.dueAt,
  );
  if (counted) return both((lang) => explainDue(counted, lang));
  const { id, version } = clock.calendar;
  return {
    zh: `按日历 ${id} 第 ${version} 版算定，${due.zh}到期`,
    en: `Counted by version ${version} of the calendar ${id}: due ${due.en}`,
  };
}

const own = (clock: Clock, calendar: Calendar): DueResult =>
  dueAt({
    start: clock.startedAt,
    duration: clock.duration,
    calendar,
    suspensions: clock.suspensions,
    extensions: clock.extensions,
  });

const lawful = (clock: Clock, calendar: Calendar): DueResult | null =>
  clock.legal === null
    ? null
    : dueAt({
        start: clock.startedAt,
        duration: clock.legal,
        calendar,
        suspensions: clock.suspensions,
      });

import type { Lang, Text } from '../text.ts';

export type DurationUnit = 'minute' | 'hour' | 'workHour' | 'day' | 'workDay' | 'month';

/** From when time counts: the very instant, or 00:00 of the next civil day. */
export type CountFrom = 'instant' | 'nextDay';

/** When on the last day the clock falls due. */
export type Ends = 'same-time' | 'office-close' | 'day-end';

/**
 * A time limit as a rule states it. `n` is a whole number, 0 or more.
 *
 * Defaults: `countFrom` 'instant', `ends` 'same-time', `rollIfHoliday` false. Internal clocks
 * usually keep them; statutory ones usually exclude the first day, end with the last day's
 * business and roll off a holiday (民法典 第二百条至第二百零四条). docs/decisions/0002-time.md
 * decides every corner.
 */
export interface Duration {
  readonly n: number;
  readonly unit: DurationUnit;
  readonly countFrom?: CountFrom;
  readonly ends?: Ends;
  readonly rollIfHoliday?: boolean;
}

const SHORT: Readonly<Record<DurationUnit, string>> = {
  minute: 'min',
  hour: 'h',
  workHour: 'wh',
  day: 'd',
  workDay: 'wd',
  month: 'mo',
};

const UNITS = Object.keys(SHORT) as DurationUnit[];

const NAMES: Readonly<Record<DurationUnit, { one: string; many: string; zh: string }>> = {
  minute: { one: 'minute', many: 'minutes', zh: '分钟' },
  hour: { one: 'hour', many: 'hours', zh: '小时' },
  workHour: { one: 'working hour', many: 'working hours', zh: '个工作小时' },
  day: { one: 'day', many: 'days', zh: '日' },
  workDay: { one: 'working day', many: 'working days', zh: '个工作日' },
  month: { one: 'month', many: 'months', zh: '个月' },
};

/** What `parseDuration` reads, for the messages of those who call it. */
export const DURATION_FORMS: Text = {
  zh: '整数加单位，如 30min（分钟）、2h（小时）、4wh（工作小时）、15d（日）、3wd（工作日）、2mo（月）',
  en: 'a whole number and a unit: 30min, 2h, 4wh (working hours), 15d, 3wd (working days), 2mo',
};

/**
 * Reads '3wd'. Null when the text is not of that form; at most five digits, so that no typing
 * error asks for a walk through millennia of days.
 */
export function parseDuration(text: string): Duration | null {
  const match = /^(\d{1,5})(min|h|wh|d|wd|mo)$/.exec(text);
  const unit = UNITS.find((candidate) => SHORT[candidate] === match?.[2]);
  return match === null || unit === undefined ? null : { n: Number(match[1]), unit };
}

/** The short form `parseDuration` reads; how it counts and ends is not part of it. */
export function formatDuration(duration: Duration): string {
  return `${duration.n}${SHORT[duration.unit]}`;
}

/** '3 working days', '3个工作日'. */
export function durationWords(duration: Duration, lang: Lang): string {
  const { n, unit } = duration;
  if (lang === 'zh') return `${n}${NAMES[unit].zh}`;
  return `${n} ${n === 1 ? NAMES[unit].one : NAMES[unit].many}`;
}

import type { Text } from '../text.ts';

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A date on a wall calendar, 'YYYY-MM-DD'; which zone's wall is said where it is used. */
export type CivilDate = string;

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

/** A stretch of a working day, local 'HH:MM'; `to` may be '24:00'. */
export interface OfficeHours {
  readonly from: string;
  readonly to: string;
}

/** What the authority published for one year: the only days that differ from the week's rhythm. */
export interface CalendarYear {
  /** Days off, named; a day listed on a weekend belongs to its festival and changes nothing. */
  readonly holidays: Readonly<Record<CivilDate, Text>>;
  /** Make-up workdays 调休: weekend days worked, named by the festival they make up for. */
  readonly workdays: Readonly<Record<CivilDate, Text>>;
  /** The notice or statute the days come from, or the word "illustrative". */
  readonly citation: string;
}

/** One place's working time. A year missing from `years` has not been published here. */
export interface Calendar {
  readonly id: string;
  /** Changes with every change of content: a due time is a function of it. */
  readonly version: string;
  /** IANA zone name, e.g. 'Asia/Shanghai'. */
  readonly zone: string;
  /** In order, not overlapping, at least one. */
  readonly officeHours: readonly OfficeHours[];
  /** Weekdays not worked, 0 = Sunday to 6 = Saturday. */
  readonly weekend: readonly number[];
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** A time a clock stood still, `to` excluded; `to: null` = it still stands. */
export interface Suspension {
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface DueQuestion {
  readonly start: Instant;
  readonly duration: Duration;
  readonly calendar: Calendar;
  readonly suspensions: readonly Suspension[];
}

/** Something out of the ordinary that moved a due time; plain data, for the explanation. */
export type DueNote =
  | { readonly kind: 'begins'; readonly at: Instant }
  | { readonly kind: 'make-up'; readonly date: CivilDate; readonly name: Text }
  | {
      readonly kind: 'holiday';
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly name: Text;
    }
  | { readonly kind: 'clamped'; readonly date: CivilDate }
  | { readonly kind: 'suspended'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'rolled'; readonly from: CivilDate; readonly name: Text | null }
  | { readonly kind: 'no-such-time'; readonly date: CivilDate; readonly time: string };

export interface DueBasis {
  readonly start: Instant;
  readonly duration: Duration;
  readonly calendar: { readonly id: string; readonly version: string; readonly zone: string };
  /** The civil date, in the calendar's zone, on which the clock falls due. */
  readonly lastDay: CivilDate;
  /** Years the answer leaned on that the calendar has no data for. */
  readonly yearsWithoutData: readonly number[];
  readonly notes: readonly DueNote[];
}

export interface DueResult {
  readonly due: Instant;
  /** True when a year without data was needed: plain weekdays stood in for it. */
  readonly provisional: boolean;
  /** Set while a suspension is open: `due` is then the earliest it can be, were it lifted at once. */
  readonly suspendedSince: Instant | null;
  /** Plain data, safe to store beside the due time. */
  readonly basis: DueBasis;
}

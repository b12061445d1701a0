import type { Text } from '../text.ts';
import type { CivilDate } from './civil.ts';

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
  /** Each year holds its own days only. */
  readonly years: Readonly<Record<string, CalendarYear>>;
}

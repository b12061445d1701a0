import type { Text } from '../text.ts';
import type { Calendar } from './calendar.ts';
import type { CivilDate, Instant } from './civil.ts';
import type { Duration } from './duration.ts';

/** A time a clock stood still, `to` excluded; `to: null` = it still does. */
export interface Suspension {
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface DueQuestion {
  readonly start: Instant;
  readonly duration: Duration;
  readonly calendar: Calendar;
  readonly suspensions: readonly Suspension[];
  /** Each begins when the limit before it ends. */
  readonly extensions?: readonly Duration[];
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
  /** The clocks skip, or show twice, the time of day asked for. */
  | { readonly kind: 'skipped' | 'repeated'; readonly time: string };

export interface DueBasis {
  readonly start: Instant;
  readonly duration: Duration;
  readonly extensions: readonly Duration[];
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

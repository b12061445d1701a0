import type { UnitId } from '../primitives.ts';
import type { Duration } from '../time/duration.ts';
import type { Citation } from './citation.ts';

/**
 * 专管台: where an institution has its reports against officials looked at, instead of only naming the
 * statutory channel. Only its officers can read one; what they may do with it is here.
 */
export interface ReportDesk {
  /** Whose sealed-channel officers open the reports. */
  readonly unit: UnitId;
  /** In which a report is looked at. Whole days: a finer limit would tell the hour it came in. */
  readonly within: Duration;
  /** From then on, in which it is handed over or answered. */
  readonly settle: Duration;
  /** Statutory channels it may be handed over to, by code. */
  readonly handTo: readonly string[];
  readonly citation: Citation;
}

/** 检举控告: the statutory channel that every door names, and the desk where there is one. */
export interface ReportLaw {
  readonly channel: string;
  /** Null where nothing of a report is kept: it is handed to the channel and counted by month. */
  readonly desk: ReportDesk | null;
}

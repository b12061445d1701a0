import type { UnitId } from '../primitives.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type { Citation } from './citation.ts';

/** 保存类别: how long what a person said is kept after the matter has ended, and what comes then. */
export interface RetentionClass {
  readonly code: string;
  readonly name: Text;
  /** A category with all beneath it; empty for any. */
  readonly categories: readonly string[];
  /** Outcomes of the case; empty for any. */
  readonly outcomes: readonly string[];
  /** Kinds of request; empty for any. */
  readonly kinds: readonly string[];
  /** From the end of the matter on. */
  readonly keep: Duration;
  /** Whether an archive takes it over before anything is erased. */
  readonly archive: boolean;
  readonly citation: Citation;
}

/** What an institution's law says of keeping and erasing. */
export interface RetentionLaw {
  /** The first that fits holds; the last fits everything. */
  readonly classes: readonly RetentionClass[];
  /** Whose archivists hand over, answer wishes, and share in legal holds. */
  readonly unit: UnitId;
  /** In which what is to be archived is handed over, once its time is over. */
  readonly transfer: { readonly within: Duration; readonly citation: Citation };
  /** 法定保全: the longest a hold may go unreviewed, and the times that run about one. */
  readonly hold: {
    readonly max: Duration;
    /** In which a second officer agrees; unless they do, it falls. */
    readonly agree: Duration;
    /** Once a review is missed it holds so much longer, with an alarm, and then no more. */
    readonly grace: Duration;
    readonly citation: Citation;
  };
  /** In which a person who wishes to be erased is answered. */
  readonly wish: { readonly answer: Duration; readonly citation: Citation };
}

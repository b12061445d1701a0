import type { UnitId } from '../primitives.ts';
import type { Duration } from '../time/duration.ts';
import type { Citation } from './citation.ts';

/** Outcomes a case can be closed with. */
export const CLOSED_AS = [
  'FIXED',
  'PARTLY',
  'EXPLAINED_CANNOT',
  'INFO_GIVEN',
  'UNREACHABLE',
  'UNKNOWN',
] as const;

/** How many of the closed cases are called back about. */
export interface CallbackSample {
  /** Empty for every outcome. */
  readonly outcomes: readonly (typeof CLOSED_AS)[number][];
  /** Each with all beneath it; empty for every category. */
  readonly categories: readonly string[];
  /** Of one: 0.2 is every fifth on average. */
  readonly share: number;
  readonly citation: Citation;
}

/** 效果核验: matters that are looked at again after they were closed as fixed. */
export interface Recheck {
  /** Each with all beneath it. */
  readonly categories: readonly string[];
  /** After the closing, in rising order. */
  readonly after: readonly Duration[];
  readonly citation: Citation;
}

/** 回访 and 效果核验 as one institution has them. */
export interface CallbackLaw {
  /** Who asks: the first of them that had no hand in the matter (invariant 45). */
  readonly units: readonly UnitId[];
  /** The first that fits holds; where none does, nobody is called back. Sponsored cases all are. */
  readonly samples: readonly CallbackSample[];
  /** Between these, by lot, lies the day from which the person is asked. */
  readonly delay: { readonly from: Duration; readonly to: Duration };
  /** In which the unit owes its call, from that day on. */
  readonly within: Duration;
  /** Calls in vain after which nothing more is owed; the person may still answer on the portal. */
  readonly attempts: number;
  /** How long the person may answer, from that day on. */
  readonly window: Duration;
  /** In which a report of pressure on the person to answer well is answered. */
  readonly pressure: Duration;
  readonly recheck: readonly Recheck[];
  /** Fewer answers than this are shown as too few (invariant 46). */
  readonly minimum: number;
  readonly citation: Citation;
}

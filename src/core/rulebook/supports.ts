import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type { Citation } from './citation.ts';

/** What kind of help a measure is. A word for readers; nothing is decided by it. */
export const INSTRUMENTS = [
  'job',
  'subsidy',
  'medical',
  'relief',
  'legal',
  'housing',
  'schooling',
] as const;

export type Instrument = (typeof INSTRUMENTS)[number];

/** 帮扶措施: one line of the catalogue. What it takes is asked of the matter, never kept of a person. */
export interface SupportMeasure {
  readonly id: string;
  readonly name: Text;
  readonly instrument: Instrument;
  /** A unit's id, or `type:street` for the place's own. */
  readonly provider: string;
  /** Codes of the needs it answers. */
  readonly needs: readonly string[];
  /** Codes of what must be shown before it is delivered. */
  readonly conditions: readonly string[];
  /** Codes of the papers that are asked for. */
  readonly documents: readonly string[];
  /** The provider's time from the consent to the delivery. */
  readonly within: Duration;
  /** How many of it one request may have under way at a time: two who need work, two posts. */
  readonly most: number;
  readonly citation: Citation;
}

/** A window in which somebody may speak; nobody is late when it closes. */
export interface Window {
  readonly window: Duration;
  readonly citation: Citation;
}

/** How an institution offers support. The measures are a table of their own. */
export interface SupportLaw {
  readonly needs: readonly Named[];
  readonly conditions: readonly Named[];
  /** With the rule by which each paper may be asked for. */
  readonly documents: readonly Document[];
  /** In which the person answers an offer; after it the offer lapses, and no harm is done. */
  readonly answer: Window;
  /** How long a consent holds at most. */
  readonly consent: Window;
  /** In which the person may say that what was delivered did not come. */
  readonly receipt: Window;
}

interface Named {
  readonly code: string;
  readonly name: Text;
}

/** A paper that is asked for, and by which rule. */
export interface Document extends Named {
  readonly citation: Citation;
}

export const measureOf = (
  measures: readonly SupportMeasure[],
  id: string,
): SupportMeasure | undefined => measures.find((measure) => measure.id === id);

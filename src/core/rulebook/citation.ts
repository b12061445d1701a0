import type { Text } from '../text.ts';

/** Where a rule or number comes from. What has no source says so and is shown as illustrative. */
export interface Citation {
  readonly text: Text;
  readonly illustrative: boolean;
}

export interface Reason {
  readonly code: string;
  readonly name: Text;
  readonly citation: Citation;
}

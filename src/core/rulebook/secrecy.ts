import type { Role, UnitId } from '../primitives.ts';
import type { Duration } from '../time/duration.ts';
import type { Citation, Reason } from './citation.ts';

/**
 * 暂缓告知: where the law lets an office look at a person's details and tell them only later. Null
 * where no law does: every look is shown to the person at once.
 */
export interface SecrecyLaw {
  /** The longest that one hold may last. */
  readonly max: Duration;
  /** Holds that one matter may see; after them every look is shown. */
  readonly times: number;
  /** The second officer, who agrees to it. */
  readonly approver: { readonly unit: UnitId; readonly role: Role };
  /** What a hold may rest on. */
  readonly bases: readonly Reason[];
  readonly citation: Citation;
}

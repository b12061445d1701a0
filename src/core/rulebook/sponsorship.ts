import type { Post, UnitId } from '../primitives.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type { Citation } from './citation.ts';

/** Whose word leads a sponsored matter in the department that owns it. */
export const LEAD_ROLES = ['unit_head', 'office_head', 'unit_handler'] as const;

/** 领导包案 as one institution has it. */
export interface SponsorshipLaw {
  readonly blocked: {
    /** A promise that has run for this many times its length and is still owed is a blocked path. */
    readonly clockFactor: number;
    readonly citation: Citation;
  };
  readonly accepting: {
    /** In which a leader takes a nomination on or passes it; then it climbs by itself. */
    readonly within: Duration;
    /** Whom it climbs to, post by post; beyond the last the top unit's head names somebody. */
    readonly climb: readonly Post[];
    readonly citation: Citation;
  };
  /** Cases a leader sponsors at one time (invariant 30). */
  readonly cap: {
    readonly usual: number;
    readonly units: Readonly<Record<UnitId, number>>;
    readonly citation: Citation;
  };
  /** From acceptance to the end date (invariant 29). */
  readonly term: { readonly duration: Duration; readonly citation: Citation };
  /** Once, asked before the end date, decided by another account, told before it (invariant 18). */
  readonly extension: {
    readonly max: Duration;
    readonly approver: Post;
    readonly within: Duration;
    readonly citation: Citation;
  };
  /** Roles of which the accountable lead 包案责任人 may be. */
  readonly lead: readonly (typeof LEAD_ROLES)[number][];
  /** 五包 in its service form: what a sponsor sees to, each by an act of its own. */
  readonly duties: readonly {
    readonly code: string;
    readonly name: Text;
    readonly citation: Citation;
  }[];
  /** How long a person may agree to be followed up (invariant 34). */
  readonly followUp: { readonly max: Duration; readonly citation: Citation };
}

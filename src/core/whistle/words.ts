/** How a call-out ended (invariant 23). A late signature is a breach and ends nothing. */
export const CALL_OUT_ENDS = ['REPORTED_IN', 'OBJECTED', 'MISSED', 'STOOD_DOWN'] as const;
export type CallOutEnd = (typeof CALL_OUT_ENDS)[number];

/** What reporting in came to (invariant 25). */
export const SETTLEMENTS = ['ACTION', 'NOT_MINE', 'NOT_NEEDED'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What the whole whistle came to. */
export const CONCLUSIONS = ['DONE', 'PARTIAL', 'ESCALATED', 'NOT_NEEDED'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** How somebody took part: present, or from afar where the level allows it. */
export const MODES = ['on-site', 'remote'] as const;
export type Mode = (typeof MODES)[number];

/** An item of a rating is answered in words. There is no number to add up to a score. */
export const VERDICTS = ['yes', 'partly', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How it came to go out: nobody had to look, somebody looked, or their time ran out. */
export type Screened = 'not-needed' | 'screened' | 'time-out';

/** By what the routine path is shown to be blocked (invariant 31). */
export const BLOCKED_KINDS = ['RULED', 'WHISTLE_ESCALATED', 'CLOCK', 'NO_POWER', 'ASKED'] as const;
export type BlockedKind = (typeof BLOCKED_KINDS)[number];

/** What the matter does to those it concerns. Of the matter, never of a person. */
export const HARMS = ['none', 'hardship', 'health', 'safety'] as const;
export type Harm = (typeof HARMS)[number];

/** How many the matter concerns. */
export const AFFECTED = ['one', 'few', 'tens', 'hundreds'] as const;
export type Affected = (typeof AFFECTED)[number];

/** 包案领导、包案责任人、联络员: three seats, three different people (invariant 29). */
export const SEATS = ['sponsor', 'lead', 'liaison'] as const;
export type SeatName = (typeof SEATS)[number];

/** What a sponsor does in person. */
export const ACT_KINDS = ['briefed', 'reviewed', 'unblocked', 'met-person', 'went-down'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What the stated claim comes to on its merits. */
export const CLAIM_ANSWERS = ['SUPPORT', 'EXPLAIN', 'NOT_SUPPORT'] as const;
export type ClaimAnswer = (typeof CLAIM_ANSWERS)[number];

export const PARTIES = ['person', 'representative', 'unit', 'chair', 'witness'] as const;
export type Party = (typeof PARTIES)[number];

export const HEARING_OUTCOMES = ['AGREED', 'NOT_AGREED', 'ADJOURNED'] as const;
export type HearingOutcome = (typeof HEARING_OUTCOMES)[number];

/** Told and closed by the sponsor; or the matter it was for is over. */
export type Closing = 'told' | 'case-ended';

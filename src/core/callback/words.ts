/** What is asked apart, each of which may stay unanswered. */
export const QUESTIONS = ['contacted', 'solved', 'satisfied', 'listened'] as const;
export type Question = (typeof QUESTIONS)[number];

/** Answered in words; there is no number to add up to a score. */
export const REPLIES = ['yes', 'partly', 'no'] as const;
export type Reply = (typeof REPLIES)[number];

/** Null: no answer, which is not a no. */
export type Replies = Readonly<Record<Question, Reply | null>>;

/** 效果核验: whether what was fixed has held. */
export const FINDINGS = ['held', 'recurred', 'unclear'] as const;
export type Finding = (typeof FINDINGS)[number];

/** How a re-check came to know: the person was asked, somebody looked, the person said so. */
export type Known = 'asked' | 'seen' | 'person';

/** 回访 asks after one closing by sample; 效果核验 looks again at what was fixed. */
export type Kind = 'callback' | 'recheck';

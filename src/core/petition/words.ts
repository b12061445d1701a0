/** 办理、复查、复核: three times somebody owes the person a reasoned opinion. */
export const STAGES = ['handling', 'review', 're-review'] as const;
export type Stage = (typeof STAGES)[number];

/** 支持、解释说明、不予支持: what an opinion comes to. */
export const VERDICTS = ['SUPPORT', 'EXPLAIN', 'NOT_SUPPORT'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Written papers that must reach the person, each with its proof of delivery. */
export const LETTERS = [
  'handed-over',
  'accepted',
  'not-accepted',
  'extended',
  'opinion',
  'review-opinion',
  're-review-opinion',
  'review-refused',
  'no-new-facts',
] as const;
export type LetterKind = (typeof LETTERS)[number];

/** How a paper reached the person. */
export const DELIVERIES = ['in-person', 'post', 'electronic'] as const;
export type Means = (typeof DELIVERIES)[number];

/** How it ended: time to ask for more went by, the last opinion was delivered, or the person left. */
export const ENDINGS = ['window', 're-review', 'withdrawn'] as const;
export type Ending = (typeof ENDINGS)[number];

/** The opinion's paper of each stage. */
export const OPINION_LETTER: Readonly<Record<Stage, LetterKind>> = {
  handling: 'opinion',
  review: 'review-opinion',
  're-review': 're-review-opinion',
};

/** What a delivered opinion leaves open, and the window in which it is asked for. */
export const NEXT_STAGE: Readonly<
  Record<Stage, { readonly stage: Stage; readonly window: 'ask-review' | 'ask-re-review' } | null>
> = {
  handling: { stage: 'review', window: 'ask-review' },
  review: { stage: 're-review', window: 'ask-re-review' },
  're-review': null,
};

/** The other side's time to speak: when it ends, nobody was late. */
export const WINDOWS: readonly string[] = ['objection', 'ask-review', 'ask-re-review'];

import type { Instant } from '../process.ts';
import { answerOf, type CallbackState, findingOf, isDrawn } from './state.ts';
import { QUESTIONS, type Question } from './words.ts';

/** One figure: how many said yes, of how many who answered. Never more than what it is made of. */
export interface Figure {
  /** Names what is counted, with the version of its definition. */
  readonly definition: string;
  readonly numerator: number;
  readonly denominator: number;
}

export type Figures =
  | { readonly n: 'too-few'; readonly minimum: number }
  | {
      /** Callbacks that were asked and have come to an end, answered or not. */
      readonly n: number;
      readonly figures: readonly Figure[];
      readonly excluded: readonly { readonly reason: string; readonly n: number }[];
    };

/** When nothing more can be said of it, so that no figure changes once it was read; null before. */
export function settledAt(state: CallbackState): Instant | null {
  if (!isDrawn(state) || state.status === 'waiting' || state.status === 'asking') return null;
  const open = state.clocks.some(({ kind, status }) => kind === 'window' && status === 'running');
  if (open) return null;
  return Math.max(
    state.endedAt,
    ...state.clocks.flatMap(({ kind, endedAt }) =>
      kind === 'window' && endedAt !== null ? [endedAt] : [],
    ),
  );
}

/**
 * Of callbacks and re-checks that are settled: each question by those who answered it, so that silence
 * is neither a yes nor a no. Fewer answers than `minimum` give no figure at all (invariant 46).
 */
export function figuresOf(states: readonly CallbackState[], minimum: number): Figures {
  const settled = states.filter(isDrawn);
  const asked = askedOf(settled);
  const answered = asked.flatMap((state) => answerOf(state) ?? []);
  const found = settled.flatMap((state) => findingOf(state)?.finding ?? []);
  if (answered.length < minimum) return { n: 'too-few', minimum };
  const yes = (question: Question): Figure => {
    const said = answered.flatMap(({ replies }) => replies[question] ?? []);
    const numerator = said.filter((reply) => reply === 'yes').length;
    return { definition: `${question}/1`, numerator, denominator: said.length };
  };
  const held = found.filter((finding) => finding === 'held').length;
  const recurred = found.filter((finding) => finding === 'recurred').length;
  return {
    n: asked.length,
    figures: [
      { definition: 'answered/1', numerator: answered.length, denominator: asked.length },
      ...QUESTIONS.map(yes),
      { definition: 'held/1', numerator: held, denominator: held + recurred },
    ],
    excluded: [
      {
        reason: 'overtaken',
        n: settled.filter(({ status }) => status === 'overtaken').length,
      },
      { reason: 'unclear', n: found.length - held - recurred },
    ],
  };
}

/**
 * The same of a part, within each whole that may be read beside it: what is left of a whole has nobody
 * or the minimum too, so that taking the one from the other tells no more than either.
 */
export function figuresWithin(
  part: readonly CallbackState[],
  wholes: readonly (readonly CallbackState[])[],
  minimum: number,
): Figures {
  const own = answersIn(part);
  const left = wholes.map((whole) => answersIn(whole) - own);
  return left.every((n) => n === 0 || n >= minimum)
    ? figuresOf(part, minimum)
    : { n: 'too-few', minimum };
}

const answersIn = (states: readonly CallbackState[]): number =>
  askedOf(states).filter((state) => answerOf(state) !== null).length;

const askedOf = (states: readonly CallbackState[]) =>
  states
    .filter(isDrawn)
    .filter(({ kind, status }) => kind === 'callback' && status !== 'overtaken');

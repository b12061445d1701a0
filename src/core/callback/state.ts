import type { Clock } from '../clock/clock.ts';
import type { Instant, Post, Sealed, UnitId } from '../process.ts';
import type { About, Draw } from './events.ts';
import type { Finding, Known as How, Replies } from './words.ts';

/** What was said of the closing, and by whom it was written down. */
export interface Answer {
  readonly by: UnitId | 'person';
  readonly at: Instant;
  readonly replies: Replies;
  readonly words: Sealed | null;
  readonly share: boolean;
}

/** One round of a re-check. */
export interface Look {
  readonly round: number;
  readonly by: UnitId | 'person';
  readonly at: Instant;
  readonly finding: Finding;
  readonly how: How;
  readonly words: Sealed | null;
}

/** 施压 reported, and what was done about it. */
export interface Report {
  readonly n: number;
  readonly by: UnitId | 'person';
  readonly at: Instant;
  readonly to: Post;
  readonly text: Sealed;
  /** Its clock's id. */
  readonly clock: string;
  readonly done: null | { readonly text: Sealed; readonly at: Instant };
}

/** What every one carries whatever became of it. */
export interface Common extends About {
  readonly draw: Draw | null;
  /** When the present status began. */
  readonly since: Instant;
  readonly clocks: readonly Clock[];
  readonly reports: readonly Report[];
}

/** Somebody asks, in one round after another; a callback has one. */
export interface Asked {
  readonly asker: UnitId;
  /** The instants at which each round begins. */
  readonly rounds: readonly Instant[];
  /** The present one, from 1. */
  readonly round: number;
  /** When the first round began; null before. */
  readonly begunAt: Instant | null;
  /** Calls in vain of the present round. */
  readonly attempts: number;
  /** The rulebook's number of calls has been made. */
  readonly calledOut: boolean;
  /** The last one stands: a person's own word is never replaced by a call's. */
  readonly answers: readonly Answer[];
  readonly looks: readonly Look[];
}

type S<Status extends string, Data = unknown> = Common & { readonly status: Status } & Data;
type Over = Asked & { readonly endedAt: Instant };

export type NotDrawn = S<'not_drawn'>;
export type Unasked = S<'unasked'>;
export type Waiting = S<'waiting', Asked>;
export type Asking = S<'asking', Asked>;
export type Answered = S<'answered', Over>;
export type Unanswered = S<'unanswered', Over>;
export type Overtaken = S<'overtaken', Over>;

export type Drawn = Waiting | Asking | Answered | Unanswered | Overtaken;
export type Known = NotDrawn | Unasked | Drawn;
/** A union by status: what a status lacks cannot be asked of it. */
export type CallbackState = { readonly status: 'none' } | Known;
export type Status = CallbackState['status'];
export type StateOf<Name extends Status> = Extract<CallbackState, { readonly status: Name }>;

export const KNOWN = [
  'not_drawn',
  'unasked',
  'waiting',
  'asking',
  'answered',
  'unanswered',
  'overtaken',
] as const satisfies readonly Status[];

export const isDrawn = (state: CallbackState): state is Drawn => 'asker' in state;

/** The answer that stands; null where none was given. */
export const answerOf = (state: CallbackState): Answer | null =>
  isDrawn(state) ? (state.answers.at(-1) ?? null) : null;

/** What the last round found; null where none was looked at. */
export const findingOf = (state: CallbackState): Look | null =>
  isDrawn(state) ? (state.looks.at(-1) ?? null) : null;

/** Reports of pressure that wait for an answer. */
export const openReports = (state: CallbackState): readonly Report[] =>
  state.status === 'none' ? [] : state.reports.filter(({ done }) => done === null);

/** Whether anybody but the machine has to do with it: before that it stands in no list. */
export const hasBegun = (state: Known): boolean =>
  state.reports.length > 0 || (isDrawn(state) && state.begunAt !== null);

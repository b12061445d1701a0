import type { Clock } from '../clock/clock.ts';
import type { Ladder } from '../clock/ladder.ts';
import type { Instant, Sealed, StreamId, UnitId } from '../process.ts';
import type { PetitionWay } from '../rulebook/petition.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type { Ending, LetterKind, Means, Stage, Verdict } from './words.ts';

/** A paper to the person. Until it is delivered somebody owes the delivery. */
export interface Letter {
  readonly n: number;
  readonly kind: LetterKind;
  /** Whose paper it is. */
  readonly unit: UnitId;
  readonly issuedAt: Instant;
  /** The clock that delivering it meets. */
  readonly clock: string | null;
  /** 送达回证; the person's own mark, if there is one, lies in the vault. */
  readonly delivered: null | {
    readonly at: Instant;
    readonly means: Means;
    readonly proof: Sealed | null;
  };
}

/** 办理意见: what was asked, what was found, what is held, and by which law (article 32). */
export interface Opinion {
  readonly stage: Stage;
  readonly unit: UnitId;
  readonly verdict: Verdict;
  readonly request: Sealed;
  readonly facts: Sealed;
  readonly opinion: Sealed;
  readonly basis: string;
  readonly letter: number;
  readonly at: Instant;
}

/** Something was not accepted: why, by which rule, and where to go instead (invariant 3). */
export interface NotAccepted {
  readonly reason: string;
  readonly name: Text;
  readonly citation: Citation;
  readonly nextPath: Text;
}

export interface Extension {
  readonly n: number;
  readonly by: Duration;
  readonly reason: string;
  readonly account: string;
  /** Granted: the paper that tells the person, which alone moves the due time. */
  readonly letter: number | null;
}

/** 新的事实和理由: the person says there are some, and a human looks. */
export interface Look {
  readonly words: Sealed;
  readonly clock: string;
}

/** What every petition carries whatever became of it. */
export interface Common {
  /** The request it was made for. A merge moves the work and leaves the petition where it is. */
  readonly case: StreamId;
  readonly kind: string;
  readonly way: PetitionWay;
  /** Its number in the official petition system. */
  readonly number: { readonly system: string; readonly number: string } | null;
  readonly office: UnitId;
  readonly receivedBy: UnitId;
  readonly place: UnitId;
  readonly category: string | null;
  readonly title: string | null;
  /** How many speak for a group; 1 for a petition of one. */
  readonly representatives: number;
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly receivedAt: Instant;
  /** When the present status began; an act entered late may not come before it. */
  readonly since: Instant;
  /** The body it was routed to, once there is one. */
  readonly body: UnitId | null;
  /** Who reviews and re-reviews, once asked. */
  readonly reviewers: readonly UnitId[];
  readonly letters: readonly Letter[];
  readonly opinions: readonly Opinion[];
  /** What was not accepted, in order: the petition itself, or a request for review. */
  readonly refused: readonly (NotAccepted & {
    readonly what: 'petition' | 'review' | 'new-facts';
  })[];
  readonly mediations: readonly { readonly at: Instant; readonly agreed: boolean }[];
  readonly extensions: number;
  /** Accounts that declined it or gave an opinion on it: another one looks at new facts. */
  readonly deciders: readonly string[];
  readonly clocks: readonly Clock[];
  /** What each missed limit that is still owed has led to. */
  readonly ladders: readonly Ladder[];
}

type S<Status extends string, Data = unknown> = Common & { readonly status: Status } & Data;
type Handled = { readonly body: UnitId; readonly bound: boolean };
type Staged = { readonly body: UnitId; readonly stage: Stage; readonly unit: UnitId };
type Ended = { readonly endedAt: Instant; readonly look: Look | null };

export type Registered = S<'registered'>;
/** Several bodies have a part in it, and none is named yet. */
export type Shared = S<
  'shared',
  {
    readonly bodies: readonly UnitId[];
    readonly superior: UnitId;
    readonly named: Readonly<Record<UnitId, UnitId>>;
  }
>;
export type Routed = S<'routed', Handled>;
export type Objected = S<'objected', Handled>;
/** Somebody owes an opinion: the body, or whoever reviews. */
export type Working = S<
  'working',
  Staged & { readonly extension: Extension | null; readonly hearing: Instant | null }
>;
/** The opinion is written and not yet in the person's hands. */
export type Opined = S<'opined', Staged>;
/** Delivered; the person may ask for more. */
export type Told = S<'told', Staged & { readonly asked: boolean }>;
export type HandedOver = S<'handed-over', { readonly channel: string; readonly endedAt: Instant }>;
export type Declined = S<'not-accepted', Ended>;
export type Concluded = S<
  'concluded',
  Ended & {
    readonly ending: Ending;
    readonly stage: Stage | null;
    readonly unit: UnitId | null;
    readonly asked: boolean;
  }
>;

export type Known =
  | Registered
  | Shared
  | Routed
  | Objected
  | Working
  | Opined
  | Told
  | HandedOver
  | Declined
  | Concluded;
/** A union by status: what a status lacks cannot be asked of it. */
export type PetitionState = { readonly status: 'none' } | Known;
export type Status = PetitionState['status'];
export type StateOf<Name extends Status> = Extract<PetitionState, { readonly status: Name }>;

/** Somebody still owes the petition something, or the person may still ask. */
export const LIVE = [
  'registered',
  'shared',
  'routed',
  'objected',
  'working',
  'opined',
  'told',
] as const satisfies readonly Status[];

export const KNOWN = [
  ...LIVE,
  'handed-over',
  'not-accepted',
  'concluded',
] as const satisfies readonly Status[];

export const isLive = (state: PetitionState): boolean =>
  LIVE.some((status) => status === state.status);

/** Whose turn it is: the office until a body has it, then the body, then whoever reviews. */
export function holderOf(state: Known): UnitId {
  switch (state.status) {
    case 'routed':
      return state.body;
    case 'working':
    case 'opined':
    case 'told':
      return state.unit;
    default:
      return state.office;
  }
}

/** Every unit with a part in it. */
export const partsOf = (state: Known): readonly UnitId[] => [
  ...new Set([
    state.office,
    ...(state.status === 'shared' ? [...state.bodies, state.superior] : []),
    ...(state.body === null ? [] : [state.body]),
    ...state.reviewers,
  ]),
];

export const letterOf = ({ letters }: Common, n: number): Letter | undefined =>
  letters.find((letter) => letter.n === n);

/** A reasoned reply has reached the person: only then may "no new facts" be said (invariant 42). */
export const wasAnswered = (state: Common): boolean =>
  state.opinions.some(({ letter }) => letterOf(state, letter)?.delivered !== null);

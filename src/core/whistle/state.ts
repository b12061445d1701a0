import type { Clock } from '../clock/clock.ts';
import type { Ladder } from '../clock/ladder.ts';
import type { Instant, Post, Sealed, StreamId, UnitId } from '../process.ts';
import type { WhistleKind } from '../rulebook/rulebook.ts';
import type { Call } from './calling.ts';
import type { CallOutEnd, Conclusion, Mode, Settlement, Verdict } from './words.ts';

export const CALL_OUT_STATUSES = [
  'notified',
  'signed',
  'objected',
  'reported',
  'missed',
  'released',
] as const;
export type CallOutStatus = (typeof CALL_OUT_STATUSES)[number];

/** Who came, against what was asked. Posts and ranks, never names, photographs or places. */
export interface Presence {
  readonly at: Instant;
  readonly mode: Mode;
  readonly rank: string;
  readonly headCount: number;
  /** Less than the level asks for, though the power was there. */
  readonly short: { readonly rank: boolean; readonly headCount: boolean };
  readonly late: boolean;
}

/** 报到通知: one unit is called, with the clocks that hold it. */
export interface CallOut extends Call {
  readonly n: number;
  /** Why it was called although it answers as many as it can; null where it had a place. */
  readonly override: string | null;
  readonly status: CallOutStatus;
  /** Null while it may still end in several ways. */
  readonly end: CallOutEnd | null;
  /** Clock ids; a refused objection gives the second a successor. */
  readonly sign: string;
  readonly reportIn: string;
  readonly objection: {
    readonly basis: string;
    readonly ruler: UnitId;
    readonly clock: string;
  } | null;
  /** An objection was refused, or not decided in time: it cannot be objected to again. */
  readonly bound: boolean;
  /** An objection was upheld: what it was called for is not the unit's to exercise here. */
  readonly notTheirs: boolean;
  /** Why it was called once more after it was stood down; null where it was not. */
  readonly again: string | null;
  readonly presence: Presence | null;
  readonly settlement: Settlement | null;
}

/** One step of the joint plan 联合处置方案. */
export interface Step {
  readonly n: number;
  readonly what: string;
  readonly owner: UnitId;
  readonly power: string | null;
  readonly dueAt: Instant;
  readonly clock: string;
  readonly status: 'open' | 'finished' | 'dropped';
}

export interface Rating {
  readonly items: Readonly<Record<string, Verdict>>;
  readonly text: Sealed | null;
  readonly at: Instant;
}

/** The two sides of one call-out; sealed until both have spoken or the window has closed. */
export interface RatingPair {
  readonly unit: UnitId;
  readonly byIssuer: Rating | null;
  readonly byCalled: Rating | null;
  readonly open: boolean;
  /** When its opening was recorded: the quarter in which it is counted. */
  readonly openedAt: Instant | null;
}

/** What every whistle carries whatever became of it. */
export interface Common {
  /** The case it serves now; a merge moves it along. */
  readonly case: StreamId;
  /** The case it was proposed about: where it goes back to when a merge is undone. */
  readonly home: StreamId;
  readonly kind: WhistleKind;
  readonly level: number;
  readonly issuer: UnitId;
  readonly category: string | null;
  readonly title: string | null;
  readonly place: UnitId;
  readonly urgency: string | null;
  readonly rulebook: { readonly id: string; readonly version: string };
  /** Powers the issuer lacks. */
  readonly missing: readonly string[];
  /** Own steps tried; empty until an emergency has filed them. */
  readonly tried: readonly string[];
  /** Why it goes beyond what called units can answer at one time. */
  readonly override: string | null;
  readonly proposedAt: Instant;
  readonly since: Instant;
  /** Whom it is to call, once it goes out. */
  readonly calls: readonly Call[];
  readonly callOuts: readonly CallOut[];
  readonly steps: readonly Step[];
  readonly clocks: readonly Clock[];
  readonly ladders: readonly Ladder[];
}

type S<Status extends string, Data = unknown> = Common & { readonly status: Status } & Data;
type Out = { readonly issuedAt: Instant };
type Ended = Out & {
  readonly endedAt: Instant;
  readonly result: Conclusion;
  readonly ratings: readonly RatingPair[];
};

/** `proposer`: the account that entered it, which does not look at it a second time for another post. */
export type Proposed = S<'proposed', { readonly screener: Post; readonly proposer: string | null }>;
export type Declined = S<'declined', { readonly endedAt: Instant }>;
export type Issued = S<'issued', Out>;
export type Concluded = S<'concluded', Ended>;
/** Ratings are open, or there was nothing to rate. */
export type Rated = S<'rated', Ended>;

export type Known = Proposed | Declined | Issued | Concluded | Rated;
/** A union by status: what a status lacks cannot be asked of it. */
export type WhistleState = { readonly status: 'none' } | Known;
export type Status = WhistleState['status'];
export type StateOf<Name extends Status> = Extract<WhistleState, { readonly status: Name }>;

export const KNOWN = [
  'proposed',
  'declined',
  'issued',
  'concluded',
  'rated',
] as const satisfies readonly Status[];

/** Somebody is called, or is about to be. */
export const isLive = (state: WhistleState): state is Proposed | Issued =>
  state.status === 'proposed' || state.status === 'issued';

export const callOutOf = (state: Common, n: number): CallOut | undefined =>
  state.callOuts.find((callOut) => callOut.n === n);

/** It waits for the called unit, or for a ruling on its objection. */
export const isOpen = ({ status }: CallOut): boolean =>
  status === 'notified' || status === 'signed' || status === 'objected';

/** The called unit may still come: it was called, or missed it. */
export const mayCome = ({ status }: CallOut): boolean =>
  status === 'notified' || status === 'signed' || status === 'missed';

/** Units that hold a place in it: from the proposal on, until each is let go. */
export function placed(state: WhistleState): readonly UnitId[] {
  if (state.status === 'proposed') return state.calls.map(({ unit }) => unit);
  if (state.status !== 'issued') return [];
  return state.callOuts.filter(({ status }) => status !== 'released').map(({ unit }) => unit);
}

/** The issuer stood it down before it came; a later call needs its reason. */
export const wasStoodDown = ({ status, presence, notTheirs }: CallOut): boolean =>
  status === 'released' && presence === null && !notTheirs;

export const openSteps = ({ steps }: Common, owner?: UnitId): readonly Step[] =>
  steps.filter((step) => step.status === 'open' && (owner === undefined || step.owner === owner));

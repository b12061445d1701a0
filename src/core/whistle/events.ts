import { CLOCK_VOCABULARY, type ClockEvent } from '../clock/events.ts';
import { LADDER_VOCABULARY, type LadderEvent } from '../clock/ladder.ts';
import type { TextsErased } from '../erased.ts';
import type { Instant, Post, ProcessEvent, Sealed, StreamId, UnitId } from '../process.ts';
import type { WhistleKind } from '../rulebook/rulebook.ts';
import type { Call } from './calling.ts';
import type { Conclusion, Mode, Screened, Settlement, Verdict } from './words.ts';

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

/** Live call-outs of a unit when the issuer looked, itself not counted. */
export interface Load {
  readonly unit: UnitId;
  readonly live: number;
}

export type WhistleProposed = E<
  'WhistleProposed',
  {
    readonly case: StreamId;
    readonly kind: WhistleKind;
    readonly level: number;
    readonly issuer: UnitId;
    readonly category: string | null;
    readonly title: string | null;
    readonly place: UnitId;
    readonly urgency: string | null;
    readonly missing: readonly string[];
    readonly tried: readonly string[];
    readonly calls: readonly Call[];
    readonly override: string | null;
    /** What the issuer was shown of the called units' load (invariant 28). */
    readonly shown: readonly Load[];
    /** Who looks at it first; null where it goes out at once. */
    readonly screener: Post | null;
    readonly rulebook: { readonly id: string; readonly version: string };
  }
>;
export type WhistleDeclined = E<
  'WhistleDeclined',
  { readonly unit: UnitId; readonly reason: string }
>;
/** By the issuer, or because the matter it was about is over. */
export type WhistleTakenBack = E<'WhistleTakenBack', { readonly reason: string }>;
/** Whom it calls, by the powers as they stand now: whoever lost theirs meanwhile is not called. */
export type WhistleIssued = E<
  'WhistleIssued',
  { readonly how: Screened; readonly calls: readonly Call[] }
>;
/** The own steps tried of an emergency, within the rulebook's time after it (invariant 21). */
export type Filed = E<'Filed', { readonly tried: readonly string[] }>;
/**
 * `override`: why although the unit already answers as many as it can; `shown`: its live call-outs
 * as the issuer was shown them (invariant 28). Null where nothing was, or where the proposal says it.
 */
export type CalledOut = E<
  'CalledOut',
  Call & {
    readonly callOut: number;
    readonly override: string | null;
    readonly shown: number | null;
    /** Why once more although it was stood down. */
    readonly again: string | null;
  }
>;
export type CallOutSigned = E<'CallOutSigned', { readonly callOut: number; readonly unit: UnitId }>;
export type CallOutObjected = E<
  'CallOutObjected',
  {
    readonly callOut: number;
    readonly unit: UnitId;
    readonly basis: string;
    readonly reason: string;
    readonly ruler: UnitId;
  }
>;
/** `reason` null: nobody decided in time, and the unit comes first and argues afterwards. */
export type CallOutRuled = E<
  'CallOutRuled',
  {
    readonly callOut: number;
    readonly unit: UnitId;
    readonly upheld: boolean;
    readonly reason: string | null;
  }
>;
export type ReportedIn = E<
  'ReportedIn',
  {
    readonly callOut: number;
    readonly unit: UnitId;
    readonly mode: Mode;
    readonly rank: string;
    readonly headCount: number;
    readonly asked: { readonly rank: string; readonly headCount: number };
    readonly short: { readonly rank: boolean; readonly headCount: boolean };
    readonly late: boolean;
  }
>;
export type CallOutMissed = E<'CallOutMissed', { readonly callOut: number; readonly unit: UnitId }>;
export type StoodDown = E<
  'StoodDown',
  { readonly callOut: number; readonly unit: UnitId; readonly reason: string }
>;
export type CallOutSettled = E<
  'CallOutSettled',
  {
    readonly callOut: number;
    readonly unit: UnitId;
    readonly result: Settlement;
    readonly text: string;
  }
>;
/** Nothing more is asked of the unit; its place is free for another call. */
export type Released = E<'Released', { readonly callOut: number; readonly unit: UnitId }>;
export type Planned = E<
  'Planned',
  {
    readonly steps: readonly {
      readonly n: number;
      readonly what: string;
      readonly owner: UnitId;
      readonly power: string | null;
      readonly dueAt: Instant;
    }[];
  }
>;
export type StepFinished = E<
  'StepFinished',
  { readonly step: number; readonly unit: UnitId; readonly note: string }
>;
export type StepDropped = E<'StepDropped', { readonly step: number; readonly reason: string }>;
/** 督办, with a leader's written instruction 批示 where one was given. */
export type Supervised = E<
  'Supervised',
  {
    readonly unit: UnitId;
    readonly by: Post;
    readonly text: string;
    readonly instruction: { readonly by: Post; readonly text: string } | null;
  }
>;
export type Concluded = E<
  'Concluded',
  {
    readonly result: Conclusion;
    readonly reason: string;
    /** Units whose call-out can be rated, and that may rate it. */
    readonly rate: readonly UnitId[];
  }
>;
export type Rated = E<
  'Rated',
  {
    readonly by: UnitId;
    readonly of: UnitId;
    readonly items: Readonly<Record<string, Verdict>>;
    readonly text: Sealed | null;
  }
>;
export type RatingsOpened = E<
  'RatingsOpened',
  { readonly unit: UnitId; readonly why: 'both' | 'window' }
>;
/** The matter was merged into another, or parted from it again. */
export type CaseFollowed = E<'CaseFollowed', { readonly case: StreamId; readonly from: StreamId }>;

export type WhistleEvent =
  | ClockEvent
  | LadderEvent
  | WhistleProposed
  | WhistleDeclined
  | WhistleTakenBack
  | WhistleIssued
  | Filed
  | CalledOut
  | CallOutSigned
  | CallOutObjected
  | CallOutRuled
  | ReportedIn
  | CallOutMissed
  | StoodDown
  | CallOutSettled
  | Released
  | Planned
  | StepFinished
  | StepDropped
  | Supervised
  | Concluded
  | Rated
  | RatingsOpened
  | CaseFollowed
  | TextsErased;

export type EventOf<Type extends WhistleEvent['type']> = Extract<
  WhistleEvent,
  { readonly type: Type }
>;

/** Every event a whistle says, in the shape it says it in today. */
export const VOCABULARY: Readonly<Record<WhistleEvent['type'], number>> = {
  ...CLOCK_VOCABULARY,
  ...LADDER_VOCABULARY,
  WhistleProposed: 1,
  WhistleDeclined: 1,
  WhistleTakenBack: 1,
  WhistleIssued: 1,
  Filed: 1,
  CalledOut: 3,
  CallOutSigned: 1,
  CallOutObjected: 1,
  CallOutRuled: 1,
  ReportedIn: 1,
  CallOutMissed: 1,
  StoodDown: 1,
  CallOutSettled: 1,
  Released: 1,
  Planned: 1,
  StepFinished: 1,
  StepDropped: 1,
  Supervised: 1,
  Concluded: 1,
  Rated: 1,
  RatingsOpened: 1,
  CaseFollowed: 1,
  TextsErased: 1,
};

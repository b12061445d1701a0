import type { Outcome } from '../case/words.ts';
import { CLOCK_VOCABULARY, type ClockEvent } from '../clock/events.ts';
import type { TextsErased } from '../erased.ts';
import type { Instant, Post, ProcessEvent, Sealed, StreamId, UnitId } from '../process.ts';
import type { Finding, Kind, Known, Replies } from './words.ts';

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

/** The closing that is asked about, as the case had it. Nothing personal. */
export interface About {
  readonly kind: Kind;
  readonly case: StreamId;
  /** Which of the case's closings, from 1. */
  readonly closing: number;
  readonly closedAt: Instant;
  readonly outcome: Outcome;
  readonly category: string | null;
  readonly title: string | null;
  readonly lead: UnitId | null;
  /** Units with a hand in the matter: none of them asks, hears of it, or looks into pressure. */
  readonly parties: readonly UnitId[];
  readonly rulebook: { readonly id: string; readonly version: string };
}

/** By which the closing was drawn or passed over; all of it decided by the rulebook and the lot. */
export interface Draw {
  readonly lot: number;
  readonly share: number;
  /** All of these are drawn, whatever the lot. */
  readonly sponsored: boolean;
}

/** Kept so that the sample can be counted, and shown to be the lot's. */
export type NotDrawn = E<'NotDrawn', About & Draw>;
/** Drawn, or to be looked at again, and every unit that could had a hand in it. */
export type NobodyToAsk = E<'NobodyToAsk', About & { readonly draw: Draw | null }>;
export type Drawn = E<'Drawn', About & Draw & { readonly asker: UnitId; readonly askAt: Instant }>;
/** What was fixed is to be looked at again, at these instants. */
export type RecheckCalledFor = E<'RecheckCalledFor', { readonly rounds: readonly Instant[] }>;
export type RecheckPlanned = E<
  'RecheckPlanned',
  About & { readonly asker: UnitId; readonly rounds: readonly Instant[] }
>;
/** Its day has come: only now does anybody owe a call, and may the person answer. */
export type AskingBegan = E<'AskingBegan', { readonly round: number }>;
export type CalledInVain = E<
  'CalledInVain',
  { readonly round: number; readonly attempt: number; readonly last: boolean }
>;
/** `share`: the person lets the units that handle it read these words. */
export type Answered = E<
  'Answered',
  {
    readonly by: UnitId | 'person';
    readonly replies: Replies;
    readonly words: Sealed | null;
    readonly share: boolean;
  }
>;
export type Found = E<
  'Found',
  {
    readonly by: UnitId | 'person';
    readonly round: number;
    readonly finding: Finding;
    readonly how: Known;
    readonly words: Sealed | null;
  }
>;
/** Nobody said anything in time; of a re-check the next round may follow. */
export type WindowClosed = E<'WindowClosed', { readonly round: number }>;
/** The case was reopened for another reason: there is no closing left to ask about. */
export type Overtaken = E<'Overtaken', { readonly closing: number }>;
/** 施压: somebody wanted the person to answer well. `to` is no party to the matter. */
export type PressureReported = E<
  'PressureReported',
  {
    readonly report: number;
    readonly by: UnitId | 'person';
    readonly to: Post;
    readonly text: Sealed;
  }
>;
/** What was done about it; the person is told. */
export type PressureAnswered = E<
  'PressureAnswered',
  { readonly report: number; readonly unit: UnitId; readonly done: Sealed }
>;

export type CallbackEvent =
  | ClockEvent
  | NotDrawn
  | NobodyToAsk
  | Drawn
  | RecheckCalledFor
  | RecheckPlanned
  | AskingBegan
  | CalledInVain
  | Answered
  | Found
  | WindowClosed
  | Overtaken
  | PressureReported
  | PressureAnswered
  | TextsErased;

export type EventOf<Type extends CallbackEvent['type']> = Extract<
  CallbackEvent,
  { readonly type: Type }
>;

/** Every event a callback says, in the shape it says it in today. */
export const VOCABULARY: Readonly<Record<CallbackEvent['type'], number>> = {
  ...CLOCK_VOCABULARY,
  NotDrawn: 1,
  NobodyToAsk: 1,
  Drawn: 1,
  RecheckCalledFor: 1,
  RecheckPlanned: 1,
  AskingBegan: 1,
  CalledInVain: 1,
  Answered: 1,
  Found: 1,
  WindowClosed: 1,
  Overtaken: 1,
  PressureReported: 1,
  PressureAnswered: 1,
  TextsErased: 1,
};

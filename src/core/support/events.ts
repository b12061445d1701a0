import { CLOCK_VOCABULARY, type ClockEvent } from '../clock/events.ts';
import { LADDER_VOCABULARY, type LadderEvent } from '../clock/ladder.ts';
import type { Instant, Post, ProcessEvent, Sealed, StreamId, UnitId } from '../process.ts';
import type { Citation } from '../rulebook/citation.ts';
import type { Duration } from '../time/duration.ts';

type E<Type extends string, Data = Record<never, never>> = ProcessEvent<Type, Data>;

/** What the measure asks and promises, as the catalogue had it when it was offered. */
export interface Terms {
  readonly conditions: readonly string[];
  readonly documents: readonly string[];
  readonly within: Duration;
  readonly citation: Citation;
}

export type SupportOffered = E<
  'SupportOffered',
  {
    readonly case: StreamId;
    readonly sponsorship: StreamId | null;
    readonly measure: string;
    readonly need: string;
    /** Who offers it and answers for the offer. */
    readonly by: UnitId;
    readonly provider: UnitId;
    readonly category: string | null;
    readonly place: UnitId;
    readonly terms: Terms;
    readonly words: Sealed;
    readonly rulebook: { readonly id: string; readonly version: string };
  }
>;
export type OfferTakenBack = E<'OfferTakenBack', { readonly reason: Sealed }>;
/** What it covers stands with it: who may know, what they may ask for, and until when. */
export type Consented = E<
  'Consented',
  {
    readonly provider: UnitId;
    readonly conditions: readonly string[];
    readonly documents: readonly string[];
    readonly until: Instant;
  }
>;
export type Refused = E<'Refused'>;
export type Revoked = E<'Revoked'>;
export type ConditionShown = E<
  'ConditionShown',
  { readonly unit: UnitId; readonly condition: string; readonly how: Sealed }
>;
export type Delivered = E<'Delivered', { readonly unit: UnitId; readonly evidence: Sealed }>;
export type NotDeliverable = E<
  'NotDeliverable',
  { readonly unit: UnitId; readonly reason: Sealed; readonly next: Sealed }
>;
export type Received = E<'Received'>;
/** `again`: the consent has run out meanwhile, so the person is asked anew. */
export type ReceiptDenied = E<
  'ReceiptDenied',
  { readonly words: Sealed | null; readonly again: boolean }
>;
export type ReceiptUnanswered = E<'ReceiptUnanswered'>;
export type Lapsed = E<'Lapsed', { readonly why: 'not-answered' | 'consent-over' }>;
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

export type SupportEvent =
  | ClockEvent
  | LadderEvent
  | SupportOffered
  | OfferTakenBack
  | Consented
  | Refused
  | Revoked
  | ConditionShown
  | Delivered
  | NotDeliverable
  | Received
  | ReceiptDenied
  | ReceiptUnanswered
  | Lapsed
  | Supervised;

export type EventOf<Type extends SupportEvent['type']> = Extract<
  SupportEvent,
  { readonly type: Type }
>;

/** Every event a support says, in the shape it says it in today. */
export const VOCABULARY: Readonly<Record<SupportEvent['type'], number>> = {
  ...CLOCK_VOCABULARY,
  ...LADDER_VOCABULARY,
  SupportOffered: 1,
  OfferTakenBack: 1,
  Consented: 1,
  Refused: 1,
  Revoked: 1,
  ConditionShown: 1,
  Delivered: 1,
  NotDeliverable: 1,
  Received: 1,
  ReceiptDenied: 1,
  ReceiptUnanswered: 1,
  Lapsed: 1,
  Supervised: 1,
};

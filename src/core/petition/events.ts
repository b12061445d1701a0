import { CLOCK_VOCABULARY, type ClockEvent } from '../clock/events.ts';
import { LADDER_VOCABULARY, type LadderEvent } from '../clock/ladder.ts';
import type { TextsErased } from '../erased.ts';
import type { Instant, Post, ProcessEvent, Sealed, StreamId, UnitId } from '../process.ts';
import type { PetitionWay } from '../rulebook/petition.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { Duration } from '../time/duration.ts';
import type { NotAccepted } from './state.ts';
import type { Ending, Means, Stage, Verdict } from './words.ts';

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

export type PetitionRegistered = E<
  'PetitionRegistered',
  {
    readonly case: StreamId;
    readonly kind: string;
    readonly way: PetitionWay;
    readonly number: { readonly system: string; readonly number: string } | null;
    readonly office: UnitId;
    readonly receivedBy: UnitId;
    readonly place: UnitId;
    readonly category: string | null;
    readonly title: string | null;
    readonly representatives: number;
    readonly words: Sealed | null;
    readonly rulebook: { readonly id: string; readonly version: string };
  }
>;
export type HandedOver = E<
  'HandedOver',
  { readonly channel: string; readonly citation: Citation; readonly letter: number | null }
>;
/** To one body it is theirs at once; of several, their superior names one if they do not agree. */
export type Routed = E<
  'Routed',
  { readonly bodies: readonly UnitId[]; readonly superior: UnitId | null }
>;
export type BodyNamed = E<'BodyNamed', { readonly unit: UnitId; readonly body: UnitId }>;
export type BodySettled = E<
  'BodySettled',
  {
    readonly body: UnitId;
    readonly how: 'agreed' | 'designated';
    readonly by: UnitId | null;
    readonly reason: string | null;
  }
>;
export type TransferObjected = E<
  'TransferObjected',
  { readonly unit: UnitId; readonly reason: string }
>;
/** `reason` null: undecided in time, and the body keeps it. */
export type TransferDecided = E<
  'TransferDecided',
  { readonly unit: UnitId; readonly agreed: boolean; readonly reason: string | null }
>;
export type PetitionAccepted = E<
  'PetitionAccepted',
  { readonly unit: UnitId; readonly letter: number }
>;
export type PetitionNotAccepted = E<
  'PetitionNotAccepted',
  NotAccepted & { readonly unit: UnitId; readonly text: string; readonly letter: number }
>;
export type ExtensionAsked = E<
  'ExtensionAsked',
  {
    readonly extension: number;
    readonly by: Duration;
    readonly reason: string;
    readonly account: string;
  }
>;
/** Granted it moves nothing yet: only telling the person does. */
export type ExtensionDecided = E<
  'ExtensionDecided',
  {
    readonly extension: number;
    readonly granted: boolean;
    readonly reason: string;
    readonly newDueAt: Instant | null;
    readonly letter: number | null;
  }
>;
export type MediationRecorded = E<
  'MediationRecorded',
  { readonly unit: UnitId; readonly agreed: boolean; readonly note: Sealed | null }
>;
export type HearingOpened = E<'HearingOpened', { readonly unit: UnitId }>;
export type HearingClosed = E<
  'HearingClosed',
  { readonly unit: UnitId; readonly record: Sealed | null }
>;
export type OpinionGiven = E<
  'OpinionGiven',
  {
    readonly stage: Stage;
    readonly unit: UnitId;
    readonly verdict: Verdict;
    readonly request: Sealed;
    readonly facts: Sealed;
    readonly opinion: Sealed;
    readonly basis: string;
    readonly letter: number;
  }
>;
export type LetterDelivered = E<
  'LetterDelivered',
  { readonly letter: number; readonly means: Means; readonly proof: Sealed | null }
>;
export type ReviewAsked = E<
  'ReviewAsked',
  { readonly stage: Stage; readonly unit: UnitId; readonly words: Sealed | null }
>;
/** Asked too late, of nobody, or once too often: answered with the reason and the next path. */
export type ReviewRefused = E<
  'ReviewRefused',
  NotAccepted & { readonly words: Sealed | null; readonly letter: number }
>;
export type NewFactsClaimed = E<'NewFactsClaimed', { readonly words: Sealed }>;
export type NewFactsFound = E<'NewFactsFound', { readonly reason: string }>;
export type NoNewFacts = E<
  'NoNewFacts',
  NotAccepted & { readonly text: string; readonly letter: number }
>;
export type PetitionWithdrawn = E<'PetitionWithdrawn', { readonly words: Sealed | null }>;
export type PetitionConcluded = E<'PetitionConcluded', { readonly ending: Ending }>;

/** 督办, with a leader's written instruction 批示 where one was given. Moves no statutory limit. */
export type Supervised = E<
  'Supervised',
  {
    readonly unit: UnitId;
    readonly by: Post;
    readonly text: string;
    readonly instruction: { readonly by: Post; readonly text: string } | null;
  }
>;

export type PetitionEvent =
  | ClockEvent
  | LadderEvent
  | PetitionRegistered
  | HandedOver
  | Routed
  | BodyNamed
  | BodySettled
  | TransferObjected
  | TransferDecided
  | PetitionAccepted
  | PetitionNotAccepted
  | ExtensionAsked
  | ExtensionDecided
  | MediationRecorded
  | HearingOpened
  | HearingClosed
  | OpinionGiven
  | LetterDelivered
  | ReviewAsked
  | ReviewRefused
  | NewFactsClaimed
  | NewFactsFound
  | NoNewFacts
  | PetitionWithdrawn
  | PetitionConcluded
  | Supervised
  | TextsErased;

export type EventOf<Type extends PetitionEvent['type']> = Extract<
  PetitionEvent,
  { readonly type: Type }
>;

/** Every event a petition says, in the shape it says it in today. */
export const VOCABULARY: Readonly<Record<PetitionEvent['type'], number>> = {
  ...CLOCK_VOCABULARY,
  ...LADDER_VOCABULARY,
  PetitionRegistered: 1,
  HandedOver: 1,
  Routed: 1,
  BodyNamed: 1,
  BodySettled: 1,
  TransferObjected: 1,
  TransferDecided: 1,
  PetitionAccepted: 1,
  PetitionNotAccepted: 1,
  ExtensionAsked: 1,
  ExtensionDecided: 1,
  MediationRecorded: 1,
  HearingOpened: 1,
  HearingClosed: 1,
  OpinionGiven: 1,
  LetterDelivered: 1,
  ReviewAsked: 1,
  ReviewRefused: 1,
  NewFactsClaimed: 1,
  NewFactsFound: 1,
  NoNewFacts: 1,
  PetitionWithdrawn: 1,
  PetitionConcluded: 1,
  Supervised: 1,
  TextsErased: 1,
};

import { CLOCK_VOCABULARY, type ClockEvent } from '../clock/events.ts';
import type { Instant, ProcessEvent, Sealed, StreamId, UnitId } from '../process.ts';
import type { RetentionClass } from '../rulebook/retention.ts';
import type { Text } from '../text.ts';
import type { Part } from './state.ts';
import type { HoldEnd } from './words.ts';

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

/** The matter has ended: under this class it is kept from then on. */
export type RetentionBegun = E<
  'RetentionBegun',
  {
    readonly case: StreamId;
    readonly class: Pick<RetentionClass, 'code' | 'name' | 'archive' | 'citation'>;
    readonly rulebook: { readonly id: string; readonly version: string };
    readonly unit: UnitId;
    readonly place: UnitId;
    readonly category: string | null;
    readonly parts: readonly UnitId[];
    readonly ended: Instant;
  }
>;
/** The matter goes on: reopened, or parted from the one it had been joined to. */
export type RetentionStopped = E<'RetentionStopped', { readonly why: string }>;
export type RetentionLapsed = E<'RetentionLapsed', Record<never, never>>;
export type HoldPlaced = E<
  'HoldPlaced',
  {
    readonly hold: number;
    readonly reason: string;
    readonly until: Instant;
    readonly account: string;
  }
>;
export type HoldAgreed = E<'HoldAgreed', { readonly hold: number; readonly account: string }>;
/** Nobody looked at it by its date: it holds once more. */
export type HoldOverdue = E<'HoldOverdue', { readonly hold: number }>;
/** `reason` null: nobody said anything in time. */
export type HoldEnded = E<
  'HoldEnded',
  { readonly hold: number; readonly end: HoldEnd; readonly reason: string | null }
>;
/** All that is held was written out for the archive. The digest leads nowhere without the package. */
export type PackageTaken = E<'PackageTaken', { readonly digest: string }>;
export type Transferred = E<
  'Transferred',
  { readonly receipt: string; readonly digest: string; readonly account: string }
>;
export type ErasureAsked = E<
  'ErasureAsked',
  { readonly wish: number; readonly words: Sealed | null }
>;
export type ErasureAnswered = E<
  'ErasureAnswered',
  { readonly wish: number; readonly answer: Sealed; readonly until: Instant | null }
>;
/** Binding: the keys of these streams are destroyed next, whatever happens in between. */
export type ErasureOrdered = E<
  'ErasureOrdered',
  { readonly class: string; readonly streams: readonly Part[] }
>;
/** The keys are gone. Said only after they are. */
export type Erased = E<
  'Erased',
  { readonly class: string; readonly name: Text; readonly streams: readonly Part[] }
>;

export type RetentionEvent =
  | ClockEvent
  | RetentionBegun
  | RetentionStopped
  | RetentionLapsed
  | HoldPlaced
  | HoldAgreed
  | HoldOverdue
  | HoldEnded
  | PackageTaken
  | Transferred
  | ErasureAsked
  | ErasureAnswered
  | ErasureOrdered
  | Erased;

export type EventOf<Type extends RetentionEvent['type']> = Extract<
  RetentionEvent,
  { readonly type: Type }
>;

/** Every event a retention says, in the shape it says it in today. */
export const VOCABULARY: Readonly<Record<RetentionEvent['type'], number>> = {
  ...CLOCK_VOCABULARY,
  RetentionBegun: 1,
  RetentionStopped: 1,
  RetentionLapsed: 1,
  HoldPlaced: 1,
  HoldAgreed: 1,
  HoldOverdue: 1,
  HoldEnded: 1,
  PackageTaken: 1,
  Transferred: 1,
  ErasureAsked: 1,
  ErasureAnswered: 1,
  ErasureOrdered: 1,
  Erased: 1,
};

import { CLOCK_VOCABULARY, type ClockEvent } from '../clock/events.ts';
import type { ProcessEvent, Sealed, StreamId, UnitId } from '../process.ts';
import type { ReportAnswer } from './words.ts';

type E<Type extends string, Data = Record<never, never>> = ProcessEvent<Type, Data>;
type Told = { readonly words: Sealed; readonly keys: readonly StreamId[] };

/** Dated to the day it came in, as everything a reporter does here is: an hour can point at somebody. */
export type ReportReceived = E<
  'ReportReceived',
  Told & {
    readonly unit: UnitId;
    readonly rulebook: { readonly id: string; readonly version: string };
  }
>;
export type ReportAddedTo = E<'ReportAddedTo', Told>;
export type ReportTakenIn = E<'ReportTakenIn'>;
export type InterestDeclared = E<'InterestDeclared', { readonly account: string }>;
export type ReportHandedOver = E<'ReportHandedOver', { readonly channel: string }>;
export type ReportConcluded = E<'ReportConcluded', { readonly answer: ReportAnswer }>;

/** Of the clocks' words those that a report's promises use: none is suspended, extended or handed on. */
type ReportClockEvent = Extract<
  ClockEvent,
  { type: 'ClockStarted' | 'ClockMet' | 'ClockBreached' | 'ClockRecomputed' }
>;

export type ReportEvent =
  | ReportReceived
  | ReportAddedTo
  | ReportTakenIn
  | InterestDeclared
  | ReportHandedOver
  | ReportConcluded
  | ReportClockEvent;

export type EventOf<Type extends ReportEvent['type']> = Extract<
  ReportEvent,
  { readonly type: Type }
>;

const { ClockStarted, ClockMet, ClockBreached, ClockRecomputed } = CLOCK_VOCABULARY;

export const VOCABULARY: Readonly<Record<ReportEvent['type'], number>> = {
  ReportReceived: 1,
  ReportAddedTo: 1,
  ReportTakenIn: 1,
  InterestDeclared: 1,
  ReportHandedOver: 1,
  ReportConcluded: 1,
  ClockStarted,
  ClockMet,
  ClockBreached,
  ClockRecomputed,
};

import type { Clock } from '../clock/clock.ts';
import type { Ladder } from '../clock/ladder.ts';
import type { Instant, Sealed, StreamId, UnitId } from '../process.ts';
import type { Terms } from './events.ts';
import type { SupportEnd } from './words.ts';

/** What the person agreed to; it stays known after it was used, revoked or had run out. */
export interface Consent {
  readonly provider: UnitId;
  readonly conditions: readonly string[];
  readonly documents: readonly string[];
  readonly at: Instant;
  readonly until: Instant;
}

/** What every support carries whatever became of it. */
export interface Common {
  /** The request it is for. It stays there when the matter is joined to another. */
  readonly case: StreamId;
  readonly sponsorship: StreamId | null;
  readonly measure: string;
  readonly need: string;
  /** Who offered it. */
  readonly manager: UnitId;
  readonly provider: UnitId;
  /** The account that entered the offer: it does not also enter the answer for the person. */
  readonly offerer: string | null;
  readonly category: string | null;
  readonly place: UnitId;
  readonly terms: Terms;
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly words: Sealed;
  readonly offeredAt: Instant;
  /** When the present status began. */
  readonly since: Instant;
  readonly consent: Consent | null;
  /** Conditions shown under the consent that holds, or held last. */
  readonly shown: readonly { readonly condition: string; readonly how: Sealed }[];
  readonly delivery: {
    readonly at: Instant;
    readonly evidence: Sealed;
  } | null;
  /** The person said that it had not come; the last time they did. */
  readonly denial: { readonly at: Instant; readonly words: Sealed | null } | null;
  readonly clocks: readonly Clock[];
  readonly ladders: readonly Ladder[];
}

type S<Status extends string, Data = unknown> = Common & { readonly status: Status } & Data;

export type Offered = S<'offered'>;
export type Consenting = S<'consented', { readonly consent: Consent }>;
export type DeliveredState = S<'delivered', { readonly consent: Consent }>;
export type Ended = S<
  'ended',
  {
    readonly endedAt: Instant;
    readonly end: SupportEnd;
    /** What the person is told where it was taken back or cannot be had, and what they can do next. */
    readonly reason: Sealed | null;
    readonly next: Sealed | null;
  }
>;
export type Known = Offered | Consenting | DeliveredState | Ended;

/** A union by status: what a status lacks cannot be asked of it. */
export type SupportState = { readonly status: 'none' } | Known;
export type Status = SupportState['status'];
export type StateOf<Name extends Status> = Extract<SupportState, { readonly status: Name }>;

export const KNOWN = [
  'offered',
  'consented',
  'delivered',
  'ended',
] as const satisfies readonly Status[];

export const isLive = (state: SupportState): state is Exclude<Known, Ended> =>
  state.status !== 'none' && state.status !== 'ended';

/** Conditions of the measure that nobody has shown yet. */
export const unshown = ({ terms, shown }: Common): readonly string[] =>
  terms.conditions.filter((code) => !shown.some(({ condition }) => condition === code));

import type { Clock } from '../clock/clock.ts';
import type { Duration } from '../time/duration.ts';
import type { Instant, Post, Sealed, StreamId, UnitId } from '../process.ts';
import type { Because, ExternalReference, ImportMark, Intake, Outcome, Place, RequestKind } from './events.ts';

/** What every registered case carries whatever became of it. */
export interface Common {
  readonly kind: RequestKind;
  readonly intake: Intake;
  readonly words: Sealed;
  readonly place: Place;
  readonly contact: Sealed | null;
  readonly confidential: boolean;
  readonly external: readonly ExternalReference[];
  readonly receivedBy: UnitId;
  readonly receivedAt: Instant;
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly imported: ImportMark | null;
  readonly title: string | null;
  readonly triage: Triage | null;
  readonly emergency: { readonly channel: string; readonly telephone: string; readonly confirmed: boolean } | null;
  readonly clocks: readonly Clock[];
  /** Orders dispatched so far; ordinals never repeat. */
  readonly orders: number;
  readonly returns: number;
  readonly objections: number;
  readonly extension: ExtensionRequest | null;
  readonly extensions: number;
  readonly replies: readonly Reply[];
  readonly joined: readonly StreamId[];
  readonly interim: UnitId | null;
  readonly told: boolean;
}

export interface Triage {
  readonly category: string;
  readonly urgency: string;
  readonly level: 'community' | 'beyond';
  readonly because: Because;
}

export interface ExtensionRequest {
  readonly number: number;
  readonly clock: string;
  readonly by: Duration;
  readonly account: string;
  readonly post: Post;
  readonly decided: null | { readonly granted: boolean; readonly newDueAt: Instant | null };
}

export interface Reply {
  readonly number: number;
  readonly unit: UnitId;
  readonly at: Instant;
  readonly reply: Sealed | null;
  readonly outcome: Outcome;
}

export interface Order {
  readonly order: number;
  readonly lead: UnitId;
  readonly assisting: readonly UnitId[];
  readonly because: Because;
  /** Set by an allocation ruling: binds and cannot be returned. */
  readonly bound: boolean;
}

/** A union by status: what a status lacks cannot be asked of it. */
export type CaseState =
  | { readonly status: 'none' }
  | (Common & { readonly status: 'received' })
  | (Common & { readonly status: 'triaged'; readonly triage: Triage })
  | (Common & { readonly status: 'assigned'; readonly triage: Triage; readonly order: Order })
  | (Common & { readonly status: 'objected'; readonly triage: Triage; readonly order: Order; readonly objection: { readonly number: number; readonly unit: UnitId; readonly basis: string } })
  | (Common & { readonly status: 'handling'; readonly triage: Triage; readonly order: Order })
  | (Common & { readonly status: 'replied'; readonly triage: Triage; readonly order: Order; readonly attempts: number; readonly verified: null | { readonly by: UnitId | 'person'; readonly solved: string | null } })
  | (Common & { readonly status: 'closed'; readonly order: Order | null; readonly outcome: Outcome; readonly closedAt: Instant; readonly dissent: boolean })
  | (Common & { readonly status: 'answered'; readonly outcome: 'INFO_GIVEN'; readonly closedAt: Instant })
  | (Common & { readonly status: 'redirected'; readonly outcome: 'REDIRECTED' | 'OUT_OF_SCOPE'; readonly closedAt: Instant; readonly channel: string })
  | (Common & { readonly status: 'merged'; readonly outcome: 'DUPLICATE_OF'; readonly into: StreamId; readonly before: CaseState; readonly closedAt: Instant });

export type Registered = Exclude<CaseState, { readonly status: 'none' }>;

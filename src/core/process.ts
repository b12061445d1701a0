import type { Institution } from './authority/institution.ts';
import type { Clock } from './clock/clock.ts';
import type { Instant, OfficeId, Post, Role, StreamId, UnitId } from './primitives.ts';

export type { Instant, OfficeId, Post, Role, StreamId, UnitId } from './primitives.ts';

/**
 * Who acts. `account` is opaque and means something only to the session store; a person who asks
 * something of their government is known to the log only as the holder of one case's receipt.
 */
export type Actor =
  | { readonly kind: 'staff'; readonly account: string; readonly post: Post }
  | { readonly kind: 'person'; readonly case: StreamId }
  | { readonly kind: 'machine'; readonly name: 'tick' | 'reaction' | 'import' | 'setup' };

/** For whom an act was entered: a secretary for a leader, a relative for an elderly person. */
export type OnBehalfOf =
  | { readonly kind: 'post'; readonly post: Post }
  | { readonly kind: 'person'; readonly relation: 'relative' | 'neighbour' | 'helper' | 'caller' };

/**
 * Where a personal text lies. The text itself is in the request's vault; an event holds only this:
 * a reference and a commitment salted with a value that lies beside the ciphertext, so that when
 * the key goes, nothing about the text can be tested against the log.
 */
export interface Sealed {
  readonly ref: string;
  readonly commitment: string;
}

/** What a process may say. `v` counts the shape's versions; upcasters lead from each to the next. */
export interface ProcessEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly v: number;
  readonly data: Data;
}

/** An event as the log keeps it. `occurredAt` earlier than `recordedAt` is a late entry, shown so. */
export type Recorded<E extends ProcessEvent = ProcessEvent> = E & {
  readonly stream: StreamId;
  readonly version: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actedBy: Actor;
  readonly onBehalfOf?: OnBehalfOf;
};

export interface ProcessCommand<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Everything a decision may rest on, as data. */
export interface Facts {
  /** The store's time, at which the act is recorded. */
  readonly now: Instant;
  /** When the act happened; equals `now` unless it is entered late. Never later than `now`. */
  readonly occurredAt: Instant;
  readonly stream: StreamId;
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
  /** Units, rulebook, calendars, delegations as they stood at the version the write will check. */
  readonly institution: Institution;
  /** States of the other streams the command names (`Process.involves`), read together with its own. */
  readonly others: ReadonlyMap<StreamId, unknown>;
  /**
   * Chance as a fact, in [0, 1): the same for a stream at a version however often it is asked, and
   * known to nobody beforehand. An event stores what came of it.
   */
  readonly lot: number;
}

/** A refusal is an answer, not a fault: a stable code, and what the reader needs to see why. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}

/**
 * A limit across streams (a unit's capacity, a sponsor's cap). The store takes it through a
 * conditional counter in name order; counting rows first lets racers through.
 */
export type Claim =
  | {
      readonly op: 'take';
      readonly name: string;
      readonly limit: number;
      /** What to answer when others hold all of it; else the engine names the limit. */
      readonly full?: Refusal;
    }
  | { readonly op: 'release'; readonly name: string };

/** A second name that belongs to one stream only: a receipt code's hash, an external order number. */
export interface Alias {
  readonly kind: 'receipt' | 'external';
  readonly key: string;
}

/** An event as decided. `occurredAt` where it differs from the act's: a breach found late, history read in. */
export type Decided<E extends ProcessEvent> = E & { readonly occurredAt?: Instant };

export type Decision<E extends ProcessEvent> =
  | {
      readonly events: readonly Decided<E>[];
      readonly claims?: readonly Claim[];
      readonly aliases?: readonly Alias[];
    }
  | { readonly refusal: Refusal };

export const refuse = (code: string, params: Refusal['params'] = {}): { refusal: Refusal } => ({
  refusal: { code, params },
});

/** A command for another stream that some event calls for. */
export interface Reaction {
  readonly process: string;
  readonly stream: StreamId;
  readonly command: ProcessCommand;
  /** Private texts the command needs, copied from another request's vault under this one's key. */
  readonly copies?: Readonly<Record<string, { readonly stream: StreamId; readonly ref: string }>>;
}

/** What somebody still owes: one row of "my next acts". */
export interface ActRow {
  /** `case.sign-for`; the act's words are in the contract's catalogue. */
  readonly act: string;
  readonly unit: UnitId;
  readonly role: Role;
  /** Which office of the unit has it; absent where none has, and it lies before every post. */
  readonly office?: OfficeId;
  /** Which account of the unit has it. The unit still owes it, whoever that is. */
  readonly account?: string;
  /** The clock that holds them to it, when there is one. */
  readonly clock?: Clock['id'];
  readonly startedAt: Instant;
  readonly dueAt: Instant | null;
  /** Emergencies stand before every clock (invariant 12). */
  readonly first: boolean;
}

/** A process's line in lists: nothing personal, so that it may outlive the vault. */
export interface ListRow {
  readonly status: string;
  readonly outcome: string | null;
  /** Which part of `received = open + answered + redirected + merged + closed` it counts to. */
  readonly bucket: 'open' | 'answered' | 'redirected' | 'merged' | 'closed';
  readonly category: string | null;
  readonly title: string | null;
  readonly place: UnitId;
  /** Where the matter lies: the responsible unit. */
  readonly holder: UnitId;
  /** First receiver 首接: keeps sight of what it took in, whoever has it now. */
  readonly receivedBy: UnitId;
  readonly lead: UnitId | null;
  readonly assisting: readonly UnitId[];
  /** Units called to it by a whistle: they know of it while they are called. */
  readonly called: readonly UnitId[];
  /** The case that it serves, where it is not one itself. */
  readonly about: StreamId | null;
  /** Accounts that hold a seat in it, and posts that are asked to; absent where there are none. */
  readonly seats?: readonly string[];
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly first: boolean;
  readonly imported: boolean;
  readonly breaches: number;
}

/** Rows derived from a state alone, keyed by its stream; rewritten whenever the state is. */
export interface Projection {
  readonly list: ListRow | null;
  readonly clocks: readonly Clock[];
  readonly acts: readonly ActRow[];
}

/**
 * One process of government as a decider. All of it is pure; the engine supplies the rest.
 * A new process is a new folder that exports one of these.
 */
export interface Process<S, C extends ProcessCommand, E extends ProcessEvent> {
  readonly name: string;
  /** Raised when `evolve` or the state's shape changes, so that kept states are replayed. */
  readonly stateVersion: number;
  readonly initial: S;
  /**
   * Every event type it says, with the version of the shape it writes today. Anything else found in
   * the log (an unknown type, a newer version) is refused, never skipped.
   */
  readonly vocabulary: Readonly<Record<E['type'], number>>;
  /** Steps from each earlier shape to the next; absent while every shape is still its first. */
  readonly upcasters?: readonly Upcaster[];
  readonly transitions: TransitionGraph;
  /** Every refusal `decide` can give: the catalogue and the tests are checked against it. */
  readonly refusals: readonly string[];
  /** Streams besides its own that the decision must see or that will be written with it. */
  involves(command: C): readonly StreamId[];
  decide(command: C, state: S, facts: Facts): Decision<E>;
  evolve(state: S, event: Recorded<E>): S;
  project(state: S, stream: StreamId): Projection;
  /** Commands that must succeed in the same write, because an always-true invariant needs them. */
  together(event: E, state: S, stream: StreamId): readonly Reaction[];
  /** Commands drained after the write; a refused one is parked and visible. */
  after(event: E, state: S, stream: StreamId): readonly Reaction[];
}

/** Any process, as the machinery sees it: what it says and holds is its own affair. */
export type AnyProcess = Process<unknown, ProcessCommand, ProcessEvent>;

/** One step from shape `from` of an event's data to shape `from + 1`: pure, and kept for ever. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  step(data: unknown): unknown;
}

/** The process as a value: each edge names the event that travels it, and why it is there. */
export interface TransitionGraph {
  readonly process: string;
  readonly states: readonly string[];
  readonly edges: readonly TransitionEdge[];
}

export interface TransitionEdge {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  /** Only where an edge would surprise. */
  readonly why?: string;
}

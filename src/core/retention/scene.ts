import { calendarOf, type Institution, rulebookAt } from '../authority/institution.ts';
import * as clockActs from '../clock/acts.ts';
import { clockOf, isLive } from '../clock/clock.ts';
import type { Decided, Facts, Instant, Post, Recorded, Refusal } from '../process.ts';
import type { RetentionLaw } from '../rulebook/retention.ts';
import type { Citation, Rulebook } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Duration } from '../time/duration.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { type EventOf, type RetentionEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import type { Known, RetentionState, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export interface Law {
  readonly law: Rulebook;
  readonly retention: RetentionLaw;
  readonly calendar: Calendar;
}

/**
 * The law in force. What was begun under a rulebook that says how long things are kept goes on under
 * that one when a later rulebook says nothing.
 */
export function lawFor(institution: Institution, state: RetentionState, at: Instant): Law | null {
  const law = rulebookAt(institution, at);
  if (law === null) return null;
  if (law.retention !== null) {
    return { law, retention: law.retention, calendar: calendarOf(institution, law) };
  }
  if (state.status === 'none') return null;
  const { id, version } = state.rulebook;
  const begun = institution.rulebooks.find((one) => one.id === id && one.version === version);
  if (begun === undefined || begun.retention === null) return null;
  return { law: begun, retention: begun.retention, calendar: calendarOf(institution, begun) };
}

/** When a clock runs from, if not from now, and where to, if an instant was named. */
interface Span {
  readonly from?: Instant;
  readonly target?: Instant;
}

/**
 * A decision in the making: each event said is at once part of the state that the next one rests
 * on. Local to one `decide`, which stays a function of its arguments.
 */
export class Telling<State extends RetentionState = RetentionState> {
  readonly events: Decided<RetentionEvent>[] = [];
  readonly facts: Facts;
  #law: Law;
  #state: RetentionState;

  constructor(state: RetentionState, facts: Facts, law: Law) {
    this.#state = state;
    this.facts = facts;
    this.#law = law;
  }

  get state(): State {
    return this.#state as State;
  }

  get law(): Law {
    return this.#law;
  }

  /** The retention as it stands, where it must have begun. */
  get known(): Known {
    const state = this.#state;
    if (state.status === 'none') throw new Error('retention: nothing is kept');
    return state;
  }

  /** The account that acts; only for acts of staff. */
  get account(): string {
    const { actor } = this.facts;
    if (actor.kind !== 'staff') throw new Error('retention: an act of staff without an account');
    return actor.account;
  }

  /** From here on under the law of another instant: what fell due did so under its own. */
  under(law: Law): this {
    this.#law = law;
    return this;
  }

  /** Says an event in its newest shape, at the act's instant unless another is given. */
  say<Type extends RetentionEvent['type']>(
    type: Type,
    data: EventOf<Type>['data'],
    at: Instant = this.facts.occurredAt,
  ): this {
    return this.add({ type, v: VOCABULARY[type], data } as RetentionEvent, at);
  }

  /** Starts a clock of the unit that keeps it, now unless said: nobody is held to what nobody told. */
  start(
    kind: string,
    { duration, citation }: { readonly duration: Duration; readonly citation: Citation },
    { from, target }: Span = {},
  ): this {
    const terms = {
      kind,
      unit: this.known.unit,
      at: from ?? this.facts.now,
      deadline: { duration, citation, legal: null },
      calendar: this.law.calendar,
      ...(target === undefined ? {} : { target }),
    };
    return this.add(clockActs.start(this.known.clocks, terms), this.facts.now);
  }

  meet(id: string, at: Instant = this.facts.occurredAt): this {
    const clock = clockOf(this.known.clocks, id);
    return clock !== undefined && isLive(clock) ? this.add(clockActs.meet(clock, at), at) : this;
  }

  /** Ends clocks unmet: what they held to is no longer owed. */
  drop(ids: readonly string[], reason: string, at: Instant = this.facts.occurredAt): this {
    for (const clock of this.known.clocks) {
      if (ids.includes(clock.id) && isLive(clock)) this.add(clockActs.end(clock, reason), at);
    }
    return this;
  }

  dropAll(reason: string): this {
    return this.drop(
      this.known.clocks.map(({ id }) => id),
      reason,
    );
  }

  add(event: Decided<RetentionEvent>, at: Instant = this.facts.occurredAt): this {
    const { occurredAt, now, stream, actor } = this.facts;
    const { type, v, data } = event;
    const plain = { type, v, data } as RetentionEvent;
    this.events.push(at === occurredAt ? plain : { ...plain, occurredAt: at });
    const recorded = {
      ...plain,
      stream,
      version: 0,
      occurredAt: at,
      recordedAt: now,
      actedBy: actor,
    };
    this.#state = evolve(this.#state, recorded as Recorded<RetentionEvent>);
    return this;
  }
}

/** What a rule answers: why not, or nothing once it has told what follows. */
export type Answer = { readonly refusal: Refusal } | null | Telling;

/** One command's rule: the statuses it may come in, and what follows. */
export interface Rule<Type extends CommandType = CommandType, From extends Status = Status> {
  readonly from: readonly From[];
  decide(data: CommandOf<Type>['data'], tell: Telling<StateOf<From>>): Answer;
}

/** Writes a rule against the statuses it names alone; `decide` hands it no other. */
export const rule = <Type extends CommandType, From extends Status>(
  _type: Type,
  narrow: Rule<Type, From>,
): Rule<Type> => narrow as unknown as Rule<Type>;

/** As which post the act is done, null for a person or a machine; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

import { calendarOf, type Institution, rulebookAt } from '../authority/institution.ts';
import * as clockActs from '../clock/acts.ts';
import { clockOf, isLive } from '../clock/clock.ts';
import type { Decided, Facts, Instant, Post, Recorded, Refusal, UnitId } from '../process.ts';
import type { CallbackLaw } from '../rulebook/callback.ts';
import type { Citation, Rulebook } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Duration } from '../time/duration.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { type CallbackEvent, type EventOf, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import type { CallbackState, Known, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export interface Law {
  readonly law: Rulebook;
  readonly callback: CallbackLaw;
  readonly calendar: Calendar;
}

/**
 * The law in force. What was begun under a rulebook that called back goes on under that one when a
 * later rulebook does not.
 */
export function lawFor(institution: Institution, state: CallbackState, at: Instant): Law | null {
  const law = rulebookAt(institution, at);
  if (law === null) return null;
  if (law.callback !== null) {
    return { law, callback: law.callback, calendar: calendarOf(institution, law) };
  }
  if (state.status === 'none') return null;
  const { id, version } = state.rulebook;
  const begun = institution.rulebooks.find((one) => one.id === id && one.version === version);
  if (begun === undefined || begun.callback === null) return null;
  return { law: begun, callback: begun.callback, calendar: calendarOf(institution, begun) };
}

/**
 * A decision in the making: each event said is at once part of the state that the next one rests
 * on. Local to one `decide`, which stays a function of its arguments.
 */
export class Telling<State extends CallbackState = CallbackState> {
  readonly events: Decided<CallbackEvent>[] = [];
  readonly facts: Facts;
  readonly law: Law;
  #as: Post | null = null;
  #state: CallbackState;

  constructor(state: CallbackState, facts: Facts, law: Law) {
    this.#state = state;
    this.facts = facts;
    this.law = law;
  }

  get state(): State {
    return this.#state as State;
  }

  /** As it stands, where a closing must have been drawn or passed over. */
  get known(): Known {
    const state = this.#state;
    if (state.status === 'none') throw new Error('callback: nothing was closed');
    return state;
  }

  /** From here on told by somebody: what fell due was told by nobody. */
  by(as: Post | null): this {
    this.#as = as;
    return this;
  }

  /** The unit that speaks, or the person themselves. */
  get speaker(): UnitId | 'person' {
    if (this.facts.actor.kind === 'person') return 'person';
    if (this.#as === null) throw new Error('callback: an act of staff without a post');
    return this.#as.unit;
  }

  /** Says an event in its newest shape, at the act's instant unless another is given. */
  say<Type extends CallbackEvent['type']>(
    type: Type,
    data: EventOf<Type>['data'],
    at: Instant = this.facts.occurredAt,
  ): this {
    return this.#add({ type, v: VOCABULARY[type], data } as CallbackEvent, at);
  }

  /**
   * Starts a clock now, whenever what starts it happened: nobody is held to what nobody had told
   * them. `target` where an instant was drawn instead of a duration.
   */
  start(
    kind: string,
    unit: UnitId,
    promise: { readonly duration: Duration; readonly citation: Citation },
    target?: Instant,
  ): this {
    const at = this.facts.now;
    const named = target === undefined ? {} : { target };
    const deadline = { ...promise, legal: null };
    const { calendar } = this.law;
    const terms = { kind, unit, at, deadline, calendar, ...named };
    return this.#add(clockActs.start(this.known.clocks, terms), at);
  }

  /** Meets a clock that is still owed. */
  meet(kind: string): this {
    const clock = this.#live(kind);
    return clock === undefined ? this : this.add(clockActs.meet(clock, this.facts.occurredAt));
  }

  /** Ends the live clock of a kind unmet: what it held to is no longer owed. */
  drop(kind: string, reason: string, at: Instant = this.facts.occurredAt): this {
    const clock = this.#live(kind);
    return clock === undefined ? this : this.#add(clockActs.end(clock, reason), at);
  }

  meetId(id: string): this {
    const clock = clockOf(this.known.clocks, id);
    if (clock === undefined || !isLive(clock)) return this;
    return this.add(clockActs.meet(clock, this.facts.occurredAt));
  }

  add(event: Decided<CallbackEvent>): this {
    return this.#add(event, event.occurredAt ?? this.facts.occurredAt);
  }

  #live(kind: string) {
    return this.known.clocks.find((clock) => clock.kind === kind && isLive(clock));
  }

  #add(event: CallbackEvent, at: Instant): this {
    const { occurredAt, now, stream, actor } = this.facts;
    const { type, v, data } = event;
    const plain = { type, v, data } as CallbackEvent;
    this.events.push(at === occurredAt ? plain : { ...plain, occurredAt: at });
    const recorded = {
      ...plain,
      stream,
      version: 0,
      occurredAt: at,
      recordedAt: now,
      actedBy: actor,
    };
    this.#state = evolve(this.#state, recorded as Recorded<CallbackEvent>);
    return this;
  }
}

/** What a rule answers: why not, or nothing once it has told what follows. */
export type Answer = { readonly refusal: Refusal } | Telling;

/** One command's rule: the statuses it may come in, and what follows. */
export interface Rule<Type extends CommandType = CommandType, From extends Status = Status> {
  readonly from: readonly From[];
  /** It may have happened before the present status began. */
  readonly anyOrder?: true;
  decide(data: CommandOf<Type>['data'], tell: Telling<StateOf<From>>): Answer;
}

/** Writes a rule against the statuses it names alone; `decide` hands it no other. */
export const rule = <Type extends CommandType, From extends Status>(
  _type: Type,
  narrow: Rule<Type, From>,
): Rule<Type> => narrow as unknown as Rule<Type>;

import { calendarOf, type Institution, rulebookAt } from '../authority/institution.ts';
import * as clockActs from '../clock/acts.ts';
import { clockOf, isLive, liveOf } from '../clock/clock.ts';
import * as ladder from '../clock/ladder.ts';
import type {
  Alias,
  Claim,
  Decided,
  Facts,
  Instant,
  Post,
  Recorded,
  Refusal,
  UnitId,
} from '../process.ts';
import type { PetitionLaw, PetitionLimit } from '../rulebook/petition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { startLimit } from './dates.ts';
import { type EventOf, type PetitionEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import type { Known, PetitionState, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export interface Law {
  readonly law: Rulebook;
  readonly petition: PetitionLaw;
  readonly calendar: Calendar;
}

/**
 * The law in force. What was begun under a rulebook that knew petitions goes on under that one when
 * a later rulebook has none.
 */
export function lawFor(institution: Institution, state: PetitionState, at: Instant): Law | null {
  const law = rulebookAt(institution, at);
  if (law === null) return null;
  const { petition } = law;
  if (petition !== null) return { law, petition, calendar: calendarOf(institution, law) };
  if (state.status === 'none') return null;
  const { id, version } = state.rulebook;
  const begun = institution.rulebooks.find((one) => one.id === id && one.version === version);
  if (begun === undefined || begun.petition === null) return null;
  return { law: begun, petition: begun.petition, calendar: calendarOf(institution, begun) };
}

/**
 * A decision in the making: each event said is at once part of the state that the next one rests
 * on. Local to one `decide`, which stays a function of its arguments.
 */
export class Telling<State extends PetitionState = PetitionState> {
  readonly events: Decided<PetitionEvent>[] = [];
  readonly claims: Claim[] = [];
  readonly aliases: Alias[] = [];
  readonly facts: Facts;
  #law: Law;
  #as: Post | null;
  #state: PetitionState;

  constructor(state: PetitionState, facts: Facts, law: Law, as: Post | null) {
    this.#state = state;
    this.facts = facts;
    this.#law = law;
    this.#as = as;
  }

  get state(): State {
    return this.#state as State;
  }

  get law(): Law {
    return this.#law;
  }

  /** The petition as it stands, where it must have been registered. */
  get known(): Known {
    const state = this.#state;
    if (state.status === 'none') throw new Error('petition: nothing was registered');
    return state;
  }

  /** The post acted as, which a stand-in or a secretary may not hold; only for acts of staff. */
  get post(): Post {
    if (this.#as === null) throw new Error('petition: an act of staff without a post');
    return this.#as;
  }

  /** From here on told by somebody: what fell due was told by nobody. */
  by(as: Post | null): this {
    this.#as = as;
    return this;
  }

  /** From here on under the law of another instant: what fell due did so under its own. */
  under(law: Law): this {
    this.#law = law;
    return this;
  }

  /** Says an event in its newest shape, at the act's instant unless another is given. */
  say<Type extends PetitionEvent['type']>(
    type: Type,
    data: EventOf<Type>['data'],
    at: Instant = this.facts.occurredAt,
  ): this {
    return this.#add({ type, v: VOCABULARY[type], data } as PetitionEvent, at);
  }

  /** A statutory limit counts from the day the act happened, entered late or not. */
  start(limit: PetitionLimit, unit: UnitId, at: Instant = this.facts.occurredAt): this {
    const counting = { law: this.law.petition, calendar: this.law.calendar };
    return this.#add(startLimit(this.known.clocks, limit, { unit, at }, counting), at);
  }

  /** Meets the clock of this id, where it is still owed, and whatever its miss had set going. */
  meet(id: string | null): this {
    const clock = id === null ? undefined : clockOf(this.known.clocks, id);
    const at = this.facts.occurredAt;
    if (clock === undefined || !isLive(clock)) return this;
    return this.#add(clockActs.meet(clock, at), at).#leave(clock.id, 'done', at);
  }

  meetKind(kind: PetitionLimit): this {
    return this.meet(liveOf(this.known.clocks, kind)?.id ?? null);
  }

  /** Ends a kind's clock unmet: what it held to is no longer owed, or its window closes. */
  drop(kind: PetitionLimit, reason: string, at: Instant = this.facts.occurredAt): this {
    const clock = liveOf(this.known.clocks, kind);
    if (clock === undefined) return this;
    return this.#add(clockActs.end(clock, reason), at).#leave(clock.id, reason, at);
  }

  dropAll(reason: string): this {
    const at = this.facts.occurredAt;
    for (const { clock } of this.known.ladders) this.#leave(clock, reason, at);
    for (const clock of this.known.clocks.filter(isLive)) {
      this.#add(clockActs.end(clock, reason), at);
    }
    return this;
  }

  /** What the rulebook makes of a missed limit, or of a rung that was missed. */
  climb(id: string, at: Instant): this {
    const clock = clockOf(this.known.clocks, id);
    if (clock === undefined) throw new Error(`petition: no clock ${id}`);
    return this.#all(ladder.climb(this.known, clock, at, this.law), at);
  }

  /** The act that a rung waits for was done. */
  answer(one: ladder.Ladder): this {
    const at = this.facts.occurredAt;
    return this.#all(ladder.answer(this.known, one, at, this.law), at);
  }

  #leave(clock: string, reason: string, at: Instant): this {
    return this.#all(ladder.leave(this.known, clock, reason), at);
  }

  #all(events: readonly Decided<PetitionEvent>[], at: Instant): this {
    for (const { occurredAt = at, ...event } of events) {
      this.#add(event as PetitionEvent, occurredAt);
    }
    return this;
  }

  claim(claim: Claim): this {
    this.claims.push(claim);
    return this;
  }

  alias(alias: Alias): this {
    this.aliases.push(alias);
    return this;
  }

  add(event: Decided<PetitionEvent>): this {
    return this.#add(event, event.occurredAt ?? this.facts.occurredAt);
  }

  #add(event: PetitionEvent, at: Instant): this {
    const { occurredAt, now, stream, actor } = this.facts;
    const { type, v, data } = event;
    const plain = { type, v, data } as PetitionEvent;
    this.events.push(at === occurredAt ? plain : { ...plain, occurredAt: at });
    const recorded = {
      ...plain,
      stream,
      version: 0,
      occurredAt: at,
      recordedAt: now,
      actedBy: actor,
    };
    this.#state = evolve(this.#state, recorded as Recorded<PetitionEvent>);
    return this;
  }
}

/** What a rule answers: why not, or nothing once it has told what follows. */
export type Answer = { readonly refusal: Refusal } | null | Telling;

/** One command's rule: the statuses it may come in, and what follows. */
export interface Rule<Type extends CommandType = CommandType, From extends Status = Status> {
  readonly from: readonly From[];
  /** It may have happened before the present status began. */
  readonly anyOrder?: true;
  /** It binds others or lets them go: it happens when it is entered, and not earlier. */
  readonly atOnce?: true;
  decide(data: CommandOf<Type>['data'], tell: Telling<StateOf<From>>): Answer;
}

/** Writes a rule against the statuses it names alone; `decide` hands it no other. */
export const rule = <Type extends CommandType, From extends Status>(
  _type: Type,
  narrow: Rule<Type, From>,
): Rule<Type> => narrow as unknown as Rule<Type>;

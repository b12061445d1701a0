import { calendarOf, type Institution, rulebookAt } from '../authority/institution.ts';
import * as clockActs from '../clock/acts.ts';
import { clockOf, isLive, liveOf } from '../clock/clock.ts';
import * as ladder from '../clock/ladder.ts';
import type {
  Claim,
  Decided,
  Facts,
  Instant,
  Post,
  Recorded,
  Refusal,
  UnitId,
} from '../process.ts';
import type { Deadline, Rulebook } from '../rulebook/rulebook.ts';
import type { SponsorshipLaw } from '../rulebook/sponsorship.ts';
import type { Calendar } from '../time/calendar.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { type EventOf, type SponsorshipEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import type { Known, SponsorshipState, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export interface Law {
  readonly law: Rulebook;
  readonly sponsorship: SponsorshipLaw;
  readonly calendar: Calendar;
}

/**
 * The law in force. What was begun under a rulebook that had sponsorship goes on under that one when
 * a later rulebook has none.
 */
export function lawFor(institution: Institution, state: SponsorshipState, at: Instant): Law | null {
  const law = rulebookAt(institution, at);
  if (law === null) return null;
  if (law.sponsorship !== null) {
    return { law, sponsorship: law.sponsorship, calendar: calendarOf(institution, law) };
  }
  if (state.status === 'none') return null;
  const { id, version } = state.rulebook;
  const begun = institution.rulebooks.find((one) => one.id === id && one.version === version);
  if (begun === undefined || begun.sponsorship === null) return null;
  return { law: begun, sponsorship: begun.sponsorship, calendar: calendarOf(institution, begun) };
}

/**
 * A decision in the making: each event said is at once part of the state that the next one rests
 * on. Local to one `decide`, which stays a function of its arguments.
 */
export class Telling<State extends SponsorshipState = SponsorshipState> {
  readonly events: Decided<SponsorshipEvent>[] = [];
  readonly claims: Claim[] = [];
  readonly facts: Facts;
  #law: Law;
  #as: Post | null;
  #state: SponsorshipState;

  constructor(state: SponsorshipState, facts: Facts, law: Law, as: Post | null) {
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

  /** The sponsorship as it stands, where it must have been nominated. */
  get known(): Known {
    const state = this.#state;
    if (state.status === 'none') throw new Error('sponsorship: nothing was nominated');
    return state;
  }

  /** The post acted as, which a stand-in or a secretary may not hold; only for acts of staff. */
  get post(): Post {
    if (this.#as === null) throw new Error('sponsorship: an act of staff without a post');
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
  say<Type extends SponsorshipEvent['type']>(
    type: Type,
    data: EventOf<Type>['data'],
    at: Instant = this.facts.occurredAt,
  ): this {
    return this.#add({ type, v: VOCABULARY[type], data } as SponsorshipEvent, at);
  }

  /**
   * Starts a clock now, whenever what starts it happened: nobody is held to what nobody had told
   * them. `target` where a date was named instead of a duration.
   */
  start(
    kind: string,
    unit: UnitId,
    deadline: Pick<Deadline, 'duration' | 'citation'> & Partial<Pick<Deadline, 'legal'>>,
    target?: Instant,
  ): this {
    const at = this.facts.now;
    const named = target === undefined ? {} : { target };
    const terms = { kind, unit, at, deadline: { legal: null, ...deadline }, ...named };
    return this.#add(
      clockActs.start(this.known.clocks, { ...terms, calendar: this.law.calendar }),
      at,
    );
  }

  /** Meets a clock that is still owed, and whatever its miss had set going. */
  meet(id: string, at: Instant = this.facts.occurredAt): this {
    const clock = clockOf(this.known.clocks, id);
    if (clock !== undefined && isLive(clock)) this.#add(clockActs.meet(clock, at), at);
    return this.#leave(id, 'done', at);
  }

  /** Ends a clock unmet: what it held to is no longer owed. */
  drop(id: string, reason: string, at: Instant = this.facts.occurredAt): this {
    const clock = clockOf(this.known.clocks, id);
    if (clock !== undefined && isLive(clock)) this.#add(clockActs.end(clock, reason), at);
    return this.#leave(id, reason, at);
  }

  /** The live clock of a kind, where there is one. */
  meetKind(kind: string): this {
    const clock = liveOf(this.known.clocks, kind);
    return clock === undefined ? this : this.meet(clock.id);
  }

  dropKind(kind: string, reason: string): this {
    const clock = liveOf(this.known.clocks, kind);
    return clock === undefined ? this : this.drop(clock.id, reason);
  }

  /** Another unit owes the promise from here on; its due time stays. */
  handOn(kind: string, unit: UnitId): this {
    const clock = liveOf(this.known.clocks, kind);
    if (clock === undefined || clock.unit === unit) return this;
    const at = this.facts.occurredAt;
    return this.#all(ladder.handOn(this.known, clock, unit, at, this.law), at);
  }

  dropAll(reason: string, at: Instant = this.facts.occurredAt): this {
    for (const { clock } of this.known.ladders) this.#leave(clock, reason, at);
    for (const clock of this.known.clocks.filter(isLive)) {
      this.#add(clockActs.end(clock, reason), at);
    }
    return this;
  }

  /** What the rulebook makes of a missed clock. */
  climb(id: string, at: Instant): this {
    const clock = clockOf(this.known.clocks, id);
    if (clock === undefined) throw new Error(`sponsorship: no clock ${id}`);
    return this.#all(ladder.climb(this.known, clock, at, this.law), at);
  }

  answer(one: ladder.Ladder): this {
    const at = this.facts.occurredAt;
    return this.#all(ladder.answer(this.known, one, at, this.law), at);
  }

  claim(claim: Claim): this {
    this.claims.push(claim);
    return this;
  }

  add(event: Decided<SponsorshipEvent>): this {
    return this.#add(event, event.occurredAt ?? this.facts.occurredAt);
  }

  #leave(clock: string, reason: string, at: Instant): this {
    return this.#all(ladder.leave(this.known, clock, reason), at);
  }

  #all(events: readonly Decided<SponsorshipEvent>[], at: Instant): this {
    for (const event of events) this.#add(event, at);
    return this;
  }

  #add(event: SponsorshipEvent, at: Instant): this {
    const { occurredAt, now, stream, actor } = this.facts;
    this.events.push(at === occurredAt ? plain(event) : { ...plain(event), occurredAt: at });
    const recorded = {
      ...event,
      stream,
      version: 0,
      occurredAt: at,
      recordedAt: now,
      actedBy: actor,
    };
    this.#state = evolve(this.#state, recorded as Recorded<SponsorshipEvent>);
    return this;
  }
}

function plain(event: Decided<SponsorshipEvent>): SponsorshipEvent {
  const { type, v, data } = event;
  return { type, v, data } as SponsorshipEvent;
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

import type { LawOf } from './authority/institution.ts';
import * as clockActs from './clock/acts.ts';
import { type Clock, clockOf, isLive, liveOf } from './clock/clock.ts';
import * as ladder from './clock/ladder.ts';
import type {
  Claim,
  Decided,
  Facts,
  Instant,
  Post,
  ProcessEvent,
  Recorded,
  UnitId,
} from './process.ts';
import type { Deadline } from './rulebook/rulebook.ts';

/** A process as a decision in the making sees it. */
export interface Told<State, Event extends ProcessEvent> {
  readonly name: string;
  /** The newest shape of each event. */
  readonly vocabulary: Readonly<Record<Event['type'], number>>;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
}

/** What has begun, its promises, and the ladders of those that were missed where it has any. */
interface Begun {
  readonly clocks: readonly Clock[];
  readonly ladders?: readonly ladder.Ladder[];
}

type DataOf<Event extends ProcessEvent, Type> = Extract<Event, { readonly type: Type }>['data'];
type Known<State> = Exclude<State, { readonly status: 'none' }>;

/**
 * A decision in the making: each event said is at once part of the state that the next one rests
 * on. Local to one `decide`, which stays a function of its arguments. `State` is what a rule knows of
 * it by the statuses it may come in.
 */
export class Telling<
  All extends { readonly status: string },
  State extends All,
  Event extends ProcessEvent,
  Law extends LawOf<never>,
> {
  readonly events: Decided<Event>[] = [];
  readonly claims: Claim[] = [];
  readonly facts: Facts;
  readonly #of: Told<All, Event>;
  #law: Law;
  #as: Post | null;
  #state: All;

  constructor(of: Told<All, Event>, state: All, facts: Facts, law: Law, as: Post | null = null) {
    this.#of = of;
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

  /** As it stands, where it must have begun. */
  get known(): Known<All> {
    if (this.#state.status === 'none') throw new Error(`${this.#of.name}: nothing has begun`);
    return this.#state as Known<All>;
  }

  /** The post acted as, which a stand-in or a secretary may not hold; only for acts of staff. */
  get post(): Post {
    if (this.#as === null) throw new Error(`${this.#of.name}: an act of staff without a post`);
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
  say<Type extends Event['type']>(
    type: Type,
    data: DataOf<Event, Type>,
    at: Instant = this.facts.occurredAt,
  ): this {
    return this.add({ type, v: this.#of.vocabulary[type], data } as unknown as Event, at);
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
    const { calendar } = this.law;
    const terms = { kind, unit, at, deadline: { legal: null, ...deadline }, calendar, ...named };
    return this.#all([clockActs.start(this.#begun.clocks, terms)], at);
  }

  /** Meets a clock that is still owed, and whatever its miss had set going. */
  meet(id: string, at: Instant = this.facts.occurredAt): this {
    const clock = clockOf(this.#begun.clocks, id);
    if (clock !== undefined && isLive(clock)) this.#all([clockActs.meet(clock, at)], at);
    return this.#leave(id, 'done', at);
  }

  /** Ends a clock unmet: what it held to is no longer owed, or its window closes. */
  drop(id: string, reason: string, at: Instant = this.facts.occurredAt): this {
    const clock = clockOf(this.#begun.clocks, id);
    if (clock !== undefined && isLive(clock)) this.#all([clockActs.end(clock, reason)], at);
    return this.#leave(id, reason, at);
  }

  /** Meets the live clock of a kind, where there is one. */
  meetKind(kind: string): this {
    const clock = liveOf(this.#begun.clocks, kind);
    return clock === undefined ? this : this.meet(clock.id);
  }

  dropKind(kind: string, reason: string, at: Instant = this.facts.occurredAt): this {
    const clock = liveOf(this.#begun.clocks, kind);
    return clock === undefined ? this : this.drop(clock.id, reason, at);
  }

  dropAll(reason: string, at: Instant = this.facts.occurredAt): this {
    for (const { clock } of this.#standing.ladders) this.#leave(clock, reason, at);
    for (const clock of this.#begun.clocks.filter(isLive)) {
      this.#all([clockActs.end(clock, reason)], at);
    }
    return this;
  }

  /** Another unit owes the promise from here on; its due time stays. */
  handOn(kind: string, unit: UnitId): this {
    const clock = liveOf(this.#begun.clocks, kind);
    if (clock === undefined || clock.unit === unit) return this;
    const at = this.facts.occurredAt;
    return this.#all(ladder.handOn(this.#standing, clock, unit, at, this.law), at);
  }

  /** What the rulebook makes of a missed clock, or of a rung that was missed. */
  climb(id: string, at: Instant): this {
    const clock = clockOf(this.#begun.clocks, id);
    if (clock === undefined) throw new Error(`${this.#of.name}: no clock ${id}`);
    return this.#all(ladder.climb(this.#standing, clock, at, this.law), at);
  }

  /** The act that a rung waits for was done. */
  answer(one: ladder.Ladder): this {
    const at = this.facts.occurredAt;
    return this.#all(ladder.answer(this.#standing, one, at, this.law), at);
  }

  claim(claim: Claim): this {
    this.claims.push(claim);
    return this;
  }

  /** An event made elsewhere, at its own instant. */
  add(event: Decided<Event>, at: Instant = event.occurredAt ?? this.facts.occurredAt): this {
    const { occurredAt, now, stream, actor } = this.facts;
    const { type, v, data } = event;
    const plain = { type, v, data } as unknown as Event;
    this.events.push(at === occurredAt ? plain : { ...plain, occurredAt: at });
    const recorded = {
      ...plain,
      stream,
      version: 0,
      occurredAt: at,
      recordedAt: now,
      actedBy: actor,
    };
    this.#state = this.#of.evolve(this.#state, recorded as Recorded<Event>);
    return this;
  }

  get #begun(): Begun {
    return this.known as unknown as Begun;
  }

  get #standing() {
    const { clocks, ladders = [] } = this.#begun;
    return { clocks, ladders };
  }

  #leave(clock: string, reason: string, at: Instant): this {
    return this.#all(ladder.leave(this.#standing, clock, reason), at);
  }

  /** Clocks and ladders speak of events that every process with promises has in its vocabulary. */
  #all(events: readonly ProcessEvent[], at: Instant): this {
    for (const event of events) this.add(event as Event, at);
    return this;
  }
}

import { calendarOf, type Institution, rulebookAt } from '../authority/institution.ts';
import * as clockActs from '../clock/acts.ts';
import { liveOf } from '../clock/clock.ts';
import { evolveClocks } from '../clock/evolve.ts';
import type { Decided, Facts, Instant, Refusal } from '../process.ts';
import type { ReportDesk } from '../rulebook/report.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import { dateOfWall } from '../time/civil.ts';
import { startOfDay, zoneOf } from '../time/zone.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { type EventOf, type ReportEvent, VOCABULARY } from './events.ts';
import type { ReportState, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export interface Law {
  readonly law: Rulebook;
  readonly desk: ReportDesk;
  readonly calendar: Calendar;
}

/**
 * The law in force. What was received under a rulebook that had a desk goes on under that one when a
 * later rulebook has none.
 */
export function lawFor(institution: Institution, state: ReportState, at: Instant): Law | null {
  const law = rulebookAt(institution, at);
  if (law === null) return null;
  const { desk } = law.reportWrongdoing;
  if (desk !== null) return { law, desk, calendar: calendarOf(institution, law) };
  if (state.status === 'none') return null;
  const { id, version } = state.rulebook;
  const begun = institution.rulebooks.find((one) => one.id === id && one.version === version);
  const then = begun?.reportWrongdoing.desk ?? null;
  if (begun === undefined || then === null) return null;
  return { law: begun, desk: then, calendar: calendarOf(institution, begun) };
}

/** The kinds of a report's clocks. One is live at a time, from the first day to the end. */
export const LOOK = 'report-look';
export const SETTLE = 'report-settle';

/** A decision in the making: what is said, and the clocks as it leaves them. Local to one `decide`. */
export class Telling<State extends ReportState = ReportState> {
  readonly events: Decided<ReportEvent>[] = [];
  readonly facts: Facts;
  readonly law: Law;
  readonly state: State;
  #clocks: StateOf<'received'>['clocks'];

  constructor(state: State, facts: Facts, law: Law) {
    this.state = state;
    this.facts = facts;
    this.law = law;
    this.#clocks = state.status === 'none' ? [] : state.clocks;
  }

  /**
   * The beginning of the day in which it happens. What a reporter does is dated so: who was seen at
   * which hour is known in a small office.
   */
  get day(): Instant {
    const zone = zoneOf(this.law.calendar.zone);
    return startOfDay(zone, dateOfWall(zone.toWall(this.facts.now)));
  }

  say<Type extends ReportEvent['type']>(
    type: Type,
    data: EventOf<Type>['data'],
    at: Instant = this.facts.now,
  ): this {
    return this.add({ type, v: VOCABULARY[type], data } as ReportEvent, at);
  }

  start(kind: typeof LOOK | typeof SETTLE, at: Instant = this.facts.now): this {
    const { desk, calendar } = this.law;
    const unit = this.state.status === 'none' ? desk.unit : this.state.unit;
    const duration = kind === LOOK ? desk.within : desk.settle;
    const deadline = { duration, legal: null, citation: desk.citation };
    return this.add(clockActs.start(this.#clocks, { kind, unit, at, deadline, calendar }), at);
  }

  meet(kind: typeof LOOK | typeof SETTLE): this {
    const clock = liveOf(this.#clocks, kind);
    const { now } = this.facts;
    return clock === undefined ? this : this.add(clockActs.meet(clock, now) as ReportEvent, now);
  }

  /** What has fallen due by now, each at its own due time, whoever looks and whenever. */
  lapse(): this {
    for (const { occurredAt, ...breach } of clockActs.breaches(this.#clocks, this.facts.now)) {
      this.add(breach, occurredAt);
    }
    return this;
  }

  add(event: ReportEvent, at: Instant = this.facts.now): this {
    this.events.push(at === this.facts.occurredAt ? event : { ...event, occurredAt: at });
    if ('clock' in event.data) {
      this.#clocks = evolveClocks(this.#clocks, { ...event, occurredAt: at } as never);
    }
    return this;
  }
}

/** What a rule answers: why not, or nothing once it has told what follows. */
export type Answer = { readonly refusal: Refusal } | Telling;

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

import * as clock from '../clock/acts.ts';
import { type Clock, isLive, liveOf } from '../clock/clock.ts';
import { deadlineFor } from '../clock/due.ts';
import type { ClockEvent } from '../clock/events.ts';
import * as ladder from '../clock/ladder.ts';
import type { Decided, Facts, Post, Recorded, Refusal, UnitId } from '../process.ts';
import type { Rulebook, ClockKind as RuledKind } from '../rulebook/rulebook.ts';
import type { Calendar } from '../time/calendar.ts';
import type { CommandOf, CommandType } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { CaseState, StateOf, Status } from './state.ts';

/** What an act sees: the case as it stands, the law in force when it happened. */
export interface Scene<State extends CaseState = CaseState> {
  readonly state: State;
  readonly facts: Facts;
  /** The post acted as, which a stand-in or a secretary may not hold; null for person and machine. */
  readonly as: Post | null;
  readonly law: Rulebook;
  readonly calendar: Calendar;
}

export type CaseDecision =
  | { readonly events: readonly Decided<CaseEvent>[]; readonly aliases?: Aliases }
  | { readonly refusal: Refusal };

type Aliases = readonly { readonly kind: 'receipt' | 'external'; readonly key: string }[];

/** One command's rule: the statuses it may come in, and what follows. */
export interface Rule<Type extends CommandType = CommandType, From extends Status = Status> {
  readonly from: readonly From[];
  /** It may have happened before the present status began: a call entered after the reply. */
  readonly anyOrder?: true;
  /** What stands in the way whatever the command says; a screen asks it before anything is typed. */
  bars?(scene: Scene<StateOf<From>>): { readonly refusal: Refusal } | null;
  decide(data: CommandOf<Type>['data'], scene: Scene<StateOf<From>>): CaseDecision;
}

/**
 * Writes a rule against the statuses it names alone. `decide` hands it no other, which is where
 * the narrower type is earned back.
 */
export const rule = <Type extends CommandType, From extends Status>(
  _type: Type,
  narrow: Rule<Type, From>,
): Rule<Type> => narrow as unknown as Rule<Type>;

/**
 * The kinds of clock a case runs: the rulebook's, dispatching, which has the time of triage, and
 * the one the system above set.
 */
export type ClockKind = RuledKind | 'dispatch' | 'upstream';

/** Starts a clock at the act. */
export function start(
  scene: Scene,
  kind: ClockKind,
  unit: UnitId,
  urgency = urgencyOf(scene.state),
): readonly ClockEvent[] {
  const { law, calendar, state, facts } = scene;
  const deadline = deadlineFor(law, kind === 'dispatch' ? 'triage' : kind, urgency);
  if (deadline === null) {
    throw new Error(`rulebook ${law.id} ${law.version} has no deadline for ${kind}`);
  }
  const at = facts.occurredAt;
  return [clock.start(clocksOf(state), { kind, unit, at, deadline, calendar })];
}

const urgencyOf = (state: CaseState): string | null =>
  state.status === 'none' ? null : (state.triage?.urgency ?? null);

const clocksOf = (state: CaseState) => (state.status === 'none' ? [] : state.clocks);

/** Meets the live clocks of these kinds, whoever holds them, and whatever their miss had set going. */
export const meet = (scene: Scene, ...kinds: readonly ClockKind[]): Timed =>
  kinds.flatMap((kind) => {
    const found = liveOf(clocksOf(scene.state), kind);
    if (found === undefined) return [];
    return [clock.meet(found, scene.facts.occurredAt), ...left(scene, found, 'done')];
  });

/** Ends the live clocks of these kinds unmet: what they held to is no longer owed. */
export const drop = (scene: Scene, reason: string, ...kinds: readonly ClockKind[]): Timed =>
  clocksOf(scene.state)
    .filter((one) => isLive(one) && kinds.some((kind) => kind === one.kind))
    .flatMap((one) => [clock.end(one, reason), ...left(scene, one, reason)]);

/** Ends every live clock but the kinds named, which have events of their own. */
export const dropAll = (scene: Scene, reason: string, ...except: readonly ClockKind[]): Timed => {
  const rungs = laddersOf(scene.state).map(({ timer }) => timer);
  return clocksOf(scene.state)
    .filter((one) => isLive(one) && !rungs.includes(one.id))
    .filter((one) => !except.some((kind) => kind === one.kind))
    .flatMap((one) => [clock.end(one, reason), ...left(scene, one, reason)]);
};

/**
 * The unit owes what these kinds' live clocks hold to from here on; one after the other, for each may
 * begin a rung of its own.
 */
export function handOn(scene: Scene, unit: UnitId, ...kinds: readonly ClockKind[]): Timed {
  const { law, calendar, facts } = scene;
  const events: Decided<ClockEvent | ladder.LadderEvent>[] = [];
  for (const kind of kinds) {
    const { state } = later(scene, events);
    const found = liveOf(clocksOf(state), kind);
    if (state.status === 'none' || found === undefined || found.unit === unit) continue;
    const on = { law, calendar };
    events.push(...ladder.handOn(state, found, unit, facts.occurredAt, on));
  }
  return events;
}

/** What the act does to clocks and their ladders. */
export type Timed = readonly Decided<ClockEvent | ladder.LadderEvent>[];

const left = ({ state }: Scene, { id }: Clock, reason: string): Timed =>
  state.status === 'none' ? [] : ladder.leave(state, id, reason);

const laddersOf = (state: CaseState) => (state.status === 'none' ? [] : state.ladders);

/** The scene after some of the events an act is about to say. */
export function later<State extends CaseState = CaseState>(
  scene: Scene,
  events: readonly Decided<CaseEvent>[],
): Scene<State> {
  return { ...scene, state: advance(scene.state, events, scene.facts) as State };
}

export const advance = (
  state: CaseState,
  events: readonly Decided<CaseEvent>[],
  facts: Facts,
): CaseState => events.reduce((now, event) => evolve(now, record(event, facts)), state);

const record = (event: Decided<CaseEvent>, facts: Facts): Recorded<CaseEvent> => ({
  ...event,
  stream: facts.stream,
  version: 0,
  occurredAt: event.occurredAt ?? facts.occurredAt,
  recordedAt: facts.now,
  actedBy: facts.actor,
});

/** The post acted as, in a rule that only staff may follow. */
export function postOf({ as }: Scene): Post {
  if (as === null) throw new Error('case: an act of staff without a post');
  return as;
}

/** An event of the case, as version 1 of its shape. */
export const say = <Type extends CaseEvent['type']>(
  type: Type,
  data: Extract<CaseEvent, { readonly type: Type }>['data'],
): Extract<CaseEvent, { readonly type: Type }> =>
  ({ type, v: 1, data }) as Extract<CaseEvent, { readonly type: Type }>;

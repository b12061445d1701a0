import { type Institution, type LawOf, lawOf } from '../authority/institution.ts';
import * as clockActs from '../clock/acts.ts';
import type { Facts, Instant, Post, Refusal } from '../process.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import { Telling as Base } from '../telling.ts';
import type { Duration } from '../time/duration.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { type RetentionEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import type { RetentionState, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export type Law = LawOf<'retention'>;

export const lawFor = (institution: Institution, state: RetentionState, at: Instant): Law | null =>
  lawOf(institution, 'retention', state.status === 'none' ? null : state.rulebook, at);

/** When a clock runs from, if not from now, and where to, if an instant was named. */
interface Span {
  readonly from?: Instant;
  readonly target?: Instant;
}

/** A decision in the making about one retention. */
export class Telling<State extends RetentionState = RetentionState> extends Base<
  RetentionState,
  State,
  RetentionEvent,
  Law
> {
  constructor(state: RetentionState, facts: Facts, law: Law) {
    super({ name: 'retention', vocabulary: VOCABULARY, evolve }, state, facts, law);
  }

  /** The account that acts; only for acts of staff. */
  get account(): string {
    const { actor } = this.facts;
    if (actor.kind !== 'staff') throw new Error('retention: an act of staff without an account');
    return actor.account;
  }

  /** Starts a clock of the unit that keeps it, now unless said. */
  run(
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

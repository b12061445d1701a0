import { type Institution, type LawOf, lawOf } from '../authority/institution.ts';
import type { Alias, Facts, Instant, Post, Refusal, UnitId } from '../process.ts';
import type { PetitionLimit } from '../rulebook/petition.ts';
import { Telling as Base } from '../telling.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { startLimit } from './dates.ts';
import { type PetitionEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import type { PetitionState, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export type Law = LawOf<'petition'>;

export const lawFor = (institution: Institution, state: PetitionState, at: Instant): Law | null =>
  lawOf(institution, 'petition', state.status === 'none' ? null : state.rulebook, at);

/** A decision in the making about one petition. */
export class Telling<State extends PetitionState = PetitionState> extends Base<
  PetitionState,
  State,
  PetitionEvent,
  Law
> {
  readonly aliases: Alias[] = [];

  constructor(state: PetitionState, facts: Facts, law: Law, as: Post | null) {
    super({ name: 'petition', vocabulary: VOCABULARY, evolve }, state, facts, law, as);
  }

  /** A statutory limit counts from the day the act happened, entered late or not. */
  run(limit: PetitionLimit, unit: UnitId, at: Instant = this.facts.occurredAt): this {
    const counting = { law: this.law.petition, calendar: this.law.calendar };
    return this.add(startLimit(this.known.clocks, limit, { unit, at }, counting), at);
  }

  alias(alias: Alias): this {
    this.aliases.push(alias);
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

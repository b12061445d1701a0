import { type Institution, type LawOf, lawOf } from '../authority/institution.ts';
import type { Facts, Instant, Refusal, UnitId } from '../process.ts';
import { Telling as Base } from '../telling.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { type CallbackEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import type { CallbackState, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export type Law = LawOf<'callback'>;

export const lawFor = (institution: Institution, state: CallbackState, at: Instant): Law | null =>
  lawOf(institution, 'callback', state.status === 'none' ? null : state.rulebook, at);

/** A decision in the making about one callback. */
export class Telling<State extends CallbackState = CallbackState> extends Base<
  CallbackState,
  State,
  CallbackEvent,
  Law
> {
  constructor(state: CallbackState, facts: Facts, law: Law) {
    super({ name: 'callback', vocabulary: VOCABULARY, evolve }, state, facts, law);
  }

  /** The unit that speaks, or the person themselves. */
  get speaker(): UnitId | 'person' {
    return this.facts.actor.kind === 'person' ? 'person' : this.post.unit;
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

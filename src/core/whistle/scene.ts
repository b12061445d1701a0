import { type Institution, type LawOf, lawOf } from '../authority/institution.ts';
import type { Facts, Instant, Post, Refusal } from '../process.ts';
import type { WhistleLaw, WhistleLevel } from '../rulebook/rulebook.ts';
import { Telling as Base } from '../telling.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { VOCABULARY, type WhistleEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { StateOf, Status, WhistleState } from './state.ts';

/** The law an act is done under. */
export type Law = LawOf<'whistle'>;

export const lawFor = (institution: Institution, state: WhistleState, at: Instant): Law | null =>
  lawOf(institution, 'whistle', state.status === 'none' ? null : state.rulebook, at);

/** A decision in the making about one whistle. */
export class Telling<State extends WhistleState = WhistleState> extends Base<
  WhistleState,
  State,
  WhistleEvent,
  Law
> {
  constructor(state: WhistleState, facts: Facts, law: Law, as: Post | null) {
    super({ name: 'whistle', vocabulary: VOCABULARY, evolve }, state, facts, law, as);
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

export const levelOf = (
  { levels }: WhistleLaw,
  kind: string,
  level: number,
): WhistleLevel | undefined => levels.find((one) => one.kind === kind && one.level === level);

/** The level it was issued at, or the lowest left of its kind where a new rulebook has dropped it. */
export function termsOf({ law, state }: Telling): WhistleLevel {
  if (state.status === 'none') throw new Error('whistle: nothing was proposed');
  const { levels } = law.whistle;
  const found =
    levelOf(law.whistle, state.kind, state.level) ??
    levels.find(({ kind }) => kind === state.kind) ??
    levels[0];
  if (found === undefined) throw new Error(`rulebook ${law.law.id} has no whistle level`);
  return found;
}

import { type Institution, type LawOf, lawOf } from '../authority/institution.ts';
import type { Facts, Instant, Post, Refusal } from '../process.ts';
import { Telling as Base } from '../telling.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { type SponsorshipEvent, VOCABULARY } from './events.ts';
import { evolve } from './evolve.ts';
import type { SponsorshipState, StateOf, Status } from './state.ts';

/** The law an act is done under. */
export type Law = LawOf<'sponsorship'>;

export const lawFor = (
  institution: Institution,
  state: SponsorshipState,
  at: Instant,
): Law | null =>
  lawOf(institution, 'sponsorship', state.status === 'none' ? null : state.rulebook, at);

/** A decision in the making about one sponsorship. */
export class Telling<State extends SponsorshipState = SponsorshipState> extends Base<
  SponsorshipState,
  State,
  SponsorshipEvent,
  Law
> {
  constructor(state: SponsorshipState, facts: Facts, law: Law, as: Post | null) {
    super({ name: 'sponsorship', vocabulary: VOCABULARY, evolve }, state, facts, law, as);
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

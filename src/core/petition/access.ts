import { postsActing, postsEntering } from '../authority/acting.ts';
import { isRecused } from '../authority/posts.ts';
import { ancestorsOf } from '../authority/units.ts';
import { type CaseState, orderOf } from '../case/state.ts';
import { waiting } from '../clock/ladder.ts';
import type { Facts, Post, Refusal, Role, UnitId } from '../process.ts';
import type { PetitionLaw } from '../rulebook/petition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { CommandType } from './commands.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import { holderOf, type Known, letterOf, type PetitionState, partsOf } from './state.ts';

/** What a unit must be to the petition for its posts to act. */
export type Relation =
  /** Any unit; the rule itself looks further. */
  | 'anywhere'
  /** 信访工作机构 of the institution. */
  | 'office'
  /** Whose turn it is: the office, the body, whoever reviews. */
  | 'holder'
  /** One of several bodies it was routed to. */
  | 'named'
  /** The superior of them all. */
  | 'superior'
  /** Whose paper is to be delivered. */
  | 'sender'
  /** Stands above whose turn it is, or owes an act on the ladder of a missed limit. */
  | 'over';

export type Who =
  | { readonly relation: Relation; readonly roles: readonly Role[] }
  /** Whoever holds the receipt of the request it is about. */
  | { readonly person: 'alone' }
  /** The person, or somebody who takes it down and says it is for them. */
  | { readonly person: 'or-helped' }
  | { readonly machine: readonly ('tick' | 'reaction')[] };

const staff = (relation: Relation, ...roles: readonly Role[]): Who => ({ relation, roles });

const HANDLING = ['unit_handler', 'office_head', 'unit_head'] as const;
const office = staff('office', 'dispatcher', ...HANDLING);
const holder = staff('holder', ...HANDLING);

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  register: [staff('anywhere', 'intake_agent', 'dispatcher'), office],
  'hand-over': [office],
  route: [office],
  'agree-body': [staff('named', ...HANDLING)],
  designate: [staff('superior', 'unit_head', 'supervisor')],
  object: [holder],
  'decide-return': [office],
  accept: [holder],
  'not-accept': [holder],
  'ask-extension': [holder],
  // 本机关、单位负责人: the head, and nobody for the head.
  'decide-extension': [staff('holder', 'unit_head')],
  'record-mediation': [holder],
  'open-hearing': [holder],
  'close-hearing': [holder],
  'give-opinion': [holder],
  deliver: [staff('sender', ...HANDLING), office],
  'ask-review': [{ person: 'or-helped' }],
  'claim-new-facts': [{ person: 'or-helped' }],
  look: [office],
  withdraw: [{ person: 'alone' }],
  supervise: [staff('over', 'supervisor', 'unit_head')],
  'note-erased': [{ machine: ['reaction'] }],
  'clock-due': [{ machine: ['tick'] }],
  'recompute-clocks': [{ machine: ['tick', 'reaction'] }],
};

/** What an act names, as far as access asks. */
export interface Named {
  readonly type: CommandType;
  readonly data: { readonly case?: string; readonly letter?: number };
}

interface Law {
  readonly law: Rulebook;
  readonly petition: PetitionLaw;
}

/** Which units stand in a relation to the petition for this act; null where any does. */
export function related(
  relation: Relation,
  { data }: Named,
  state: PetitionState,
  { law, petition }: Law,
): readonly UnitId[] | null {
  if (relation === 'anywhere') return null;
  if (relation === 'office') return [state.status === 'none' ? petition.office : state.office];
  if (state.status === 'none') return [];
  switch (relation) {
    case 'holder':
      return [holderOf(state)];
    case 'named':
      return state.status === 'shared' ? state.bodies : [];
    case 'superior':
      return state.status === 'shared' ? [state.superior] : [];
    case 'sender': {
      const letter = data.letter === undefined ? undefined : letterOf(state, data.letter);
      return letter === undefined ? state.letters.map(({ unit }) => unit) : [letter.unit];
    }
    case 'over':
      return [
        ...ancestorsOf(law, holderOf(state)).map(({ id }) => id),
        ...waiting(state.ladders).flatMap(({ by }) => by ?? []),
      ];
  }
}

export function admits(
  who: Who,
  command: Named,
  post: Post,
  state: PetitionState,
  law: Law,
): boolean {
  if (!('relation' in who) || !who.roles.includes(post.role)) return false;
  const units = related(who.relation, command, state, law);
  return units === null || units.includes(post.unit);
}

/** As which post the act is done, null where no post acts; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

export function authorise(command: Named, state: PetitionState, facts: Facts, law: Law): Authority {
  const { actor, onBehalfOf } = facts;
  const table = ACCESS[command.type];
  const no = (code: RefusalCode) => refuse(code, { command: command.type });
  if (actor.kind === 'machine') {
    const may = table.some(
      (who) => 'machine' in who && who.machine.some((one) => one === actor.name),
    );
    return may ? { as: null } : no('petition.not-yours');
  }
  if (actor.kind === 'person') {
    const theirs = state.status !== 'none' && actor.case === state.case;
    return theirs && table.some((who) => 'person' in who)
      ? { as: null }
      : no('petition.not-the-person');
  }
  if (table.every((who) => 'machine' in who)) return no('petition.machine-only');
  if (isRecused(facts.institution, actor.account, matterOf(command, state, facts), facts.now)) {
    return no('petition.recused');
  }
  const as = postsActing(facts, actor.post).find((post) =>
    table.some((who) => admits(who, command, post, state, law)),
  );
  if (as !== undefined) return { as };
  const helper = postsEntering(facts, actor.post).find((post) => helps(post, state));
  if (helper !== undefined && onBehalfOf?.kind === 'person' && table.some(mayBeHelped)) {
    return { as: helper };
  }
  return no(
    table.every((who) => 'person' in who) ? 'petition.not-the-person' : 'petition.not-yours',
  );
}

const mayBeHelped = (who: Who): boolean => 'person' in who && who.person === 'or-helped';

/** Whoever takes things down for people, and the petition office, to which letters come. */
const helps = ({ unit, role }: Post, state: PetitionState): boolean =>
  role === 'intake_agent' ||
  (state.status !== 'none' && unit === state.office && ['dispatcher', ...HANDLING].includes(role));

/**
 * A declared interest in the case, or in a unit with a part in it, is one in its petition (article
 * 28, invariant 35). An act that does not read the case knows it by the door, which does.
 */
export function matterOf({ data }: Named, state: PetitionState, facts: Facts) {
  const about = facts.others.get(data.case ?? '') as CaseState | undefined;
  const parts = about === undefined || about.status === 'none' ? [] : unitsOfCase(about);
  return state.status === 'none'
    ? { case: data.case ?? facts.stream, units: parts }
    : { case: state.case, units: [state.place, ...partsOf(state), ...parts] };
}

function unitsOfCase(about: Exclude<CaseState, { status: 'none' }>): readonly UnitId[] {
  const order = orderOf(about);
  return [about.place.unit, ...(order === null ? [] : [order.lead, ...order.assisting])];
}

/** The units whose declared interest is one in the petition, for the doors. */
export const interestedIn = (state: Known): readonly UnitId[] => [state.place, ...partsOf(state)];

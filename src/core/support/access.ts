import { postsActing, postsEntering } from '../authority/acting.ts';
import { isRecused } from '../authority/posts.ts';
import { ancestorsOf } from '../authority/units.ts';
import { type CaseState, type Known as KnownCase, orderOf } from '../case/state.ts';
import { waiting } from '../clock/ladder.ts';
import type { Facts, Post, Refusal, Role, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { CommandType } from './commands.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import type { Known, SupportState } from './state.ts';

/** What a unit must be to the support for its posts to act. */
export type Relation =
  /** Any unit; the rule itself looks at the case. */
  | 'anywhere'
  /** Who offered it. */
  | 'manager'
  | 'provider'
  /** Owes an act on the provider's ladder, or stands above the provider. */
  | 'superior';

export type Who =
  | { readonly relation: Relation; readonly roles: readonly Role[] }
  /** The person, or a member of intake staff who says it is for them. */
  | { readonly person: 'or-helped' }
  | { readonly machine: readonly ('tick' | 'reaction')[] };

const staff = (relation: Relation, ...roles: readonly Role[]): Who => ({ relation, roles });

const manager = staff('manager', 'unit_handler', 'office_head', 'unit_head', 'liaison');
const provider = staff('provider', 'unit_handler', 'office_head', 'unit_head');
const theirs: Who = { person: 'or-helped' };

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  offer: [staff('anywhere', 'unit_handler', 'office_head', 'unit_head', 'liaison')],
  'take-back': [manager],
  consent: [theirs],
  refuse: [theirs],
  revoke: [theirs],
  show: [manager, provider],
  deliver: [provider],
  'cannot-deliver': [provider],
  'confirm-receipt': [theirs],
  'deny-receipt': [theirs],
  supervise: [staff('superior', 'supervisor', 'unit_head')],
  'clock-due': [{ machine: ['tick'] }],
  'recompute-clocks': [{ machine: ['tick', 'reaction'] }],
};

/** What an act names, as far as access asks. */
export interface Named {
  readonly type: CommandType;
  readonly data: { readonly case?: string };
}

/** Which units stand in a relation to the support; null where any does. */
export function related(
  relation: Relation,
  state: SupportState,
  law: Rulebook,
): readonly UnitId[] | null {
  if (relation === 'anywhere') return null;
  if (state.status === 'none') return [];
  switch (relation) {
    case 'manager':
      return [state.manager];
    case 'provider':
      return [state.provider];
    case 'superior':
      return [
        ...waiting(state.ladders).flatMap(({ by }) => by ?? []),
        law.dispatch.centre,
        ...ancestorsOf(law, state.provider).map(({ id }) => id),
      ];
  }
}

export function admits(who: Who, post: Post, state: SupportState, law: Rulebook): boolean {
  if (!('relation' in who) || !who.roles.includes(post.role)) return false;
  const units = related(who.relation, state, law);
  return units === null || units.includes(post.unit);
}

/** As which post the act is done, null where no post acts; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

export function authorise(
  command: Named,
  state: SupportState,
  facts: Facts,
  law: Rulebook,
): Authority {
  const { actor } = facts;
  const table = ACCESS[command.type];
  const no = (code: RefusalCode) => refuse(code, { command: command.type });
  if (actor.kind === 'machine') {
    const may = table.some(
      (who) => 'machine' in who && who.machine.some((one) => one === actor.name),
    );
    return may ? { as: null } : no('support.not-yours');
  }
  const personal = table.some((who) => 'person' in who);
  if (actor.kind === 'person') {
    const own = state.status !== 'none' && actor.case === state.case;
    return personal && own ? { as: null } : no('support.not-the-person');
  }
  if (table.every((who) => 'machine' in who)) return no('support.machine-only');
  if (isRecused(facts.institution, actor.account, matterOf(command, state, facts), facts.now)) {
    return no('support.recused');
  }
  if (personal) return helping(command, state, facts);
  const as = postsActing(facts, actor.post).find((post) =>
    table.some((who) => admits(who, post, state, law)),
  );
  return as === undefined ? no('support.not-yours') : { as };
}

/**
 * Intake staff enter the person's word for them, and the log says so. Whoever offered it, and the
 * unit that is to give it, do not: a consent is no consent in the mouth of those who want it.
 */
function helping({ type }: Named, state: SupportState, facts: Facts): Authority {
  const { actor, onBehalfOf } = facts;
  const as =
    actor.kind === 'staff' && onBehalfOf?.kind === 'person'
      ? postsEntering(facts, actor.post).find(({ role }) => role === 'intake_agent')
      : undefined;
  if (as === undefined || actor.kind !== 'staff') {
    return refuse('support.not-the-person', { command: type });
  }
  const partial =
    state.status !== 'none' && (actor.account === state.offerer || as.unit === state.provider);
  return partial ? refuse('support.helper-has-part', { command: type }) : { as };
}

/**
 * A declared interest in the case, or in a unit with a part in it, is one in its supports (invariant
 * 35). An act that does not read the case knows it by the door, which does.
 */
function matterOf({ data }: Named, state: SupportState, facts: Facts) {
  const about = facts.others.get(data.case ?? '') as CaseState | undefined;
  const parts = about === undefined || about.status === 'none' ? [] : partsOf(about);
  return state.status === 'none'
    ? { case: data.case ?? facts.stream, units: parts }
    : { case: state.case, units: partiesOf(state) };
}

export const partiesOf = ({ place, manager, provider }: Known): readonly UnitId[] => [
  place,
  manager,
  provider,
];

function partsOf(about: KnownCase): readonly UnitId[] {
  const order = orderOf(about);
  const ordered = order === null ? [] : [order.lead, ...order.assisting];
  return [about.place.unit, about.holder, ...ordered];
}

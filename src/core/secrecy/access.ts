import { postsActing } from '../authority/acting.ts';
import { isRecused } from '../authority/posts.ts';
import { type CaseState, calledTo, orderOf } from '../case/state.ts';
import type { Facts, Post, Refusal, Role, UnitId } from '../process.ts';
import type { SecrecyLaw } from '../rulebook/secrecy.ts';
import type { CommandType } from './commands.ts';
import { refuse } from './refusals.ts';
import type { SecrecyState } from './state.ts';

/** What a post must be to the hold. */
export type Who =
  /** Heads a unit; that it has a part in the case is the rule's to see. */
  | { readonly head: 'any' }
  /** Heads the unit whose looks it is for. */
  | { readonly head: 'own' }
  /** The second officer that the rulebook names. */
  | { readonly officer: 'second' }
  | { readonly machine: 'tick' };

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  ask: [{ head: 'any' }],
  agree: [{ officer: 'second' }],
  'turn-down': [{ officer: 'second' }],
  lift: [{ head: 'own' }, { officer: 'second' }],
  'clock-due': [{ machine: 'tick' }],
  'recompute-clocks': [{ machine: 'tick' }],
};

const HEAD: Role = 'unit_head';

/** Whether a post satisfies one line of the table. */
export function admits(
  who: Who,
  { unit, role }: Post,
  state: SecrecyState,
  { approver }: SecrecyLaw,
): boolean {
  if ('officer' in who) {
    const second =
      state.status === 'asked' || state.status === 'held' ? state.hold.approver : approver;
    return second.unit === unit && second.role === role;
  }
  if (!('head' in who) || role !== HEAD) return false;
  return who.head === 'any' || ('hold' in state && state.hold.unit === unit);
}

/** A command as far as access asks. */
export interface Named {
  readonly type: CommandType;
  readonly data: object;
}

/** As which post the act is done, null for a machine; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

export function authorise(
  { type, data }: Named,
  state: SecrecyState,
  facts: Facts,
  law: SecrecyLaw,
): Authority {
  const { actor } = facts;
  const table = ACCESS[type];
  const params = { command: type };
  const machines = table.every((who) => 'machine' in who);
  if (actor.kind === 'machine') {
    return machines && actor.name === 'tick' ? { as: null } : refuse('secrecy.not-yours', params);
  }
  if (machines) return refuse('secrecy.machine-only', params);
  if (actor.kind !== 'staff') return refuse('secrecy.not-yours', params);
  // An act that does not read the case knows an interest in its units by the door, which does.
  const named = 'case' in data ? String(data.case) : facts.stream;
  const id = state.status === 'none' ? named : state.case;
  const about = facts.others.get(id) as CaseState | undefined;
  const matter = { case: id, units: partsOf(about) };
  if (isRecused(facts.institution, actor.account, matter, facts.now)) {
    return refuse('secrecy.recused', params);
  }
  const as = postsActing(facts, actor.post).find((post) =>
    table.some((who) => admits(who, post, state, law)),
  );
  return as === undefined ? refuse('secrecy.not-yours', params) : { as };
}

/** Units with a part in the case now. */
export function partsOf(about: CaseState | undefined): readonly UnitId[] {
  if (about === undefined || about.status === 'none') return [];
  const order = orderOf(about);
  const ordered = order === null ? [] : [order.lead, ...order.assisting];
  return [about.place.unit, about.receivedBy, about.holder, ...ordered, ...calledTo(about)];
}

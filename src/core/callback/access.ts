import { postsActing } from '../authority/acting.ts';
import { isRecused } from '../authority/posts.ts';
import type { Facts, Post, Refusal, Role, UnitId } from '../process.ts';
import type { CommandType } from './commands.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import { type CallbackState, isDrawn } from './state.ts';

/** What a unit must be to the callback for its posts to act. */
export type Relation =
  /** The unit that asks; no party to the matter. */
  | 'asker'
  /** To whom the report of pressure that the act names went. */
  | 'hearer';

export type Who =
  | { readonly relation: Relation; readonly roles: readonly Role[] }
  /** Whoever holds the receipt of the case it is about. */
  | { readonly person: 'alone' }
  | { readonly machine: readonly ('tick' | 'reaction')[] };

const asker: Who = { relation: 'asker', roles: ['callback_agent'] };
const person: Who = { person: 'alone' };

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  draw: [{ machine: ['reaction'] }],
  plan: [{ machine: ['reaction'] }],
  'call-in-vain': [asker],
  answer: [asker, person],
  find: [asker, person],
  'report-pressure': [asker, person],
  'answer-pressure': [{ relation: 'hearer', roles: ['supervisor'] }],
  'case-reopened': [{ machine: ['reaction'] }],
  'note-erased': [{ machine: ['reaction'] }],
  'clock-due': [{ machine: ['tick'] }],
  'recompute-clocks': [{ machine: ['tick', 'reaction'] }],
};

/** What an act names, as far as access asks. */
export interface Named {
  readonly type: CommandType;
  readonly data: { readonly report?: number };
}

/** Which units stand in a relation to the callback for this act. */
export function related(
  relation: Relation,
  { data }: Named,
  state: CallbackState,
): readonly UnitId[] {
  if (state.status === 'none') return [];
  if (relation === 'asker') return isDrawn(state) ? [state.asker] : [];
  const named = state.reports.filter(({ n }) => data.report === undefined || n === data.report);
  return (named.length > 0 ? named : state.reports).map(({ to }) => to.unit);
}

export function admits(who: Who, command: Named, post: Post, state: CallbackState): boolean {
  if (!('relation' in who) || !who.roles.includes(post.role)) return false;
  return related(who.relation, command, state).includes(post.unit);
}

/** As which post the act is done, null for person and machine; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

export function authorise(command: Named, state: CallbackState, facts: Facts): Authority {
  const { actor } = facts;
  const table = ACCESS[command.type];
  const no = (code: RefusalCode) => refuse(code, { command: command.type });
  if (actor.kind === 'machine') {
    const may = table.some(
      (who) => 'machine' in who && who.machine.some((one) => one === actor.name),
    );
    return may ? { as: null } : no('callback.not-yours');
  }
  if (actor.kind === 'person') {
    const own = state.status !== 'none' && actor.case === state.case;
    return own && table.some((who) => 'person' in who) ? { as: null } : no('callback.not-yours');
  }
  if (table.every((who) => 'machine' in who)) return no('callback.machine-only');
  if (state.status !== 'none') {
    const matter = { case: state.case, units: state.parties };
    if (isRecused(facts.institution, actor.account, matter, facts.now)) {
      return no('callback.recused');
    }
  }
  const as = postsActing(facts, actor.post).find((post) =>
    table.some((who) => admits(who, command, post, state)),
  );
  return as === undefined ? no('callback.not-yours') : { as };
}

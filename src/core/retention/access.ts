import { postsActing, postsEntering } from '../authority/acting.ts';
import { isRecused } from '../authority/posts.ts';
import type { Facts, Post, Role, UnitId } from '../process.ts';
import type { CommandType } from './commands.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import type { Authority, Law } from './scene.ts';
import type { RetentionState } from './state.ts';

/** What a unit must be to the retention for its posts to act. */
export type Relation =
  /** Whose archivists keep it. */
  | 'keeper'
  /** The dispatch centre of the institution. */
  | 'centre';

export type Who =
  | { readonly relation: Relation; readonly roles: readonly Role[] }
  /** The person of the case it is about, or a member of intake staff who says it is for them. */
  | { readonly person: 'or-helped' }
  | { readonly machine: readonly ('tick' | 'reaction')[] };

const staff = (relation: Relation, ...roles: readonly Role[]): Who => ({ relation, roles });

const archivist = staff('keeper', 'archivist');
/** Two officers, and two accounts. */
const officers: readonly Who[] = [archivist, staff('centre', 'supervisor')];

/** Command by command, who may; whatever is not written here is denied. No hand is in `erase`. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  begin: [{ machine: ['reaction', 'tick'] }],
  stop: [{ machine: ['reaction'] }],
  'place-hold': officers,
  'agree-hold': officers,
  'decline-hold': officers,
  'lift-hold': officers,
  'take-package': [archivist],
  'record-transfer': [archivist],
  'ask-erasure': [{ person: 'or-helped' }],
  'answer-erasure': [archivist],
  erase: [{ machine: ['tick'] }],
  'confirm-erased': [{ machine: ['tick'] }],
  'clock-due': [{ machine: ['tick'] }],
  'recompute-clocks': [{ machine: ['tick', 'reaction'] }],
};

/** Which units stand in a relation to the retention. */
export const related = (
  relation: Relation,
  state: RetentionState,
  { law, retention }: Law,
): readonly UnitId[] =>
  relation === 'centre'
    ? [law.dispatch.centre]
    : [state.status === 'none' ? retention.unit : state.unit];

function admits(who: Who, post: Post, state: RetentionState, law: Law): boolean {
  if (!('relation' in who) || !who.roles.includes(post.role)) return false;
  return related(who.relation, state, law).includes(post.unit);
}

export function authorise(
  command: CommandType,
  state: RetentionState,
  facts: Facts,
  law: Law,
): Authority {
  const { actor, onBehalfOf } = facts;
  const table = ACCESS[command];
  const no = (code: RefusalCode) => refuse(code, { command });
  if (actor.kind === 'machine') {
    const may = table.some(
      (who) => 'machine' in who && who.machine.some((one) => one === actor.name),
    );
    return may ? { as: null } : no('retention.not-yours');
  }
  const helped = table.some((who) => 'person' in who);
  if (actor.kind === 'person') {
    const theirs = state.status !== 'none' && actor.case === state.case;
    return helped && theirs ? { as: null } : no('retention.not-the-person');
  }
  if (table.every((who) => 'machine' in who)) return no('retention.machine-only');
  if (isRecused(facts.institution, actor.account, matterOf(state, facts), facts.now)) {
    return no('retention.recused');
  }
  const as = postsActing(facts, actor.post).find((post) =>
    table.some((who) => admits(who, post, state, law)),
  );
  if (as !== undefined) return { as };
  const helper = postsEntering(facts, actor.post).find(({ role }) => role === 'intake_agent');
  if (helped && helper !== undefined && onBehalfOf?.kind === 'person') return { as: helper };
  return no(helped ? 'retention.not-the-person' : 'retention.not-yours');
}

/** A declared interest in the case, or in a unit with a part in it, is one here (invariant 35). */
const matterOf = (state: RetentionState, { stream }: Facts) =>
  state.status === 'none' ? { case: stream, units: [] } : { case: state.case, units: state.parts };

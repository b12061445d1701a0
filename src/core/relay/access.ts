import { postsActing } from '../authority/acting.ts';
import { isRecused } from '../authority/posts.ts';
import type { CallbackState } from '../callback/state.ts';
import { seesIdentity } from '../case/reach.ts';
import { type CaseState, orderOf } from '../case/state.ts';
import type { Facts, Post, Refusal, StreamId, UnitId } from '../process.ts';
import type { CommandType, RelayCommand } from './commands.ts';
import { refuse } from './refusals.ts';
import { lastCall, type RelayState } from './state.ts';

/** What an actor must be to the calls. */
export type Who =
  /** May reach the person now: what may be looked at for a purpose may be called. */
  | 'reaches'
  /** Of the unit and the role that called. */
  | 'called'
  /** The door that spoke with the exchange. */
  | 'machine';

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, Who>> = {
  ask: 'reaches',
  tell: 'called',
  'note-placed': 'machine',
  'note-refused': 'machine',
};

/** As which post the act is done, null for a machine; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

export function authorise(command: RelayCommand, state: RelayState, facts: Facts): Authority {
  const { actor } = facts;
  const who = ACCESS[command.type];
  const params = { command: command.type };
  if (who === 'machine' || actor.kind !== 'staff') {
    const may = who === 'machine' && actor.kind === 'machine' && actor.name === 'reaction';
    return may ? { as: null } : refuse('relay.not-yours', params);
  }
  const id = command.type === 'ask' ? command.data.case : caseOf(state);
  const about = facts.others.get(id) as CaseState | undefined;
  // Saying what came of a call does not read the case: an interest in its units is the door's to know.
  const matter = { case: id, units: unitsOf(about) };
  if (isRecused(facts.institution, actor.account, matter, facts.now)) {
    return refuse('relay.recused', params);
  }
  const as = postsActing(facts, actor.post).find((post) =>
    command.type === 'ask'
      ? reaches(post, command.data.callback, about, facts, actor.account)
      : isOfCaller(post, state),
  );
  return as === undefined ? refuse('relay.not-yours', params) : { as };
}

const caseOf = (state: RelayState): StreamId => (state.status === 'none' ? '' : state.case);

function reaches(
  { unit, role, ...post }: Post,
  callback: StreamId | null,
  about: CaseState | undefined,
  { others }: Facts,
  account: string,
): boolean {
  if (about === undefined || about.status === 'none') return false;
  if (callback === null) return seesIdentity({ unit, role, ...post }, about, account) !== null;
  const asking = others.get(callback) as CallbackState | undefined;
  return asking?.status === 'asking' && role === 'callback_agent' && unit === asking.asker;
}

const isOfCaller = ({ unit, role }: Post, state: RelayState): boolean => {
  const call = lastCall(state);
  return call?.post.unit === unit && call.post.role === role;
};

function unitsOf(about: CaseState | undefined): readonly UnitId[] {
  if (about === undefined || about.status === 'none') return [];
  const order = orderOf(about);
  return [about.place.unit, ...(order === null ? [] : [order.lead, ...order.assisting])];
}

import { postsActing, postsEntering } from '../authority/acting.ts';
import { isRecused } from '../authority/posts.ts';
import { ancestorsOf } from '../authority/units.ts';
import { waiting } from '../clock/ladder.ts';
import type { Facts, Post, Refusal, Role, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { CommandType } from './commands.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import { type CaseState, type Known, orderOf } from './state.ts';

/** What a unit must be to the case for its posts to act. */
export type Relation =
  /** Any unit: the act asks nothing of the case. */
  | 'anywhere'
  /** First receiver 首接. */
  | 'receiver'
  /** Whose dispatchers the case waits for. */
  | 'desk'
  /** The dispatch centre of the institution. */
  | 'centre'
  /** Decides objections and rules on allocation. */
  | 'ruler'
  /** Responsible this instant. */
  | 'holder'
  | 'lead'
  | 'assisting'
  /** Above the lead unit in the institution. */
  | 'superior'
  /** Owes an act on the ladder of a missed promise. */
  | 'ladder'
  /** Decides the extension that was asked for. */
  | 'approver'
  /** Asks the person whether it is solved. */
  | 'verifier';

type Machine = 'tick' | 'reaction' | 'import' | 'setup';

export type Who =
  | { readonly relation: Relation; readonly roles: readonly Role[] }
  /** Whoever holds the case's receipt. */
  | { readonly person: 'alone' }
  /** The person, or a member of intake staff who says it is for them. */
  | { readonly person: 'or-helped' }
  | { readonly machine: readonly Machine[] };

const staff = (relation: Relation, ...roles: readonly Role[]): Who => ({ relation, roles });
const machine = (...names: readonly Machine[]): Who => ({ machine: names });

const receiver = staff(
  'receiver',
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
);
const desk = staff('desk', 'dispatcher');
const centre = staff('centre', 'dispatcher');
const arbiter = staff('ruler', 'arbiter');
/** Whose desk the sheets of the system above come to, and from whose they go back. */
const exchange = staff('receiver', 'dispatcher');
const lead = staff('lead', 'unit_handler', 'office_head', 'unit_head');
const intake: readonly Who[] = [receiver, desk, centre];

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  register: [
    staff('anywhere', 'intake_agent', 'dispatcher', 'unit_handler', 'office_head', 'unit_head'),
    { person: 'alone' },
  ],
  triage: intake,
  'show-emergency': [...intake, lead, { person: 'alone' }],
  'confirm-handover': [...intake, lead, { person: 'alone' }],
  'answer-at-once': intake,
  redirect: intake,
  merge: [desk, centre],
  unmerge: [desk, centre, machine('reaction')],
  'join-request': [machine('reaction')],
  'leave-request': [machine('reaction')],
  dispatch: [desk, centre],
  'sign-for': [lead],
  object: [lead],
  'decide-objection': [arbiter],
  'rule-allocation': [arbiter],
  // Who in the unit may tell whom: the rule.
  assign: [lead],
  'hand-on': [lead],
  contact: [
    lead,
    staff('holder', 'intake_agent', 'unit_handler', 'office_head', 'unit_head'),
    staff('assisting', 'unit_handler', 'office_head', 'unit_head'),
  ],
  suspend: [staff('lead', 'unit_head')],
  resume: [lead],
  'ask-extension': [lead],
  // The rulebook names the role; the request keeps it.
  'decide-extension': [staff('approver', 'unit_head', 'supervisor', 'dispatcher', 'arbiter')],
  'tell-extension': [lead],
  remind: [...intake, staff('anywhere', 'supervisor')],
  supervise: [
    staff('superior', 'supervisor', 'unit_head'),
    staff('centre', 'supervisor'),
    staff('ladder', 'supervisor', 'unit_head'),
  ],
  reply: [lead],
  // Whose turn it is: the draft's own steps.
  'agree-reply': [lead],
  'send-back-reply': [lead],
  verify: [staff('verifier', 'callback_agent'), { person: 'alone' }],
  close: [staff('verifier', 'callback_agent'), centre],
  reopen: [
    { person: 'or-helped' },
    staff('verifier', 'callback_agent'),
    staff('superior', 'supervisor'),
    staff('centre', 'supervisor', 'callback_agent'),
  ],
  withdraw: [{ person: 'alone' }],
  disagree: [{ person: 'or-helped' }],
  'add-words': [{ person: 'or-helped' }],
  // Who may read the words, and is not one of those they are closed to.
  summarise: [receiver],
  message: [
    lead,
    staff('holder', 'intake_agent', 'unit_handler', 'office_head', 'unit_head'),
    staff('assisting', 'unit_handler', 'office_head', 'unit_head'),
    receiver,
  ],
  'tell-merged': [machine('reaction')],
  'note-whistle': [machine('reaction')],
  'forget-whistle': [machine('reaction')],
  'note-erased': [machine('reaction')],
  'deny-closing': [machine('reaction')],
  'note-petition': [machine('reaction')],
  'note-sponsorship': [machine('reaction')],
  'forget-sponsorship': [machine('reaction')],
  'update-external': [...intake, machine('import')],
  'ask-upstream-return': [lead, desk, centre],
  'ask-upstream-extension': [lead, desk, centre],
  'tell-upstream': [exchange, desk, centre],
  'hear-upstream': [exchange, desk, centre],
  'clock-due': [machine('tick')],
  'recompute-clocks': [machine('tick', 'reaction')],
  'record-history': [machine('import')],
};

/** Which units stand in a relation to the case; null where any does. */
export function related(
  relation: Relation,
  state: CaseState,
  law: Rulebook,
): readonly UnitId[] | null {
  if (relation === 'anywhere') return null;
  if (relation === 'centre') return [law.dispatch.centre];
  if (relation === 'ruler') return [law.objection.ruler];
  if (state.status === 'none') return [];
  const order = orderOf(state);
  switch (relation) {
    case 'receiver':
      return [state.receivedBy];
    case 'desk':
      return [state.desk];
    case 'holder':
      return [state.holder];
    case 'lead':
      return order === null ? [] : [order.lead];
    case 'assisting':
      return order === null ? [] : order.assisting;
    case 'superior':
      return superiors(law, state);
    case 'ladder':
      return waiting(state.ladders).flatMap(({ by }) => by ?? []);
    case 'approver':
      return state.extension === null
        ? []
        : [state.extension.approver.unit, ...superiors(law, state)];
    case 'verifier':
      return [state.status === 'replied' ? state.verification.verifier : law.verification.unit];
  }
}

const superiors = (law: Rulebook, state: Known): readonly UnitId[] =>
  ancestorsOf(law, orderOf(state)?.lead ?? state.holder).map(({ id }) => id);

/** Whether a post satisfies one line of the table. */
export function admits(who: Who, post: Post, state: CaseState, law: Rulebook): boolean {
  if (!('relation' in who) || !who.roles.includes(post.role)) return false;
  if (who.relation === 'approver' && post.role !== approverRole(state)) return false;
  const units = related(who.relation, state, law);
  return units === null || units.includes(post.unit);
}

const approverRole = (state: CaseState) =>
  state.status === 'none' ? undefined : state.extension?.approver.role;

/** As which post the act is done, null where no post acts; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

/**
 * A stand-in acts as the post that is away; an act entered on a post's behalf needs that post to
 * be allowed, and its own unit to enter it.
 */
export function authorise(
  command: CommandType,
  state: CaseState,
  facts: Facts,
  law: Rulebook,
): Authority {
  const { actor, onBehalfOf } = facts;
  const table = ACCESS[command];
  const no = (code: RefusalCode) => refuse(code, { command });
  if (actor.kind === 'machine') {
    const may = table.some((who) => 'machine' in who && who.machine.includes(actor.name));
    return may ? { as: null } : no('case.not-yours');
  }
  if (actor.kind === 'person') {
    const may = table.some((who) => 'person' in who) && actor.case === facts.stream;
    return may ? { as: null } : no('case.not-the-person');
  }
  if (table.every((who) => 'machine' in who)) return no('case.machine-only');
  if (isRecused(facts.institution, actor.account, matterOf(state, facts), facts.now)) {
    return no('case.recused');
  }
  const posts = postsActing(facts, actor.post);
  const as = posts.find((post) => table.some((who) => admits(who, post, state, law)));
  if (as !== undefined) return { as };
  const helper = postsEntering(facts, actor.post).find(({ role }) => role === 'intake_agent');
  if (helper !== undefined && onBehalfOf?.kind === 'person' && table.some(mayBeHelped)) {
    return { as: helper };
  }
  return no(table.every((who) => 'person' in who) ? 'case.not-the-person' : 'case.not-yours');
}

const mayBeHelped = (who: Who): boolean => 'person' in who && who.person === 'or-helped';

function matterOf(state: CaseState, facts: Facts) {
  if (state.status === 'none') return { case: facts.stream, units: [] };
  const order = orderOf(state);
  const ordered = order === null ? [] : [order.lead, ...order.assisting];
  return { case: facts.stream, units: [state.place.unit, ...ordered] };
}

import { postsActing } from '../authority/acting.ts';
import { isRecused } from '../authority/posts.ts';
import { ancestorsOf } from '../authority/units.ts';
import { type CaseState, type Known as KnownCase, orderOf } from '../case/state.ts';
import { waiting } from '../clock/ladder.ts';
import type { Facts, Post, Refusal, Role, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { CommandType } from './commands.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import { callOutOf, type Known, type WhistleState } from './state.ts';

/** What a unit must be to the whistle for its posts to act. */
export type Relation =
  /** Any unit; the rule itself looks further. */
  | 'anywhere'
  | 'issuer'
  /** The post that looks at it before it goes out. */
  | 'screener'
  /** The unit of the call-out that the act names. */
  | 'called'
  /** The unit that took on the step that the act names. */
  | 'owner'
  /** Issuer or called: whoever rates. */
  | 'party'
  /** Decides objections. */
  | 'ruler'
  /** Owes an act on the ladder of the unit that the act names, or stands above it. */
  | 'superior';

export type Who =
  | { readonly relation: Relation; readonly roles: readonly Role[] }
  | { readonly machine: readonly ('tick' | 'reaction')[] };

const staff = (relation: Relation, ...roles: readonly Role[]): Who => ({ relation, roles });

const issuer = staff('issuer', 'unit_handler', 'office_head', 'unit_head');
const called = staff('called', 'unit_handler', 'office_head', 'unit_head');

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  propose: [staff('anywhere', 'unit_handler', 'office_head', 'unit_head', 'dispatcher')],
  screen: [staff('screener', 'unit_head', 'dispatcher', 'supervisor')],
  'take-back': [issuer],
  file: [issuer],
  call: [issuer],
  sign: [called],
  object: [called],
  'decide-objection': [staff('ruler', 'arbiter')],
  'report-in': [called],
  settle: [called],
  'stand-down': [issuer],
  plan: [issuer],
  'finish-step': [staff('owner', 'unit_handler', 'office_head', 'unit_head')],
  'drop-step': [issuer],
  supervise: [staff('superior', 'supervisor', 'unit_head'), staff('issuer', 'unit_head')],
  conclude: [issuer],
  rate: [staff('party', 'unit_handler', 'office_head', 'unit_head')],
  'follow-case': [{ machine: ['reaction'] }],
  'case-ended': [{ machine: ['reaction'] }],
  'note-erased': [{ machine: ['reaction'] }],
  'clock-due': [{ machine: ['tick'] }],
  'recompute-clocks': [{ machine: ['tick', 'reaction'] }],
};

/** What an act names, as far as access asks. */
export interface Named {
  readonly type: CommandType;
  readonly data: {
    readonly callOut?: number;
    readonly step?: number;
    readonly case?: string;
    readonly unit?: UnitId;
  };
}

/** Which units stand in a relation to the whistle for this act; null where any does. */
export function related(
  relation: Relation,
  { data }: Named,
  state: WhistleState,
  law: Rulebook,
): readonly UnitId[] | null {
  if (relation === 'anywhere') return null;
  if (relation === 'ruler') return [law.objection.ruler];
  if (state.status === 'none') return [];
  switch (relation) {
    case 'issuer':
      return [state.issuer];
    case 'screener':
      return state.status === 'proposed' ? [state.screener.unit] : [];
    case 'called': {
      const callOut = data.callOut === undefined ? undefined : callOutOf(state, data.callOut);
      return callOut === undefined ? unitsOf(state) : [callOut.unit];
    }
    case 'owner': {
      const step = state.steps.find(({ n }) => n === data.step);
      return step === undefined ? [state.issuer, ...unitsOf(state)] : [step.owner];
    }
    case 'party':
      return [state.issuer, ...unitsOf(state)];
    case 'superior':
      return superiors(state, law, data.unit);
  }
}

const unitsOf = (state: Known): readonly UnitId[] => state.callOuts.map(({ unit }) => unit);

/** Of the unit that the act names; before it names one, of any that takes part. */
function superiors(state: Known, law: Rulebook, unit: UnitId | undefined): readonly UnitId[] {
  const under = unit === undefined ? [state.issuer, ...unitsOf(state)] : [unit];
  const rungs = waiting(state.ladders).filter((one) => under.includes(one.unit));
  return [
    ...rungs.flatMap(({ by }) => by ?? []),
    law.dispatch.centre,
    ...under.flatMap((below) => ancestorsOf(law, below).map(({ id }) => id)),
  ];
}

export function admits(
  who: Who,
  command: Named,
  post: Post,
  state: WhistleState,
  law: Rulebook,
): boolean {
  if (!('relation' in who) || !who.roles.includes(post.role)) return false;
  if (who.relation === 'screener') {
    return (
      state.status === 'proposed' &&
      state.screener.unit === post.unit &&
      state.screener.role === post.role
    );
  }
  const units = related(who.relation, command, state, law);
  return units === null || units.includes(post.unit);
}

/** As which post the act is done, null for a machine; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

export function authorise(
  command: Named,
  state: WhistleState,
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
    return may ? { as: null } : no('whistle.not-yours');
  }
  if (actor.kind === 'person') return no('whistle.not-yours');
  if (table.every((who) => 'machine' in who)) return no('whistle.machine-only');
  if (isRecused(facts.institution, actor.account, matterOf(command, state, facts), facts.now)) {
    return no('whistle.recused');
  }
  const as = postsActing(facts, actor.post).find((post) =>
    table.some((who) => admits(who, command, post, state, law)),
  );
  return as === undefined ? no('whistle.not-yours') : { as };
}

/**
 * A declared interest in the case, or in a unit with a part in it, is one in its whistles (invariant
 * 35). An act that does not read the case knows it by the door, which does.
 */
function matterOf({ data }: Named, state: WhistleState, facts: Facts) {
  const about = facts.others.get(data.case ?? '') as CaseState | undefined;
  const parts = about === undefined || about.status === 'none' ? [] : partsOf(about);
  return state.status === 'none'
    ? { case: data.case ?? facts.stream, units: parts }
    : { case: state.case, units: [state.place, state.issuer, ...unitsOf(state), ...parts] };
}

function partsOf(about: KnownCase): readonly UnitId[] {
  const order = orderOf(about);
  const ordered = order === null ? [] : [order.lead, ...order.assisting];
  return [about.place.unit, about.holder, ...ordered];
}

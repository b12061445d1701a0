import { postsActing, postsEntering } from '../authority/acting.ts';
import { isRecused, type Matter, samePost } from '../authority/posts.ts';
import { ancestorsOf, chainOf } from '../authority/units.ts';
import { type CaseState, orderOf } from '../case/state.ts';
import { waiting } from '../clock/ladder.ts';
import type { Facts, Post, Refusal, Role, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { CommandType } from './commands.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import {
  type Asked,
  isHeld,
  type Known,
  openCommitments,
  openSteps,
  partners,
  type SponsorshipState,
  seatOf,
} from './state.ts';
import { SEATS, type SeatName } from './words.ts';

/** What a unit must be to the sponsorship for its posts to act. */
export type Relation =
  /** Any unit; the rule itself looks further. */
  | 'anywhere'
  /** The lower unit that contracts upward. */
  | 'nominator'
  /** At the top of the institution, where nobody on the list took it on. */
  | 'top'
  /** The sponsor's unit, or one above it; before there is a sponsor, above the nominating unit. */
  | 'over'
  /** The unit that took on the step that the act names. */
  | 'owner'
  /** The unit whose commitment the act names. */
  | 'promiser'
  /** Decides the extension that was asked for. */
  | 'approver'
  /** Owes an act on the ladder of the unit that the act names, or stands above it. */
  | 'superior';

export type Who =
  | { readonly relation: Relation; readonly roles: readonly Role[] }
  /** Whoever holds the seat, or acts for its post. */
  | { readonly seat: SeatName }
  /** The person, or a member of intake staff or the liaison who says it is for them. */
  | { readonly person: 'or-helped' }
  | { readonly machine: readonly ('tick' | 'reaction')[] };

const staff = (relation: Relation, ...roles: readonly Role[]): Who => ({ relation, roles });
const seat = (name: SeatName): Who => ({ seat: name });

const HANDLERS = ['unit_handler', 'office_head', 'unit_head'] as const;
const nominator = staff('nominator', ...HANDLERS);
const [sponsor, lead, liaison] = [seat('sponsor'), seat('lead'), seat('liaison')];
const person: Who = { person: 'or-helped' };

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  nominate: [staff('anywhere', ...HANDLERS)],
  'take-back': [nominator],
  accept: [sponsor],
  pass: [sponsor],
  designate: [staff('top', 'unit_head')],
  'replace-seat': [sponsor, staff('over', 'unit_head')],
  'record-act': [sponsor],
  supervise: [sponsor, staff('superior', 'supervisor', 'unit_head')],
  'ask-extension': [sponsor, lead],
  // The rulebook names the post; the request keeps it.
  'decide-extension': [staff('approver', 'unit_head', 'supervisor', 'dispatcher', 'arbiter')],
  'tell-extension': [sponsor, lead, liaison],
  convene: [sponsor],
  'add-member': [sponsor, lead],
  'release-member': [sponsor, lead],
  'hold-meeting': [sponsor, lead],
  'keep-commitment': [staff('promiser', ...HANDLERS)],
  'drop-commitment': [sponsor],
  delegate: [sponsor],
  'consent-identity': [person],
  'revoke-identity': [person],
  'agree-needs': [person],
  plan: [sponsor, lead],
  'finish-step': [staff('owner', ...HANDLERS)],
  'drop-step': [sponsor, lead],
  'record-hearing': [sponsor, lead],
  'answer-claim': [sponsor, lead],
  'tell-result': [sponsor, lead, liaison],
  dissent: [person],
  close: [sponsor],
  'consent-follow-up': [person],
  'revoke-follow-up': [person],
  'record-follow-up': [liaison],
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
    readonly step?: number;
    readonly commitment?: number;
    readonly case?: string;
    readonly unit?: UnitId | null;
  };
}

/** Which units stand in a relation to the sponsorship for this act; null where any does. */
export function related(
  relation: Relation,
  { data }: Named,
  state: SponsorshipState,
  law: Rulebook,
): readonly UnitId[] | null {
  if (relation === 'anywhere') return null;
  if (state.status === 'none') return [];
  switch (relation) {
    case 'nominator':
      return [state.nominator];
    case 'top':
      return state.status === 'nominated' ? [topOf(law, state.nominator)] : [];
    case 'over':
      return isHeld(state)
        ? chainOf(law, state.sponsor.post.unit).map(({ id }) => id)
        : ancestorsOf(law, state.nominator).map(({ id }) => id);
    case 'owner':
      return isHeld(state) ? named(openSteps(state), data.step, ({ owner }) => owner) : [];
    case 'promiser':
      return isHeld(state)
        ? named(openCommitments(state), data.commitment, ({ unit }) => unit)
        : [];
    case 'approver':
      return isHeld(state) && state.extension !== null ? [state.extension.approver.unit] : [];
    case 'superior':
      return superiors(state, law, data.unit ?? undefined);
  }
}

/** The one the act names; before it names one, of any that is open. */
const named = <One extends { readonly n: number }>(
  all: readonly One[],
  n: number | undefined,
  unit: (one: One) => UnitId,
): readonly UnitId[] => all.filter((one) => n === undefined || one.n === n).map(unit);

/** The unit's own chain ends there; a unit that nothing is above answers for itself. */
export const topOf = (law: Rulebook, unit: UnitId): UnitId => chainOf(law, unit).at(-1)?.id ?? unit;

/** Of the unit that the act names; before it names one, of any that takes part. */
function superiors(state: Known, law: Rulebook, unit: UnitId | undefined): readonly UnitId[] {
  if (!isHeld(state)) return [];
  const under = unit === undefined ? partners(state) : [unit];
  const rungs = waiting(state.ladders).filter((one) => under.includes(one.unit));
  return [
    ...rungs.flatMap(({ by }) => by ?? []),
    ...under.flatMap((below) => ancestorsOf(law, below).map(({ id }) => id)),
  ];
}

/**
 * Whether an act as `post` is the seat's own: its holder's, or of whoever stands in or enters for
 * the post. Another account that holds the same post is another person.
 */
function holdsSeat(asked: Asked | null, post: Post, { actor }: Facts): boolean {
  if (asked === null || actor.kind !== 'staff' || !samePost(asked.post, post)) return false;
  if (asked.account === null || asked.account === actor.account) return true;
  return !samePost(actor.post, post);
}

export function admits(
  who: Who,
  command: Named,
  post: Post,
  state: SponsorshipState,
  facts: Facts,
  law: Rulebook,
): boolean {
  if ('seat' in who) {
    return state.status !== 'none' && holdsSeat(seatOf(state, who.seat), post, facts);
  }
  if (!('relation' in who) || !who.roles.includes(post.role)) return false;
  if (who.relation === 'approver') {
    const extension = state.status !== 'none' && isHeld(state) ? state.extension : null;
    if (extension?.approver.role !== post.role) return false;
  }
  const units = related(who.relation, command, state, law);
  return units === null || units.includes(post.unit);
}

/** As which post the act is done, null for a person or a machine; or why it may not be done. */
export type Authority = { readonly as: Post | null } | { readonly refusal: Refusal };

export function authorise(
  command: Named,
  state: SponsorshipState,
  facts: Facts,
  law: Rulebook,
): Authority {
  const { actor, onBehalfOf } = facts;
  const table = ACCESS[command.type];
  const no = (code: RefusalCode) => refuse(code, { command: command.type });
  if (actor.kind === 'machine') {
    const may = table.some(
      (who) => 'machine' in who && who.machine.some((one) => one === actor.name),
    );
    return may ? { as: null } : no('sponsorship.not-yours');
  }
  if (actor.kind === 'person') {
    // Joined to another's request it serves that one, and stays a matter of its own person.
    const theirs = state.status !== 'none' && state.home === actor.case;
    return theirs && table.some((who) => 'person' in who)
      ? { as: null }
      : no('sponsorship.not-the-person');
  }
  if (table.every((who) => 'machine' in who)) return no('sponsorship.machine-only');
  if (isRecused(facts.institution, actor.account, matterOf(command, state, facts), facts.now)) {
    return no('sponsorship.recused');
  }
  const posts = postsActing(facts, actor.post);
  const as = posts.find((post) =>
    table.some((who) => admits(who, command, post, state, facts, law)),
  );
  if (as !== undefined) return { as };
  if (table.every((who) => 'person' in who)) {
    const helper = onBehalfOf?.kind === 'person' ? helperOf(state, facts, actor.post) : undefined;
    if (helper === undefined) return no('sponsorship.not-the-person');
    return consentsToOneself(command, helper, state, actor.account)
      ? no('sponsorship.helper-has-seat')
      : { as: helper };
  }
  return no('sponsorship.not-yours');
}

/** Intake staff take down what a person says; so does the liaison, who meets them. */
const helperOf = (state: SponsorshipState, facts: Facts, own: Post): Post | undefined =>
  postsEntering(facts, own).find(
    (post) =>
      post.role === 'intake_agent' ||
      (state.status !== 'none' && holdsSeat(state.liaison, post, facts)),
  );

/** A consent that lets whoever has a seat know the person, or go on calling on them. */
const OPENS: readonly CommandType[] = ['consent-identity', 'consent-follow-up'];

/** A consent is no consent in the mouth of those it is for. */
const consentsToOneself = (
  { type }: Named,
  as: Post,
  state: SponsorshipState,
  account: string,
): boolean =>
  OPENS.includes(type) &&
  (as.role !== 'intake_agent' ||
    (state.status !== 'none' && SEATS.some((name) => seatOf(state, name)?.account === account)));

/**
 * A declared interest in the case, or in a unit with a part in it, is one in its sponsorship
 * (invariant 35). An act that does not read the case knows it by the door, which does.
 */
function matterOf({ data }: Named, state: SponsorshipState, facts: Facts): Matter {
  if (state.status !== 'none') return matterAbout(state);
  const about = facts.others.get(data.case ?? '') as CaseState | undefined;
  return { case: data.case ?? facts.stream, units: about === undefined ? [] : partsOf(about) };
}

export const matterAbout = (state: Known): Matter => ({
  case: state.case,
  units: [
    state.place,
    state.nominator,
    ...(isHeld(state) ? partners(state) : [state.lead.post.unit]),
  ],
});

export function partsOf(about: CaseState): readonly UnitId[] {
  if (about.status === 'none') return [];
  const order = orderOf(about);
  const ordered = order === null ? [] : [order.lead, ...order.assisting];
  return [about.place.unit, about.holder, ...ordered];
}

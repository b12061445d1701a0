import type { Institution } from '../../core/authority/institution.ts';
import { handles, isRecused, postsOf } from '../../core/authority/posts.ts';
import { axisOf, descendantsOf, unitIn } from '../../core/authority/units.ts';
import { asksPerson, seatedIn } from '../../core/case/reach.ts';
import { calledTo, type Known, orderOf, sponsoredWith } from '../../core/case/state.ts';
import type { Instant, Post, UnitId } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { seatKey } from '../../core/sponsorship/project.ts';
import type { ListEntry, ListFilter } from '../../engine/ports.ts';
import type { Reader } from '../parts.ts';

/** Which matters a post may know of: a filter for lists and, said once more, a test for one row. */
export interface Scope {
  readonly filter: Pick<ListFilter, 'unit' | 'status'>;
  admits(row: ListEntry): boolean;
}

const everything: Scope = { filter: {}, admits: () => true };

/** Awaiting verification: what a callback agent is asked to ask. */
const awaiting: Scope = {
  filter: { status: ['replied'] },
  admits: ({ status }) => status === 'replied',
};

/** What the unit holds, received, leads, assists or is called to, and what lies in its territory. */
function ofUnit(id: UnitId, law: Rulebook): Scope {
  const territory = territoryOf(id, law);
  return {
    filter: { unit: { id, territory } },
    admits: (row) =>
      row.holder === id ||
      row.receivedBy === id ||
      row.lead === id ||
      row.assisting.includes(id) ||
      row.called.includes(id) ||
      territory.includes(row.place),
  };
}

function territoryOf(id: UnitId, law: Rulebook): readonly UnitId[] {
  const unit = unitIn(law, id);
  if (unit === null || axisOf(unit) !== 'territorial') return [];
  return [id, ...descendantsOf(law, id).map((below) => below.id)];
}

/** Matters in which the account has a seat, or which wait for whoever holds the post. */
function ofSeat(account: string, post: Post): Scope {
  const keys = [account, seatKey(post)];
  return {
    filter: { unit: { id: account, territory: [] } },
    admits: ({ seats = [] }) => seats.some((seat) => keys.includes(seat)),
  };
}

/** "See matter" of the table of roles, within the jurisdiction of the post's own unit. */
function scopeOfPost(post: Post, law: Rulebook, account: string): Scope | null {
  const { unit, role } = post;
  switch (role) {
    case 'sponsor':
    case 'liaison':
      return ofSeat(account, post);
    case 'intake_agent':
    case 'dispatcher':
    case 'arbiter':
    case 'supervisor':
      return unitIn(law, unit)?.type === 'centre' ? everything : ofUnit(unit, law);
    case 'unit_handler':
    case 'office_head':
    case 'unit_head':
      return ofUnit(unit, law);
    case 'callback_agent':
      return awaiting;
    case 'auditor':
      return everything;
    // What the unit keeps of matters that are over, and no matter itself.
    case 'archivist':
      return {
        filter: { unit: { id: unit, territory: [] } },
        admits: (row) => row.process === 'retention' && row.holder === unit,
      };
    default:
      return null;
  }
}

/**
 * Whether a list may be asked for by this name. Seats are found like units, by their account: a list of
 * one person's matters is nobody's to ask for.
 */
export const isUnit = ({ rulebooks }: Institution, id: string): boolean =>
  rulebooks.some((law) => unitIn(law, id) !== null);

/** The scope of the reader's own post; a list is that of one post at a time. */
export const scopeOf = (reader: Reader, law: Rulebook): Scope | null =>
  scopeOfPost(reader.post, law, reader.account);

/** Whether the reader may know of the matter: by their post, or by one they stand in for. */
export function mayKnow(
  reader: Reader,
  row: ListEntry,
  institution: Institution,
  law: Rulebook,
  now: Instant,
): boolean {
  return (
    !recused(reader, row, institution, now) &&
    postsOf(institution, reader.post, now).some(
      (post) => scopeOfPost(post, law, reader.account)?.admits(row) ?? false,
    )
  );
}

/** Invariant 35: who has declared an interest does not read. */
export function recused(
  { account }: Reader,
  row: ListEntry,
  institution: Institution,
  now: Instant,
): boolean {
  const led = row.lead === null ? [] : [row.lead];
  const units = [row.place, row.holder, ...led, ...row.assisting, ...row.called];
  return isRecused(institution, account, { case: row.about ?? row.stream, units }, now);
}

/** Whether any of the reader's posts satisfies the rule; a seat is the account's own. */
export const some = (
  reader: Reader,
  institution: Institution,
  now: Instant,
  rule: (post: Post, account: string) => boolean,
): boolean => postsOf(institution, reader.post, now).some((post) => rule(post, reader.account));

const partsOf = (state: Known): readonly UnitId[] => {
  const order = orderOf(state);
  return [
    state.holder,
    state.receivedBy,
    ...(order === null ? [] : [order.lead, ...order.assisting]),
    ...calledTo(state),
    ...sponsoredWith(state),
  ];
};

/** A draft of a reply is for the unit that writes it, until it goes out. */
export const readsDraft = (post: Post, state: Known): boolean =>
  handles(post) && orderOf(state)?.lead === post.unit;

/**
 * Whether the person's words and what was said to them are for this post: those who receive,
 * dispatch, rule, handle or verify. Supervision and audit work on the matter without them.
 */
export function readsWords(post: Post, state: Known, account?: string): boolean {
  const { unit, role } = post;
  switch (role) {
    case 'sponsor':
    case 'liaison':
      return seatedIn(post, state, account) !== undefined;
    case 'intake_agent':
    case 'dispatcher':
    case 'arbiter':
      return true;
    case 'unit_handler':
    case 'office_head':
    case 'unit_head':
      return partsOf(state).includes(unit);
    case 'callback_agent':
      return asksPerson(unit, state);
    default:
      return false;
  }
}

/**
 * Whether the person's own words, and the exact place, are among them. Who asked for confidence was
 * promised that the unit complained of does not read them: the units that handle it work from the
 * title, the category and what the first receiver, who does read them, tells them.
 */
export const readsOwnWords = (post: Post, state: Known, account?: string): boolean =>
  readsWords(post, state, account) && !(state.confidential && mayBeConcerned(post, state));

/**
 * Nobody says which unit a complaint is of, so every post of a unit that handles the matter or has
 * its place may be of that one, whatever the post: at the counter, at the desk or ruling. A desk with
 * which a matter lies that nobody was given yet has to read it.
 */
export function mayBeConcerned({ unit, role }: Post, state: Known): boolean {
  if (unit === state.receivedBy) return false;
  const order = orderOf(state);
  if (role === 'dispatcher' && order === null && unit === state.holder) return false;
  const handling = order === null ? [] : [order.lead, ...order.assisting];
  return (
    handles({ role }) ||
    [state.place.unit, ...handling, ...calledTo(state), ...sponsoredWith(state)].includes(unit)
  );
}

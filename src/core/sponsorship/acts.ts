import { type Clock, clockOf, isLive as isOwed, liveOf } from '../clock/clock.ts';
import { waiting } from '../clock/ladder.ts';
import type { ActRow, Post, Role, UnitId } from '../process.ts';
import { isLapsed } from './extension.ts';
import {
  type Accepted,
  type Agreed,
  type Asked,
  type Known,
  openCommitments,
  openSteps,
  type SponsorshipState,
  type Told,
} from './state.ts';

interface Owed {
  readonly act: string;
  readonly unit: UnitId;
  readonly role: Role;
  readonly account?: string;
  readonly office?: string;
  readonly clock?: Clock | undefined;
}

/** What somebody still owes the sponsorship: the rows of "my next acts". */
export function actsOf(state: SponsorshipState): readonly ActRow[] {
  if (state.status === 'none') return [];
  const rows = owed(state).map(({ act, clock, ...by }): ActRow => {
    const live = clock !== undefined && isOwed(clock) ? clock : undefined;
    return {
      act: `sponsorship.${act}`,
      ...by,
      ...(live === undefined ? {} : { clock: live.id }),
      startedAt: live?.startedAt ?? state.since,
      dueAt: live?.dueAt ?? null,
      first: false,
    };
  });
  return rows.filter((row, n) => rows.findIndex((one) => isAlike(one, row)) === n);
}

/** Of two rows alike in a list's key the second would be lost at the border of a page. */
const isAlike = (a: ActRow, b: ActRow): boolean =>
  a.act === b.act &&
  a.unit === b.unit &&
  a.role === b.role &&
  a.startedAt === b.startedAt &&
  a.dueAt === b.dueAt;

const by = ({ account, post: { unit, role, office } }: Asked) => ({
  unit,
  role,
  ...(account === null ? {} : { account }),
  ...(office === undefined ? {} : { office }),
});

function owed(state: Known): readonly Owed[] {
  switch (state.status) {
    case 'nominated':
      return state.asked === null
        ? designation(state)
        : [{ act: 'accept', ...by(state.asked), clock: liveOf(state.clocks, 'accept') }];
    case 'accepted':
    case 'agreed':
    case 'told':
      return [...next(state), ...promised(state), ...extension(state), ...above(state)];
    default:
      return [];
  }
}

function designation({ clocks }: Known): readonly Owed[] {
  const clock = liveOf(clocks, 'designate');
  if (clock === undefined) return [];
  return [{ act: 'designate', unit: clock.unit, role: 'unit_head', clock }];
}

/** What the three seats owe next, by the end date. */
function next(state: Accepted | Agreed | Told): readonly Owed[] {
  const clock = liveOf(state.clocks, 'term');
  const { sponsor, lead, liaison, needs, claim, status } = state;
  if (status === 'told') return [{ act: 'close', ...by(sponsor), clock }];
  const answer = claim === null ? [{ act: 'answer-claim', ...by(lead), clock }] : [];
  if (needs === null) return [{ act: 'agree-needs', ...by(liaison), clock }, ...answer];
  if (status === 'accepted') return [{ act: 'plan', ...by(lead), clock }, ...answer];
  return claim === null ? answer : [{ act: 'tell-result', ...by(lead), clock }];
}

/** The earliest promise of each unit; the rest stand on the sponsorship's page. */
function promised(state: Accepted | Agreed | Told): readonly Owed[] {
  const all = [
    ...openSteps(state).map(({ owner, clock }) => ({ act: 'finish-step', unit: owner, clock })),
    ...openCommitments(state).map(({ unit, clock }) => ({ act: 'keep-commitment', unit, clock })),
  ].map(({ clock, ...one }) => ({ ...one, clock: clockOf(state.clocks, clock) }));
  const first = (act: string, unit: UnitId) =>
    all
      .filter((one) => one.act === act && one.unit === unit)
      .toSorted((a, b) => (a.clock?.dueAt ?? 0) - (b.clock?.dueAt ?? 0))[0];
  return all
    .filter((one) => first(one.act, one.unit) === one)
    .map((one) => ({ ...one, role: 'unit_handler' as const }));
}

function extension(state: Accepted | Agreed | Told): readonly Owed[] {
  const asked = state.extension;
  if (asked === null || isLapsed(state) || state.status === 'told') return [];
  if (asked.granted !== null) {
    return [{ act: 'tell-extension', ...by(state.lead), clock: liveOf(state.clocks, 'term') }];
  }
  const { unit, role } = asked.approver;
  const clock = liveOf(state.clocks, 'extension-decision');
  return [{ act: 'decide-extension', unit, role, clock }];
}

/** What a ladder waits for: of the sponsor where it waits for their unit, else of who is above. */
const above = (state: Accepted | Agreed | Told): readonly Owed[] =>
  waiting(state.ladders).flatMap(({ act, by: unit, timer }): readonly Owed[] => {
    if (unit === null) return [];
    const clock = clockOf(state.clocks, timer);
    const post: Post = { unit, role: act === 'instruct' ? 'unit_head' : 'supervisor' };
    const who = unit === state.sponsor.post.unit ? by(state.sponsor) : post;
    return [{ act: 'supervise', ...who, clock }];
  });

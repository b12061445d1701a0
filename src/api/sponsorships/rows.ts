import type { SponsorshipRow, SponsorshipView } from '../../contract/sponsorships.ts';
import { holdsPower } from '../../core/authority/power.ts';
import { clockOf } from '../../core/clock/clock.ts';
import type { StreamId, UnitId } from '../../core/process.ts';
import { endOf } from '../../core/sponsorship/nominating.ts';
import {
  isHeld,
  isRunning,
  type Known,
  openCommitments,
  openSteps,
  seatOf,
} from '../../core/sponsorship/state.ts';
import { SEATS } from '../../core/sponsorship/words.ts';
import type { Setting } from '../cases/reading.ts';
import { clockView } from '../cases/rows.ts';
import type { Reader } from '../parts.ts';
import { iso, isoOrNull } from '../route.ts';
import { postView } from '../session/presenter.ts';
import { powerView } from '../whistles/view.ts';
import type { Found } from './reading.ts';

/** A row of a list or a desk: the chain of responsibility, the end date, what is stuck. */
export function sponsorshipRow(
  id: StreamId,
  { state, version }: Found,
  reader: Reader,
  setting: Setting,
): SponsorshipRow {
  const { names } = setting;
  const term = clockOf(state.clocks, 'term-1');
  return {
    id,
    version,
    case: state.case,
    status: state.status,
    title: state.title,
    categoryName: state.category === null ? null : names.category(state.category),
    placeName: names.unit(state.place),
    nominator: state.nominator,
    nominatorName: names.unit(state.nominator),
    seats: seatViews(state, reader, setting),
    openedAt: iso(state.nominatedAt),
    endedAt: isoOrNull('endedAt' in state ? state.endedAt : null),
    endsAt: isoOrNull(endOf(state)),
    term: term === undefined ? null : clockView(term, setting),
    breaches: state.clocks.filter(({ breachedAt }) => breachedAt !== null).length,
    stuck: stuckIn(state, setting).length,
  };
}

/** 责任链: each seat by its post. */
export const seatViews = (state: Known, { account }: Reader, { institution, now }: Setting) =>
  SEATS.map((seat) => {
    const held = seatOf(state, seat);
    return {
      seat,
      post: held === null ? null : postView(institution, held.post, now),
      mine: held?.account === account,
    };
  });

/**
 * What only the leader can move: promises of departments that are late, or for which the unit that
 * made them no longer holds the power.
 */
export function stuckIn(state: Known, setting: Setting): SponsorshipView['stuck'] {
  if (!isHeld(state) || !isRunning(state)) return [];
  const { names, now } = setting;
  const all = [
    ...openSteps(state).map(({ owner, ...step }) => ({
      ...step,
      unit: owner,
      promise: 'step' as const,
    })),
    ...openCommitments(state).map((one) => ({
      ...one,
      power: null,
      promise: 'commitment' as const,
    })),
  ];
  return all.flatMap(({ unit, promise, n, what, power, clock: id }) => {
    const clock = clockOf(state.clocks, id);
    if (clock === undefined) return [];
    const held = power === null || heldHow(state, setting, unit, power) !== null;
    if (held && clock.dueAt > now) return [];
    return [
      {
        unit,
        unitName: names.unit(unit),
        promise,
        n,
        what,
        why: held ? ('late' as const) : ('no-power' as const),
        power: power === null ? null : powerView(power, setting),
        clock: clockView(clock, setting),
      },
    ];
  });
}

/** How a unit holds a power here now: by the law, or handed to it for this case; null where neither. */
export function heldHow(
  state: Known,
  { institution, now }: Setting,
  unit: UnitId,
  power: string,
): 'law' | 'case' | null {
  if (holdsPower(institution, unit, power, now, { place: state.place }) !== null) return 'law';
  const lent =
    isHeld(state) &&
    state.powers.some((one) => one.power === power && one.to === unit && now < one.until);
  return lent ? 'case' : null;
}

import { dutyIn } from '../authority/duty.ts';
import { isRecused, type Matter } from '../authority/posts.ts';
import { ancestorsOf, axisOf, chainOf, covers } from '../authority/units.ts';
import { type Known as KnownCase, orderOf } from '../case/state.ts';
import type { Facts, Instant, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { SponsorshipLaw } from '../rulebook/sponsorship.ts';
import { type No, refuse } from './refusals.ts';
import type { Law } from './scene.ts';
import type { Asked, Seat } from './state.ts';
import { SEATS, type SeatName } from './words.ts';

export type Seats = Readonly<Record<SeatName, Asked | null>>;

/** 归口部门: units whose matter it is, of which one leads it in its department. */
export function ownersOf(law: Rulebook, matter: KnownCase, at: Instant): readonly UnitId[] {
  const category = matter.triage?.category ?? null;
  const place = matter.place.unit;
  const basic =
    category === null
      ? []
      : law.units.filter(
          (unit) =>
            axisOf(unit) === 'functional' &&
            covers(law, unit, place) &&
            dutyIn(law, unit, category, at)?.mode === 'BASIC',
        );
  const parts = [orderOf(matter)?.lead, matter.triage?.proposed];
  return [...new Set([...parts.flatMap((unit) => unit ?? []), ...basic.map(({ id }) => id)])];
}

/** Each seat in its place: the leader above, the lead in the department, the liaison where it lies. */
export function misplaced(
  { law, sponsorship }: Law,
  seats: { readonly [Name in SeatName]: Seat },
  matter: {
    readonly nominator: UnitId;
    readonly place: UnitId;
    readonly owners: readonly UnitId[];
  },
): No {
  const { sponsor, lead, liaison } = seats;
  if (!mayBeSponsor(law, sponsor, matter.nominator)) {
    return refuse('sponsorship.not-above', { unit: sponsor.post.unit });
  }
  if (!mayBeLead(sponsorship, lead) || !matter.owners.includes(lead.post.unit)) {
    return refuse('sponsorship.lead-elsewhere', { unit: lead.post.unit });
  }
  const near = chainOf(law, matter.place).some(({ id }) => id === liaison.post.unit);
  return near && liaison.post.role === 'liaison'
    ? null
    : refuse('sponsorship.liaison-elsewhere', { unit: liaison.post.unit });
}

export const mayBeSponsor = (law: Rulebook, { post }: Asked, nominator: UnitId): boolean =>
  post.role === 'sponsor' && ancestorsOf(law, nominator).some(({ id }) => id === post.unit);

export const mayBeLead = ({ lead }: SponsorshipLaw, { post }: Asked): boolean =>
  lead.some((role) => role === post.role);

/** Three different people, none of whom has an interest in the matter (invariants 29 and 35). */
export function unfit(seats: Seats, matter: Matter, { institution, now }: Facts): No {
  const held = SEATS.flatMap((name) => {
    const account = seats[name]?.account ?? null;
    return account === null ? [] : [{ name, account }];
  });
  const twice = held.find(({ account }, n) => held.findIndex((one) => one.account === account) < n);
  if (twice !== undefined) return refuse('sponsorship.same-person', { seat: twice.name });
  const interested = held.find(({ account }) => isRecused(institution, account, matter, now));
  return interested === undefined
    ? null
    : refuse('sponsorship.seat-recused', { seat: interested.name });
}

/** The law's own word for a leader's place: so many cases at one time (invariant 30). */
export const sponsoring = (account: string): string => `sponsor:${account}`;
/** And for a case's: one sponsorship at one time. */
export const sponsored = (about: string): string => `sponsorship:${about}`;

export const capOf = ({ cap }: SponsorshipLaw, unit: UnitId): number =>
  cap.units[unit] ?? cap.usual;

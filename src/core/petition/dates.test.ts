import { describe, expect, it } from 'vitest';
import { clockOf } from '../clock/clock.ts';
import { petitioning, petitionLaw } from '../rulebook/petition.fixture.ts';
import { SHANGHAI } from '../time/calendar.fixture.ts';
import { formatIso, zoneOf } from '../time/index.ts';
import { datesOf, type KnownDates } from './dates.ts';
import * as g from './given.fixture.ts';

const zone = zoneOf('Asia/Shanghai');
const at = (text: string) => Date.parse(`${text}+08:00`);
const shown = (instant: number | undefined) =>
  instant === undefined ? 'unknown' : formatIso(instant, zone).slice(0, 16);

/** One petition through its re-review, on real days of 2026. */
const KNOWN = {
  received: at('2026-03-02T14:00'),
  routed: at('2026-03-09T10:00'),
  accepted: at('2026-03-16T10:00'),
  extension: { ...petitionLaw.limits.extension.duration },
  delivered: at('2026-06-11T15:00'),
  reviewAsked: at('2026-07-10T09:00'),
  reviewDelivered: at('2026-08-07T16:00'),
  reReviewAsked: at('2026-08-25T09:00'),
  hearings: [{ from: at('2026-09-15T09:00'), to: at('2026-09-16T17:00') }],
} satisfies KnownDates;

/**
 * Counted by hand on a wall calendar: the first day left out, the last day till the office closes
 * at 18:00 or, for the person, till it is over; a day off at the end moves to the next working day.
 */
const BY_HAND: readonly (readonly [clock: string, due: string])[] = [
  ['routing-1', '2026-03-17T18:00'], // 2 March + 15: a Tuesday
  ['notice-1', '2026-03-24T18:00'], // 9 March + 15: a Tuesday
  ['objection-1', '2026-03-16T18:00'], // Tuesday to Friday four, Monday the fifth
  ['handling-1', '2026-06-15T18:00'], // 15 May, and 30 more are Sunday 14 June: the Monday after
  ['ask-review-1', '2026-07-14T00:00'], // 11 June + 30: Saturday 11 July, so Monday 13 July 24:00
  ['review-1', '2026-08-10T18:00'], // 10 July + 30: Sunday 9 August, so the Monday after
  ['ask-re-review-1', '2026-09-08T00:00'], // 7 August + 30: Sunday 6 September, so the Monday after
  ['re-review-1', '2026-09-28T18:00'], // 24 September, two hearing days more: Saturday, so Monday
];

describe('the due dates of a petition', () => {
  const counting = { law: petitionLaw, calendar: SHANGHAI };

  it('are, through the re-review, those counted by hand', () => {
    const rows = datesOf(KNOWN, counting);
    expect(rows.map(({ limit, due }) => [`${limit}-1`, shown(due?.at)])).toEqual(BY_HAND);
    expect(rows.every(({ citation }) => !citation.illustrative)).toBe(true);
  });

  it('are those of the clocks of the petition itself, followed on the same days', () => {
    const { institution } = g.nothing(petitioning());
    const shanghai = { ...institution, calendars: new Map([['cn', SHANGHAI]]) };
    const on = (text: string, act: g.Act): g.Act => ({ ...act, now: at(text) });
    const story = g.given(
      g.nothing(shanghai),
      on('2026-03-02T14:00', g.registers()),
      on('2026-03-09T10:00', g.routes()),
      on('2026-03-16T10:00', g.accepts()),
      on('2026-03-17T10:00', g.delivers(1)),
      on('2026-05-06T10:00', g.asksExtension()),
      on('2026-05-07T10:00', g.grants()),
      on('2026-05-08T10:00', g.delivers(2)),
      on('2026-06-10T10:00', g.opines()),
      on('2026-06-11T15:00', g.delivers(3)),
      on('2026-07-10T09:00', g.asksReview()),
      on('2026-08-06T09:00', g.opines('d')),
      on('2026-08-07T16:00', g.delivers(4)),
      on('2026-08-25T09:00', g.asksReview()),
      on('2026-09-15T09:00', g.opensHearing()),
      on('2026-09-16T17:00', g.closesHearing()),
      on('2026-09-28T10:00', g.opines('other-d')),
      on('2026-09-28T11:00', g.delivers(5)),
    );
    const { clocks, status } = g.known(story);
    expect(BY_HAND.map(([id]) => [id, shown(clockOf(clocks, id)?.dueAt)])).toEqual(BY_HAND);
    expect(clocks.filter(({ breachedAt }) => breachedAt !== null)).toEqual([]);
    expect(status).toBe('concluded');
  });

  it('say why, and what they wait for where the day they count from is not known', () => {
    const [routing, notice] = datesOf({ received: KNOWN.received }, counting);
    expect(routing?.due?.why.en).toBe(
      '15 days, the first day not counted, from Mon 2 Mar 2026 14:00: due Tue 17 Mar 18:00, close of office',
    );
    expect(notice).toMatchObject({ limit: 'notice', from: 'routed', due: null });
  });
});

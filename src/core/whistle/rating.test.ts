import { describe, expect, it } from 'vitest';
import * as g from './given.fixture.ts';
import { aggregate, closedQuarters } from './rating.ts';
import type { Verdict } from './words.ts';

/** Only the zone of a calendar says when a quarter is over. */
const calendarIn = (zone: string) => {
  const [calendar] = g.nothing().institution.calendars.values();
  if (calendar === undefined) throw new Error('no calendar');
  return { ...calendar, zone };
};

const { adds, given, known, usually } = g;

const two = () =>
  given(
    g.nothing(),
    g.proposes({ missing: ['fine', 'inspect'], units: ['urban', 'market'] }),
    g.screens(),
    g.reports('urban'),
    g.reports('market', { callOut: 2 }),
    g.settles(),
    g.settles('market', 2, 'NOT_NEEDED'),
    g.concludes(),
  );

describe('mutual rating', () => {
  it('is sealed until both sides have spoken', () => {
    const one = given(usually('concluded'), g.rates('urban', 's1'));
    expect(known(one)).toMatchObject({ ratings: [{ byCalled: {}, open: false }] });
    expect(adds(one, g.rates('s1', 'urban'))).toEqual([
      'Rated',
      'RatingsOpened',
      'ClockEnded rating-1',
    ]);
    expect(known(given(one, g.rates('s1', 'urban')))).toMatchObject({ status: 'rated' });
  });

  it('opens pair by pair, and ends with the last', () => {
    const first = given(two(), g.rates('s1', 'market'), g.rates('market', 's1'));
    expect(known(first)).toMatchObject({
      status: 'concluded',
      ratings: [
        { unit: 'urban', open: false },
        { unit: 'market', open: true },
      ],
    });
    const both = given(first, g.rates('urban', 's1'), g.rates('s1', 'urban'));
    expect(known(both).status).toBe('rated');
  });

  it('is nobody’s where nobody came or should have', () => {
    const story = given(usually('issued'), g.standsDown(), g.concludes('NOT_NEEDED'));
    expect(known(story)).toMatchObject({ status: 'rated', ratings: [] });
  });

  it('is the called units’ own, and the issuer’s only with the power handed to it', () => {
    const { institution } = g.nothing();
    const delegations = institution.delegations.filter(({ power }) => power !== 'rate');
    const story = usually('concluded', g.nothing({ ...institution, delegations }));
    expect(g.when(story, g.rates('s1', 'urban'))).toMatchObject({ code: 'whistle.no-rating' });
    expect(adds(story, g.rates('urban', 's1'))).toEqual(['Rated']);
  });
});

describe('the quarters that ratings are counted in', () => {
  const calendar = calendarIn('Asia/Shanghai');
  const shanghai = (date: string) => Date.parse(`${date}T00:00:00+08:00`);

  it('are over by the district’s clocks, newest first', () => {
    const quarters = [
      { from: shanghai('2026-01-01'), to: shanghai('2026-04-01') },
      { from: shanghai('2025-10-01'), to: shanghai('2026-01-01') },
    ];
    expect(closedQuarters(shanghai('2026-04-01'), calendar, 2)).toEqual(quarters);
    expect(closedQuarters(shanghai('2026-07-01') - 1, calendar, 2)).toEqual(quarters);
    expect(closedQuarters(shanghai('2026-04-01') - 1, calendar, 1)).toEqual([quarters[1]]);
  });

  it('take a rating when its opening is recorded, though the window closed before', () => {
    const one = given(usually('concluded'), g.rates('s1', 'urban'), g.ticks('rating-1', 5_000));
    expect(known(one)).toMatchObject({ ratings: [{ openedAt: g.AFTERNOON + 5_000 * g.HOUR }] });
  });
});

describe('ratings of many', () => {
  const by = (unit: string, needed: Verdict) => ({
    by: unit,
    rating: { items: { needed }, text: null, at: 0 },
  });

  it('are counted item by item, never added up', () => {
    const all = [by('a', 'yes'), by('b', 'no'), by('c', 'yes'), by('c', 'partly')];
    expect(aggregate(all, 3)).toEqual({
      raters: 3,
      n: 4,
      items: { needed: { yes: 2, partly: 1, no: 1 } },
    });
  });

  it('give no figure below the minimum of different raters, however many ratings', () => {
    const few = [by('a', 'yes'), by('b', 'no'), by('b', 'no'), by('b', 'no')];
    expect(aggregate(few, 3)).toEqual({ raters: 'too-few', minimum: 3 });
  });
});

import { describe, expect, it } from 'vitest';
import { actsOf } from './acts.ts';
import * as g from './given.fixture.ts';

const { given, nothing } = g;

const calling = () =>
  given(
    nothing(),
    g.proposes({ missing: ['fine', 'inspect'], units: ['urban', 'market'] }),
    g.screens(),
  );
const concluded = () =>
  given(
    calling(),
    g.reports('urban'),
    g.reports('market', { callOut: 2 }),
    g.settles(),
    g.settles('market', 2, 'NOT_NEEDED'),
    g.concludes(),
  );
/** Both units miss the same instant: their ladders climb at once. */
const missed = () => given(calling(), g.ticks('report-in-1', 33));

/** What a list is ordered by: two rows alike in it cannot both be beyond the last row of a page. */
const keysOf = ({ state }: g.Story) =>
  actsOf(state).map(({ act, unit, role, startedAt, dueAt }) =>
    [dueAt, startedAt, act, role, unit].join(' '),
  );

describe('what is owed to a whistle', () => {
  it.each([
    ['rates of two units', concluded(), 'whistle.rate'],
    ['rungs of two ladders', missed(), 'whistle.supervise'],
  ])('is one row for each act and post that a list can tell apart: %s', (_, story, act) => {
    const keys = keysOf(story);
    expect(keys.some((key) => key.includes(act))).toBe(true);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('is asked of whoever still owes it, once for all it owes', () => {
    const rates = ({ state }: g.Story) => actsOf(state).map(({ unit }) => unit);
    expect(rates(concluded())).toEqual(['s1', 'urban', 'market']);
    const one = given(concluded(), g.rates('s1', 'urban'));
    expect(rates(one)).toEqual(['urban', 's1', 'market']);
    expect(rates(given(one, g.rates('s1', 'market')))).toEqual(['urban', 'market']);
  });
});

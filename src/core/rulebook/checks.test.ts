import { describe, expect, it } from 'vitest';
import { checkDelegations, checkRulebook } from './checks.ts';
import { duties, START, smallRulebook } from './small.fixture.ts';

// Each finding at its place in a file has its row in src/engine/rulebook/read.test.ts.

describe('checkRulebook', () => {
  it('points into plain data and tells all it finds at once', () => {
    const rulebook = smallRulebook({ ranks: [], dispatch: { centre: 'nowhere' } });
    expect(checkRulebook(rulebook)).toEqual(
      expect.arrayContaining([
        { code: 'missing-part', path: ['ranks'], params: { part: 'ranks' } },
        { code: 'unknown-unit', path: ['dispatch', 'centre'], params: { id: 'nowhere' } },
        { code: 'unknown-rank', path: ['holdings', 0, 'rank'], params: { id: 'division' } },
        {
          code: 'no-basic-holder',
          path: ['categories', 6, 'code'],
          params: { category: 'orphan', place: 'c11' },
        },
      ]),
    );
  });

  it('finds a lead that is not BASIC in one unit of its type though it is in others', () => {
    // Of the two streets, the western one only supports.
    expect(checkRulebook(smallRulebook())).toContainEqual({
      code: 'lead-not-basic',
      path: ['duties', 3, 'lead'],
      params: { duty: 'd4', lead: 'type:street', category: 'vending' },
    });
  });
});

describe('lines of one unit and matter', () => {
  const [line] = duties;
  if (line === undefined) throw new Error('fixture');
  const until = { ...line, id: 'until', validTo: START + 10 };
  const from = { ...line, id: 'from', validFrom: START + 10 };
  const overlaps = (...lines: (typeof line)[]) =>
    checkRulebook(smallRulebook({ duties: lines })).filter(({ code }) => code === 'duty-overlap');

  it('may follow each other without a gap, in either order of writing', () => {
    expect(overlaps(until, from)).toEqual([]);
    expect(overlaps(from, until)).toEqual([]);
  });

  it('may not meet for a moment', () => {
    expect(overlaps({ ...until, validTo: START + 11 }, from)).toHaveLength(1);
    expect(overlaps(from, { ...until, validTo: START + 11 })).toHaveLength(1);
  });
});

describe('checkDelegations', () => {
  const delegation = { id: 'g1', from: 'urban', to: 's1', power: 'demolish', validFrom: START };

  it('finds delegations a rulebook would pin to a body while they still run', () => {
    const running = { ...delegation, validTo: START + 1 };
    expect(checkDelegations(smallRulebook(), [running])).toEqual([
      {
        code: 'delegation-pinned',
        path: ['powers', 2, 'delegable'],
        params: { delegation: 'g1', power: 'demolish' },
      },
    ]);
  });

  it('leaves alone what has ended by then, and what may be delegated', () => {
    const ended = { ...delegation, validTo: START };
    const free = { ...delegation, power: 'fine', validTo: START + 1 };
    expect(checkDelegations(smallRulebook(), [ended, free])).toEqual([]);
  });
});

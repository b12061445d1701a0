import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal } from '../invariants/equal.ts';
import * as g from './given.fixture.ts';
import { reportProcess } from './index.ts';

const ACTS: readonly g.Act[] = [
  g.tells(),
  g.tells([]),
  g.adds(),
  g.takesIn(),
  g.takesIn(g.second),
  g.takesIn(g.officer, false),
  g.declares(),
  g.declares(g.second),
  g.handsOver(),
  g.handsOver('discipline', g.second),
  g.handsOver('police'),
  g.concludes(),
  g.concludes('KNOWN_ALREADY', g.second),
  g.ticks(),
  g.ticks('report-settle-1'),
  g.recounts(),
];
const anySteps = fc.array(fc.record({ n: fc.nat(ACTS.length - 1), later: fc.nat(9 * g.DAY) }), {
  minLength: 5,
  maxLength: 30,
  size: 'max',
});

describe('whatever anybody does with a report', () => {
  it('replays alike, always owes exactly one promise while it is open, and keeps who is shut out, out', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        let story = g.nothing();
        for (const { n, later } of steps) {
          const act = ACTS[n] ?? g.tells();
          const next = g.when(story, { ...act, now: story.now + later });
          if ('code' in next) continue;
          const shut = story.state.status === 'none' ? [] : story.state.interested;
          expect(act.by.kind === 'staff' && shut.includes(act.by.account)).toBe(false);
          story = next;
        }
        const { state, events } = story;
        expect(equal(events.reduce(reportProcess.evolve, reportProcess.initial), state)).toBe(true);
        if (state.status === 'none') return;
        const open = state.status === 'received' || state.status === 'looked-at';
        const owed = state.clocks.filter(({ status }) => status === 'running');
        expect(owed).toHaveLength(open ? 1 : 0);
        expect(state.told.every(({ keys }) => keys.length > 0)).toBe(true);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

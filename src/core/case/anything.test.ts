import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal } from '../invariants/equal.ts';
import { type AnyStep, anyAct, anyStep } from './any-act.fixture.ts';
import { evolve } from './evolve.ts';
import type { CaseState } from './state.ts';
import { transitions } from './transitions.ts';
import { acted, emptyWorld, settled, violations, type World } from './world.fixture.ts';

const anySteps = fc.array(anyStep, { minLength: 40, maxLength: 120, size: 'max' });
const travelled = new Set<string>();

/** The world after every step; a refused act leaves it as it was, time apart. */
function run(steps: readonly AnyStep[]): World {
  let world = emptyWorld();
  for (const { stream, pick, later, entered } of steps) {
    const now = world.now + later;
    const state = world.stories.get(stream)?.state ?? { status: 'none' };
    const others = [...world.stories.keys()].filter((other) => other !== stream);
    const act = anyAct(state, pick, stream, others);
    world = acted({ ...world, now }, stream, { ...act, now, at: now - entered });
    if (pick % 5 === 0) world = settled(world);
  }
  return world;
}

describe('whatever anybody does', () => {
  it('keeps every promise, before and after the reactions', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = run(steps);
        expect(violations(world)).toEqual([]);
        expect(violations(settled(world))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('travels only edges of the graph, and replay gives the same state', () => {
    const edges = new Set(transitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`));
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { events, state } of settled(run(steps)).stories.values()) {
          let before: CaseState = { status: 'none' };
          for (const event of events) {
            const after = evolve(before, event);
            if (after.status !== before.status) {
              const edge = `${before.status} ${event.type} ${after.status}`;
              expect(edges).toContain(edge);
              travelled.add(edge);
            }
            before = after;
          }
          expect(equal(before, state)).toBe(true);
        }
      }),
      { numRuns: 120, seed: 7 },
    );
  });
});
